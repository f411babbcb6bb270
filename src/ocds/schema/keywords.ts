import { isObject } from '#base';

/** The JSON Schema keywords (draft 4) that OCDS uses. Every schema of ours, and one that is given for merging, is read as this. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly items?: SchemaNode;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** Draft 4: the minimum itself is not allowed. */
  readonly exclusiveMinimum?: boolean;
  readonly oneOf?: readonly SchemaNode[];
  readonly description?: string;
  readonly codelist?: string;
  readonly omitWhenMerged?: boolean;
  readonly wholeListMerge?: boolean;
  readonly versionId?: boolean;
  /** OCDS 1.0: `ocdsOmit`, `ocdsVersion`, `arrayMergeById`, `overwrite`. */
  readonly mergeStrategy?: string;
}

/** The types a schema names; none when it names none. */
export function typesOf(node: SchemaNode): readonly string[] {
  if (node.type === undefined) return [];
  return typeof node.type === 'string' ? [node.type] : node.type;
}

/** True for what can be read as a schema. */
export function isSchema(value: unknown): value is SchemaNode {
  return isObject(value);
}
