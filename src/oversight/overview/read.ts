/** Reads an overview out of its YAML: every mistake with its line and what to do; one mistake and nothing is shown. */
import { Compile } from 'typebox/compile';
import type { TSchema } from 'typebox';
import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { fail, isObject, ok, type Failure, type Json, type Result } from '#base';
import { OverviewSchema, STATEMENT_SCHEMAS, type Overview, type StatementKind } from './overview.schema.ts';
import { faultsOf } from './rules.ts';
import type { Ties } from './ties.ts';

export type Path = readonly (string | number)[];

/** A mistake in what stands at a path of the file. */
export interface Fault {
  readonly at: Path;
  readonly message: string;
  readonly help: string;
}

export interface ReadContext {
  /** For messages: the file as its author knows it. */
  readonly file: string;
  /** Name of its folder. */
  readonly id: string;
  /** ISO date: which deadlines have passed, and what lies in the future. */
  readonly today: string;
  isMunicipality(name: string): boolean;
  /** Who answers for the installation: it enters what no editor of the file does. Left out: bound to nobody. */
  readonly publisher?: Ties;
}

const frame = Compile(OverviewSchema);
const byKind = Object.fromEntries(Object.entries(STATEMENT_SCHEMAS).map(([kind, schema]) => [kind, Compile(schema as TSchema)])) as Readonly<Record<StatementKind, ReturnType<typeof Compile>>>;

/** @returns the overview, or every mistake that was found: the form first, what it says when the form is right */
export function readOverview(yaml: string, context: ReadContext): Result<Overview, readonly Failure[]> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { schema: 'core', strict: true, uniqueKeys: true, logLevel: 'error', lineCounter: lines });
  if (document.errors.length > 0) {
    return fail(document.errors.map((error) => placed(context.file, lines.linePos(error.pos[0]).line, { at: [], message: `It is no YAML: ${error.message.split('\n')[0] ?? ''}`, help: 'Mend the line.' })));
  }
  const given = document.toJS() as Json;
  const formal = formFaults(given);
  const faults = formal.length > 0 ? formal : faultsOf({ ...(given as unknown as Overview), id: context.id }, context);
  if (faults.length > 0) return fail(faults.map((fault) => placed(context.file, lineOf(document, lines, fault.at), fault)));
  return ok({ ...(given as unknown as Overview), id: context.id });
}

function placed(file: string, line: number, { message, help }: Fault): Failure {
  return { kind: 'invalid', message: `${file}, line ${line}: ${message}`, help, place: `${file}:${line}` };
}

function formFaults(given: Json): readonly Fault[] {
  const outer = frame.Check(given) ? [] : told(OverviewSchema, frame.Errors(given), []);
  if (outer.length > 0 || !isObject(given) || !Array.isArray(given['statements'])) return outer;
  return given['statements'].flatMap((statement, at) => {
    const kind = isObject(statement) ? statement['kind'] as StatementKind : null;
    const checker = kind === null ? null : byKind[kind];
    if (kind === null || checker === null || checker.Check(statement)) return [];
    return told(STATEMENT_SCHEMAS[kind], checker.Errors(statement), ['statements', at]);
  });
}

interface SchemaFault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

/** What is wrong deepest is what its author can mend; the rest follows from it. */
export function told(schema: TSchema, faults: readonly SchemaFault[], base: Path): Fault[] {
  const own = faults.filter(({ keyword }) => !['anyOf', 'boolean', 'const'].includes(keyword) || faults.length === 1);
  const deepest = Math.max(...own.map(({ instancePath }) => instancePath.split('/').length));
  const [first] = own.filter(({ instancePath }) => instancePath.split('/').length === deepest).length > 0 ? own.filter(({ instancePath }) => instancePath.split('/').length === deepest) : faults;
  if (first === undefined) return [];
  const at = first.instancePath.split('/').slice(1).map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
  const names = namesIn(first.params);
  const where = at.length === 0 ? '' : `${at.join('.')}: `;
  if (first.keyword === 'additionalProperties') return [{ at: [...base, ...at, names[0] ?? ''], message: `${where}there is no field "${names[0] ?? ''}"`, help: 'Take it out, or write its name as the documentation has it.' }];
  if (first.keyword === 'required') return [{ at: [...base, ...at], message: `${where}the field "${names[0] ?? ''}" is missing`, help: hint(schema, [...at, names[0] ?? '']) }];
  return [{ at: [...base, ...at], message: `${where}this is not what belongs there`, help: hint(schema, at) }];
}

function namesIn(params: object): readonly string[] {
  return Object.values(params).flat().filter((name): name is string => typeof name === 'string');
}

/** What the schema says of a field, else what it is. */
function hint(schema: TSchema, at: Path): string {
  let inner: unknown = schema;
  for (const part of at) {
    const own = inner as { readonly properties?: Record<string, unknown>; readonly items?: unknown };
    inner = typeof part === 'number' ? own.items : own.properties?.[part];
  }
  const { description } = (inner ?? {}) as { readonly description?: string };
  return description === undefined ? 'Compare with the other overviews.' : `Write ${description}.`;
}

/** Where the deepest part of the path that is there begins. */
export function lineOf(document: Document, lines: LineCounter, at: Path): number {
  for (let length = at.length; length >= 0; length -= 1) {
    const parent = length === 0 ? document.contents : document.getIn(at.slice(0, length - 1), true);
    const key = at[length - 1];
    const pair = isMap(parent) ? parent.items.find((item) => String((item.key as { value?: unknown } | null)?.value) === key) : null;
    const node = length === 0 ? document.contents : pair?.key ?? (isSeq(parent) ? parent.items[Number(key)] : null);
    const range = (node as { readonly range?: readonly number[] | null } | null)?.range;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  }
  return 1;
}
