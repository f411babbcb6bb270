/** What the OpenAPI document says of each operation, in the shape that a page can show. */
import type { ApiExample } from './example.store.ts';

/** The parts of an OpenAPI 3.1 document that are read; whatever else stands in it is left alone. */
export interface ApiDocument {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, DocumentSchema>> };
}

interface DocumentOperation {
  readonly summary?: string;
  /** Danish words of the operation that its own room gives: "summary", and of parameters by their name. */
  readonly 'x-danish'?: Readonly<Record<string, string>>;
  /** What can be sent as it is, as JSON. */
  readonly 'x-example'?: string;
  /** True: it is answered from the analysis files. */
  readonly 'x-analysis'?: boolean;
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: DocumentSchema }>> };
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly description?: string; readonly schema?: DocumentSchema }[];
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: DocumentSchema }>> }>>;
}

export interface DocumentSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: DocumentSchema;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, DocumentSchema>>;
}

export interface Operation {
  /** `GET` */
  readonly method: string;
  /** `/api/v1/processes/{ocid}` */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly parameters: readonly Parameter[];
  /** Its Danish words, where it brings them itself. */
  readonly danish: Readonly<Record<string, string>>;
  /** Names of the fields of what is sent; empty where nothing is. */
  readonly sent: readonly string[];
  /** JSON that can be sent as it is; null: nothing is sent. */
  readonly sentExample: string | null;
  /** Names of the fields of its answer; empty where it is of another standard. */
  readonly fields: readonly string[];
  readonly answer: string | null;
  /** Path that can be asked for, or null when this world holds nothing of the kind. */
  readonly example: string | null;
}

export interface Parameter {
  readonly name: string;
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly meaning: string;
  readonly values: readonly string[];
  readonly range: { readonly from: number; readonly to: number; readonly fallback: number } | null;
}

export function operationsOf(document: ApiDocument, example: ApiExample): readonly Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => {
    const answer = operation.responses?.['200'];
    const schema = Object.values(answer?.content ?? {})[0]?.schema;
    const sent = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
    return {
      danish: operation['x-danish'] ?? {}, sent: Object.keys(sent?.properties ?? {}), sentExample: operation['x-example'] ?? null,
      method: method.toUpperCase(), path, summary: operation.summary ?? '', tag: operation.tags?.[0] ?? '', parameters: (operation.parameters ?? []).map(parameterOf),
      fields: Object.keys(schema?.properties ?? {}), answer: schema?.description ?? null, example: method !== 'get' || (operation['x-analysis'] === true && !example.hasAnalysis) ? null : exampleOf(path, (operation.parameters ?? []).map(({ name }) => name), example),
    };
  }));
}

function parameterOf({ name, required = false, description, schema = {} }: NonNullable<DocumentOperation['parameters']>[number]): Parameter {
  const { minimum, maximum } = schema;
  return {
    name, isRequired: required, isList: schema.type === 'array', meaning: description ?? schema.description ?? '', values: schema.enum ?? schema.items?.enum ?? [],
    range: minimum === undefined || maximum === undefined ? null : { from: minimum, to: maximum, fallback: Number(schema.default ?? minimum) },
  };
}

/** What a list is asked for, as far as it can be asked; a comparison needs two sides. */
const ASKED = [['of', 'cpv:72'], ['a', 'cpv:72'], ['b', 'cpv:48'], ['q', 'system'], ['limit', '5']] as const;

/** A list is asked for a little; a thing by a name that is there. */
function exampleOf(path: string, names: readonly string[], { release, organisation }: ApiExample): string | null {
  if (!path.includes('{')) {
    const asked = ASKED.filter(([name]) => names.includes(name)).map(([name, value]) => `${name}=${value}`).join('&');
    return asked === '' ? path : `${path}?${asked}`;
  }
  // What somebody has begun there is theirs to name.
  if (path.includes('/market/')) return null;
  if (path.includes('/organisations/')) return organisation === null ? null : path.replace('{key}', encodeURIComponent(organisation));
  if (release === null || (path.endsWith('/original.xml') && !release.hasOriginal)) return null;
  return path.replace('{ocid}', encodeURIComponent(release.ocid)).replace('{key}', release.key);
}
