/** What stands in the file of an overview that is made wholly out of notices: what it is about, and nothing about anybody. */
import { Type, type Static } from 'typebox';

const strict = { additionalProperties: false } as const;
const Told = Type.Object({ da: Type.String({ minLength: 1, maxLength: 2000 }), en: Type.String({ minLength: 1, maxLength: 2000 }) }, { ...strict, description: 'the text in both languages: {da: …, en: …}' });
const Day = Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, description: 'a day, in quotes: "2026-11-26"' });

export const FieldSchema = Type.Object({
  subject: Type.Literal('field', { description: 'field: other subjects have a folder with an overview.yaml' }),
  /** A row for each buyer of whom the register has a notice of the field. */
  rows: Type.Literal('buyers', { description: 'buyers' }),
  title: Told,
  lead: Told,
  /** What the field is called, for whoever looks for it. */
  names: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1 }),
  cpv: Type.Array(Type.String({ pattern: String.raw`^\d{2,8}$`, description: 'two to eight digits, in quotes' }), { minItems: 1 }),
  countries: Type.Array(Type.String({ pattern: '^[A-Z]{2}$', description: 'two capital letters, in quotes: "DK"' }), { minItems: 1 }),
  /** Days of the newest notice of a purchase; `to` left out: until today. */
  period: Type.Object({ from: Day, to: Type.Optional(Day) }, strict),
  /** What its notices cannot show. */
  unknown: Type.Array(Told, { minItems: 1 }),
}, strict);

export interface Field extends Static<typeof FieldSchema> {
  /** Name of its file, without ending. */
  readonly id: string;
}
