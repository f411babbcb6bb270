/** A contract: what was bought, in numbered lines with prices, options among them, and for how long. Begun by the step of a purchase that signs it. */
import { Type, type Static } from 'typebox';
import { fail, moneyText, ok, parseMoney, refuse, sumMoney, unwrap, type Result } from '#base';
import { kind, step, type Context, type NewRecord } from '../core/command.ts';
import { day, fields, line, list, money, text, truth } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';

const strict = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });

export const ContractLine = fields({
  number: Type.String({ pattern: '^[0-9]{1,3}(\\.[0-9]{1,3}){0,2}$', form: 'line' }),
  name: line(500),
  option: truth(),
  /** Of the whole line, for the whole term. */
  price: money(),
});

/** What is entered when a contract is signed, whichever way it was bought. */
export const CONTRACT_INPUT = { lines: list(ContractLine, 200, 1), from: day(), to: day() };
export type ContractInput = Static<ReturnType<typeof fields<typeof CONTRACT_INPUT>>>;

const Body = Type.Object({
  title: Type.String(),
  /** The purchase that it follows from. */
  purchase: Uuid,
  supplier: Uuid,
  ...CONTRACT_INPUT,
  /** Sum of the lines, options included, in kroner excluding VAT. */
  value: money(),
  /** The same without options. */
  base: money(),
  /** ISO instant. */
  signedAt: Type.String(),
  ended: Type.Optional(Type.Object({ at: Type.String(), reason: Type.String() }, strict)),
}, strict);
export type ContractBody = Static<typeof Body>;
export type Contract = MarketRecord<ContractBody>;

const CURRENCY = 'DKK';

export interface Signed extends ContractInput {
  readonly title: string;
  readonly supplier: string;
  /** What was decided, options included, in kroner: the contract is worth exactly that. */
  readonly decided: string;
}

/**
 * The contract that a purchase ends in: give it to `creates`, and keep its key in the purchase.
 * Fails where the lines do not add up to what was decided, a number comes twice, or it ends before it begins.
 */
export function createContract(purchase: Pick<MarketRecord, 'id' | 'owner'>, signed: Signed, { now, newId }: Pick<Context, 'now' | 'newId'>): Result<NewRecord & { readonly id: string; readonly body: ContractBody }> {
  const { title, supplier, decided, lines, from, to } = signed;
  const numbers = lines.map(({ number }) => number);
  const twice = numbers.findIndex((number, at) => numbers.indexOf(number) !== at);
  if (twice >= 0) return fail(refuse('invalid', { da: [`Linje ${numbers[twice]} står der to gange.`, 'Giv hver linje sit eget nummer.'], en: [`Line ${numbers[twice]} is there twice.`, 'Give each line a number of its own.'] }, `lines[${twice}].number`));
  if (to < from) return fail(refuse('invalid', { da: ['Kontrakten slutter, før den begynder.', 'Se de to datoer efter.'], en: ['The contract ends before it begins.', 'Check the two days.'] }, 'to'));
  const [value, base] = [sumOf(lines), sumOf(lines.filter(({ option }) => !option))];
  if (value !== amountText(decided)) {
    return fail(refuse('invalid', { da: [`Linjerne giver tilsammen ${value} kroner, og der blev besluttet ${amountText(decided)}.`, 'Kontrakten er det værd, der blev besluttet, med optioner. Er prisen ændret, så beslut på ny.'], en: [`The lines add up to ${value} kroner, and ${amountText(decided)} were decided.`, 'A contract is worth what was decided, with its options. If the price has changed, decide anew.'] }, 'lines'));
  }
  const body: ContractBody = { title, purchase: purchase.id, supplier, lines, from, to, value, base, signedAt: now.toString() };
  return ok({ id: newId(), kind: 'contract', owner: purchase.owner, parent: purchase.id, state: 'signed', audience: 'public', parties: [supplier], body });
}

function sumOf(lines: readonly { readonly price: string }[]): string {
  return moneyText(unwrap(sumMoney(lines.map(({ price }) => unwrap(parseMoney(price, CURRENCY))), CURRENCY)));
}

function amountText(amount: string): string {
  return moneyText(unwrap(parseMoney(amount, CURRENCY)));
}

/** The contract as OCDS says it, for the release of the purchase. @param awardID of the award that it rests on */
export function contractPart(id: string, awardID: string, { title, lines, from, to, value, signedAt }: ContractBody): Readonly<Record<string, unknown>> {
  return {
    id, awardID, title, status: 'active', dateSigned: signedAt, value: { amount: Number(value), currency: CURRENCY },
    period: { startDate: `${from}T00:00:00Z`, endDate: `${to}T23:59:59Z` },
    items: lines.map(({ number, name, option, price }) => ({ id: number, description: option ? `Option: ${name}` : name, quantity: 1, unit: { value: { amount: Number(price), currency: CURRENCY } } })),
  };
}

export const contract = kind<ContractBody>({
  kind: 'contract',
  path: 'kontrakt',
  states: ['signed', 'ended'],
  body: Body,
  titleOf: ({ body }) => body.title,
  commands: [
    step({
      name: 'contract.end', input: fields({ reason: text(4000) }), from: ['signed'],
      decide: ({ body }: Contract, { reason }, { now }) => ok({
        state: 'ended', body: { ...body, ended: { at: now.toString(), reason } }, happened: [{ type: 'ended', audience: 'public', data: { text: reason } }],
      }),
    }),
  ],
});
