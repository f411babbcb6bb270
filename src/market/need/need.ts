/** A need: why, what is wanted, what must not change, and what the law says to it. The buyer decides; the answers of the law and the reason are kept. */
import { Type, type Static } from 'typebox';
import { copenhagenDate, fail, moneyText, ok, parseMoney, refuse, sumMoney, unwrap, type Failure, type Money, type Result } from '#base';
import { judgeRoute, judgeWhere, MATURITIES, NEEDS, PACES, STANDARDISATIONS } from '#law';
import { kind, start, step, type Context, type Moved } from '../core/command.ts';
import { choice, cpv, fields, line, list, maybe, money, text, truth } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';

/** How a need can be met. `none`: it is met without buying. */
export const WAYS = ['dis', 'framework', 'tender', 'market-terms', 'option', 'none'] as const;

const DESCRIBED = {
  title: line(),
  why: text(),
  wanted: text(),
  mustNotChange: maybe(text()),
  today: maybe(text()),
  service: choice(['services', 'goods'] as const),
  cpv: cpv(),
  value: money(),
  options: list(fields({ name: line(), value: money() }), 20),
  security: maybe(text()),
  personalData: truth(),
  dataProtection: maybe(text()),
  isAddOn: truth(),
  addOnTo: maybe(text(2000)),
  maturity: maybe(choice(MATURITIES)),
  standardisation: maybe(choice(STANDARDISATIONS)),
  pace: maybe(choice(PACES)),
  parts: maybe(choice(NEEDS)),
};

const Description = fields(DESCRIBED);
export type NeedDescription = Static<typeof Description>;

const Text2 = Type.Object({ da: Type.String(), en: Type.String() });
const Finding = Type.Object({ paragraph: Type.String(), result: Type.String(), because: Text2, source: Type.String(), grade: Type.String() });

/** What the law room answered on the day of the decision: kept as it was, also when the rules change. */
const Answers = Type.Object({
  on: Type.String(),
  version: Type.String(),
  /** With every option, as decimal kroner. */
  value: Type.String(),
  verdict: Type.String(),
  likely: Type.Union([Type.String(), Type.Null()]),
  findings: Type.Array(Finding),
  ways: Type.Array(Type.Object({ id: Type.String(), title: Text2, for: Type.Array(Text2), against: Type.Array(Text2) })),
});
export type NeedAnswers = Static<typeof Answers>;

const Body = Type.Object({
  ...DESCRIBED,
  answers: Type.Optional(Answers),
  decision: Type.Optional(Type.Object({ way: choice(WAYS), reason: text() })),
}, { additionalProperties: false });
export type NeedBody = Static<typeof Body>;
export type Need = MarketRecord<NeedBody>;

const CURRENCY = 'DKK';
const HOUSE = 'owner' as const;

/** The value as the law reckons it: with every option. */
export function valueOf({ value, options }: Pick<NeedDescription, 'value' | 'options'>): Money {
  return unwrap(sumMoney([value, ...options.map((option) => option.value)].map((amount) => unwrap(parseMoney(amount, CURRENCY))), CURRENCY));
}

/** The need is met by a contract. @param need read and locked; null: there is none in Torvet */
export function usedNeed(need: MarketRecord | null): readonly Moved[] {
  return need?.state === 'decided' ? [{ record: need, state: 'used', happened: [{ type: 'used', audience: HOUSE, data: {} }] }] : [];
}

function refusal(description: NeedDescription): Failure | null {
  if (description.isAddOn && description.addOnTo === undefined) {
    return refuse('invalid', { da: ['Ved et tilkøb skal der stå, hvad der købes til: hvilken kontrakt, hvornår den blev indgået, og hvad den var værd.', 'Skriv det, eller sig, at det ikke er et tilkøb.'], en: ['An add-on must say what it is added to: which contract, when it was concluded, and what it was worth.', 'Write it, or say that it is no add-on.'] }, 'addOnTo');
  }
  if (description.personalData && description.dataProtection === undefined) {
    return refuse('invalid', { da: ['Når der behandles personoplysninger, skal der stå hvilke, og hvad leverandøren skal gøre for at beskytte dem.', 'Skriv det, eller sig, at der ingen er.'], en: ['Where personal data are handled, say which, and what the supplier must do to protect them.', 'Write it, or say that there are none.'] }, 'dataProtection');
  }
  return null;
}

/** What the law says to a need on a day. */
export function answersOf(description: NeedDescription, now: Temporal.Instant): NeedAnswers {
  const on = copenhagenDate(now).toString();
  const value = moneyText(valueOf(description));
  const route = judgeRoute({ on, kind: description.service, value: { amount: Number(description.value) }, options: description.options.map((option) => ({ amount: Number(option.value) })) });
  const where = judgeWhere({
    maturity: description.maturity ?? null, standardisation: description.standardisation ?? null, pace: description.pace ?? null, need: description.parts ?? null, sharedWithOthers: null,
  });
  // As JSON, so that a text which is put together when it is read is kept as it read today.
  return JSON.parse(JSON.stringify({
    on, version: route.version, value, verdict: route.verdict, likely: route.likely, findings: route.findings,
    ways: where.ranked.map((way) => ({ id: way.id, title: way.title, for: way.for, against: way.against })),
  })) as NeedAnswers;
}

function owned(context: Context): string {
  if (context.actor === null) throw new Error('A need is somebody’s.');
  return context.actor.organisation;
}

function described(description: NeedDescription): Result<NeedBody> {
  const failure = refusal(description);
  return failure === null ? ok(description) : fail(failure);
}

export const need = kind<NeedBody>({
  kind: 'need',
  path: 'behov',
  states: ['draft', 'decided', 'used', 'dropped'],
  body: Body,
  titleOf: ({ body }) => body.title,
  commands: [
    start<typeof Description, NeedBody, null>({
      name: 'need.start', input: Description,
      decide: (input, context) => {
        const body = described(input);
        return body.ok ? ok({ state: 'draft', body: body.value, audience: HOUSE, parties: [], owner: owned(context), parent: null, happened: [{ type: 'begun', audience: HOUSE, data: {} }] }) : body;
      },
    }),
    step<typeof Description, NeedBody, null>({
      name: 'need.write', input: Description, from: ['draft'],
      decide: (_record, input) => {
        const body = described(input);
        return body.ok ? ok({ state: 'draft', body: body.value, happened: [{ type: 'described', audience: HOUSE, data: {} }] }) : body;
      },
    }),
    step({
      name: 'need.decide', input: fields({ way: choice(WAYS), reason: text() }), from: ['draft'],
      decide: ({ body }: Need, { way, reason }, { now }) => ok({
        state: 'decided', body: { ...body, answers: answersOf(body, now), decision: { way, reason } }, happened: [{ type: 'decided', audience: HOUSE, data: { way, text: reason } }],
      }),
    }),
    step({
      name: 'need.drop', input: fields({ reason: text() }), from: ['draft', 'decided'],
      decide: ({ body }: Need, { reason }) => ok({ state: 'dropped', body, happened: [{ type: 'dropped', audience: HOUSE, data: { text: reason } }] }),
    }),
  ],
});
