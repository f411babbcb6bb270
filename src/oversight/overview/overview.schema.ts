/** What stands in the file of an overview. */
import { Type, type Static, type TSchema } from 'typebox';
import { FIGURE_UNITS } from './figures.ts';
import { GROUND_CODES } from './grounds.ts';
import { OUTCOME_CODES, WAYS } from './words.ts';

const strict = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 4000, pattern: String.raw`\S` });
const Id = Type.String({ pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 60, description: 'small letters and digits with hyphens' });
const Told = Type.Object({ da: Text, en: Text }, { ...strict, description: 'the text in both languages: {da: …, en: …}' });
const When = Type.String({ pattern: String.raw`^\d{4}(?:-\d{2}(?:-\d{2})?)?$`, description: 'a year, a month or a day, in quotes: "2010", "2010-03", "2010-03-15"' });
const Day = Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, description: 'a day, in quotes: "2026-11-26"' });
function codes<const Codes extends readonly string[]>(of: Codes) {
  return Type.Unsafe<Codes[number]>(Type.String({ enum: [...of], description: `one of ${of.join(', ')}` }));
}
const Decimal = Type.String({ pattern: String.raw`^\d{1,15}(?:\.\d{1,2})?$`, description: 'an amount in quotes, with a point: "475000"' });

/** Where something is said. */
const Source = Type.Object({
  id: Id,
  title: Text,
  publisher: Text,
  kind: codes(['press', 'authority', 'municipality', 'supplier', 'ruling', 'document', 'register']),
  url: Type.String({ pattern: String.raw`^https?://\S+$`, maxLength: 500, description: 'an address that begins with http' }),
  published: Type.Optional(When),
  /** How much of it was read: a title alone carries little. */
  seen: codes(['read', 'excerpt', 'title']),
}, strict);

/** Who is meant, or who speaks: a municipality by its name without "Kommune", a supplier, all rows at once, or somebody else in words. */
const Party = Type.Union([
  Type.Object({ municipality: Text }, strict),
  Type.Object({ supplier: Text }, strict),
  Type.Object({ all: Type.Literal(true) }, strict),
], { description: 'one of {municipality: NAME}, {supplier: NAME}, {all: true}' });
const Speaker = Type.Union([
  Type.Object({ municipality: Text }, strict),
  Type.Object({ supplier: Text }, strict),
  Type.Object({ other: Told }, strict),
], { description: 'who says it: {municipality: NAME}, {supplier: NAME} or {other: {da: …, en: …}}' });

const common = {
  id: Id,
  about: Party,
  /** In the house’s own words. */
  text: Told,
  /** Word by word, in the language of the source. */
  quote: Type.Optional(Text),
  sources: Type.Array(Id, { minItems: 1, description: 'the ids of its sources, at least one' }),
  /** When it happened, or was said; left out: not known. */
  date: Type.Optional(When),
  /** Who says it; left out: the source. */
  by: Type.Optional(Speaker),
  /** When it was entered here. */
  entered: Day,
  /** Which of the editors entered it; left out: the first of them, or the publisher when the file names none. */
  editor: Type.Optional(Id),
  /** The statement that this one takes the place of; both stay readable. */
  corrects: Type.Optional(Id),
};

function statement<const Kind extends string, const More extends Record<string, TSchema>>(kind: Kind, more: More) {
  return Type.Object({ kind: Type.Literal(kind), ...common, ...more }, strict);
}

const Holding = statement('holding', {
  from: Type.Optional(When), to: Type.Optional(When), amount: Type.Optional(Decimal), currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
  /** What the amount is for; left out: not known. */
  basis: Type.Optional(codes(['year', 'total'])),
});
const Way = statement('way', { way: codes(WAYS) });
const Claim = statement('claim', { ground: codes(GROUND_CODES) });
const Reply = statement('reply', {});
const Question = statement('question', { deadline: Day });
const OutcomeStatement = statement('outcome', { outcome: codes(OUTCOME_CODES), amount: Type.Optional(Decimal), currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })) });
const View = statement('view', {});
/** The party was heard in the case that the outcome is of, and what it said was not found in what was read. */
const Silence = statement('silence', {});

/** A figure that a source gives, with what was compared and what it does not show. One value, or a range; `high` alone is "up to". */
const Figure = statement('figure', {
  unit: codes(FIGURE_UNITS),
  value: Type.Optional(Decimal), low: Type.Optional(Decimal), high: Type.Optional(Decimal),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', description: 'three letters: DKK' })),
  /** Per what: a year, an inhabitant. */
  per: Type.Optional(Told),
  /** How many were compared; left out: the source as read does not say. */
  n: Type.Optional(Type.Integer({ minimum: 1, description: 'a whole number without quotes' })),
  basis: Told,
  notShown: Told,
});

export const STATEMENT_SCHEMAS = { figure: Figure, holding: Holding, way: Way, claim: Claim, reply: Reply, question: Question, outcome: OutcomeStatement, view: View, silence: Silence } as const;
export type StatementKind = keyof typeof STATEMENT_SCHEMAS;
export type StatementOf<Kind extends StatementKind> = Static<(typeof STATEMENT_SCHEMAS)[Kind]>;
export type Statement = { [Kind in StatementKind]: StatementOf<Kind> }[StatementKind];

/** Who writes in the file, and whom they are bound to: municipalities and suppliers, by the names that the statements use. */
const Editor = Type.Object({
  id: Id,
  name: Text,
  owners: Type.Array(Text, { description: 'the names of its owners, or [] for none' }),
  customers: Type.Array(Text, { description: 'the names of its customers, or [] for none' }),
}, strict);

/** The frame of the file: its statements are checked one by one, by their kind. */
export const OverviewSchema = Type.Object({
  subject: codes(['system', 'supplier', 'field']),
  title: Told,
  lead: Told,
  /** Names of the system as notices may write them: what the register is searched for. None: it is no overview of municipalities. */
  names: Type.Array(Text),
  suppliers: Type.Array(Text),
  cpv: Type.Array(Type.String({ pattern: String.raw`^\d{2,8}$`, description: 'two to eight digits, in quotes' })),
  kle: Type.Array(Type.String({ pattern: String.raw`^\d\d(?:\.\d\d){0,2}$` })),
  /** What else finds it in notices, and what does not: see docs/matching.md. */
  match: Type.Optional(Type.Object({
    common: Type.Optional(Type.Array(Text, { description: 'names that are other words too; they need a supplier or a CPV field beside them' })),
    about: Type.Optional(Type.Array(Text, { description: 'words that describe it; they need a supplier, and a CPV field or a KLE number, beside them' })),
    not: Type.Optional(Type.Array(Text, { description: 'phrases in which a name means something else' })),
  }, strict)),
  /** When the purchases were made. */
  period: Type.Object({ from: When, to: When }, strict),
  /** What happened, in a few sentences, each with its sources. */
  story: Type.Array(Type.Object({ text: Told, sources: Type.Array(Id, { minItems: 1 }) }, strict), { minItems: 1, maxItems: 7 }),
  /** What is not known, said plainly. */
  unknown: Type.Array(Told),
  sources: Type.Array(Source, { minItems: 1 }),
  editors: Type.Optional(Type.Array(Editor, { minItems: 1 })),
  statements: Type.Array(Type.Object({ kind: codes(Object.keys(STATEMENT_SCHEMAS) as StatementKind[]) }, { additionalProperties: true })),
}, strict);

export type Source = Static<typeof Source>;
export type Editor = Static<typeof Editor>;
export type Party = Static<typeof Party>;
export type Speaker = Static<typeof Speaker>;
export type Told = Static<typeof Told>;

export interface Overview extends Omit<Static<typeof OverviewSchema>, 'statements'> {
  /** Name of its folder. */
  readonly id: string;
  readonly statements: readonly Statement[];
}
