/** A purchase is begun out of a need, and written until it can be announced. */
import { Type } from 'typebox';
import { copenhagenInstant, fail, moneyText, ok, refuse, type Failure, type Language, type Result } from '#base';
import { lawRule } from '../findings.ts';
import { forbiddenByLaw, start, step, type Beginning, type Context } from '../core/command.ts';
import { choice, count, decimal, fields, line, list, maybe, moment, money, text, truth } from '../core/fields.ts';
import { modelFaults, WHOLE, type Model } from '../evaluation/model.ts';
import { sheetFaults, type Sheet } from '../evaluation/price-sheet.ts';
import { evaluationTexts, faultTold } from '../evaluation/told.ts';
import { rulesUnder } from '../kinds/competitive.ts';
import type { PurchaseRules } from '../kinds/rules.ts';
import { valueOf, type NeedBody } from '../need/need.ts';
import type { MarketRecord } from '../core/record.ts';
import { lookNeed } from './need.store.ts';
import { isCompetitive } from './purchase.life.ts';
import { NOTHING_YET, PURCHASE_TEXTS, type Purchase, type PurchaseBody, type PurchaseInternal } from './purchase.schema.ts';

const CURRENCY = 'DKK';

export const StartPurchase = fields({
  need: Type.String({ format: 'uuid', form: 'choice' }),
  category: Type.String({ maxLength: 100, form: 'choice' }),
});

/** What a need says that a purchase begins with. @param need read by the server; null: there is none */
export function textsOfNeed({ body }: MarketRecord<NeedBody>): Pick<PurchaseBody, 'title' | 'background' | 'wanted' | 'mustNotChange' | 'service' | 'cpv' | 'value' | 'security' | 'personalData' | 'dataProtection' | 'term' | 'requirements'> {
  const { title, why, wanted, mustNotChange, service, cpv, security, personalData, dataProtection } = body;
  return {
    title, background: why, wanted, service, cpv, value: moneyText(valueOf(body)), personalData, term: '', requirements: [],
    ...(mustNotChange === undefined ? {} : { mustNotChange }), ...(security === undefined ? {} : { security }), ...(dataProtection === undefined ? {} : { dataProtection }),
  };
}

/** The need, if it is the buyer's own, decided, and to be met in this way. */
export function usableNeed(need: MarketRecord<NeedBody> | null, owner: string, way: string): Result<MarketRecord<NeedBody>> {
  if (need === null || need.owner !== owner) return fail(refuse('invalid', { da: ['I har ikke det behov.', 'Vælg et af jeres egne behov.'], en: ['There is no such need of yours.', 'Choose one of your own needs.'] }, 'need'));
  if (need.state !== 'decided' || need.body.decision?.way !== way) {
    return fail(refuse('invalid', { da: ['Det er ikke besluttet, at behovet skal dækkes på denne måde.', 'Beslut først behovet; beslutningen gemmer svarene efter loven.'], en: ['The need is not decided to be met in this way.', 'Decide the need first; the decision keeps the answers of the law.'] }, 'need'));
  }
  return ok(need);
}

function beginning(rules: PurchaseRules, parent: MarketRecord, need: MarketRecord<NeedBody>, category: string, owner: string): Result<Beginning<PurchaseBody, PurchaseInternal>> {
  const section = rules.sections(parent).find(({ id }) => id === category);
  if (section === undefined) return fail(refuse('invalid', { da: ['Kategorien eller delaftalen findes ikke.', 'Vælg en af dem, systemet eller aftalen har.'], en: ['There is no such category or lot.', 'Choose one of those that the system or agreement has.'] }, 'category'));
  return ok({
    state: 'draft', audience: 'owner', parties: [], owner, parent: parent.id, internal: NOTHING_YET,
    body: { way: rules.way, need: need.id, category: section, ...textsOfNeed(need), reasons: [], versions: [], deadlineMoves: [], questions: [], documents: [] },
    happened: [{ type: 'begun', audience: 'owner', data: {} }],
  });
}

function parentFailure(rules: PurchaseRules | null, { parent, actor, organisation }: Context): Failure | null {
  if (parent === null || rules === null) return refuse('conflict', { da: ['Der kan ikke købes noget her.', 'Begynd fra et dynamisk indkøbssystem eller en rammeaftale.'], en: ['Nothing is bought under this record.', 'Begin under a dynamic purchasing system or a framework agreement.'] });
  if (parent.state !== rules.parentState) return refuse('conflict', { da: ['Der er ikke åbent for køb.', 'Se på systemets eller aftalens side, hvor langt det er.'], en: ['It is not open for purchases.', 'Look at the state of the system or agreement.'] });
  const buyer = organisation(actor?.organisation ?? '');
  if (buyer !== null && rules.mayBuy(parent, buyer)) return rules.notThisWay(parent);
  return forbiddenByLaw(lawRule(rules.buyersRule).paragraph, { da: ['Jeres organisation er ikke nævnt blandt dem, der må købe her', 'Spørg ejeren. Den, som en offentliggjort bekendtgørelse ikke nævner, kan ikke føjes til.'], en: ['Your organisation is not named among those who may buy here', 'Ask the owner; whom a published notice does not name cannot be added to it.'] });
}

export const startPurchase = start<typeof StartPurchase, PurchaseBody, PurchaseInternal>({
  name: 'purchase.start', input: StartPurchase, below: ['dis', 'framework'], look: lookNeed,
  decide: ({ category }, context) => {
    const { parent, actor, looked } = context;
    const rules = parent === null ? null : rulesUnder(parent);
    const wrong = parentFailure(rules, context);
    if (wrong !== null || rules === null || parent === null || actor === null) return fail(wrong ?? refuse('forbidden', { da: ['Et køb skal tilhøre en organisation, og ingen er logget ind.', 'Log ind på /log-ind.'], en: ['A purchase is somebody’s, and nobody is logged in.', 'Log in at /log-ind.'] }));
    const need = usableNeed(looked as MarketRecord<NeedBody> | null, actor.organisation, rules.needWay);
    return need.ok ? beginning(rules, parent, need.value, category, actor.organisation) : need;
  },
});

export const WritePurchase = fields({ ...PURCHASE_TEXTS, deadline: maybe(moment()), agreedDays: maybe(count(1, 60)) });

/** A day and minute on the clocks of Copenhagen, as an instant. Null: no such day or time. */
export function instantOf(local: string): Temporal.Instant | null {
  try {
    const { date, time } = { date: Temporal.PlainDate.from(local.slice(0, 10)), time: Temporal.PlainTime.from(local.slice(11)) };
    return copenhagenInstant(date, time);
  } catch {
    return null;
  }
}

export const NO_SUCH_TIME: Failure = refuse('invalid', { da: ['Den dag eller det klokkeslæt findes ikke.', 'Skriv det som 2026-12-01T12:00, i dansk tid.'], en: ['There is no such day or time.', 'Write it like 2026-12-01T12:00, in the time of Copenhagen.'] }, 'deadline');

/** What may stand in the texts, whenever they are written. */
export function textFailure({ personalData, dataProtection, requirements }: Pick<PurchaseBody, 'personalData' | 'dataProtection' | 'requirements'>): Failure | null {
  if (personalData && dataProtection === undefined) return refuse('invalid', { da: ['Når der behandles personoplysninger, skal der stå hvilke, og hvad leverandøren skal gøre for at beskytte dem.', 'Skriv det, eller sig, at der ingen er.'], en: ['Where personal data are handled, say which, and what the supplier must do to protect them.', 'Write it, or say that there are none.'] }, 'dataProtection');
  const ids = requirements.map(({ id }) => id);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  return twice === -1 ? null : refuse('invalid', { da: [`To krav har nummeret ${ids[twice]}.`, 'Giv hvert sit eget.'], en: [`Two requirements have the number ${ids[twice]}.`, 'Give each its own.'] }, `requirements[${twice}].id`);
}

export const writePurchase = step({
  name: 'purchase.write', input: WritePurchase, from: ['draft'], applies: isCompetitive,
  decide: ({ body }: Purchase, { deadline: local, ...texts }) => {
    const wrong = textFailure(texts);
    if (wrong !== null) return fail(wrong);
    const deadline = local === undefined ? null : instantOf(local);
    if (local !== undefined && deadline === null) return fail(NO_SUCH_TIME);
    const { mustNotChange, undivided, security, dataProtection, agreedDays, deadline: before, ...rest } = body;
    void [mustNotChange, undivided, security, dataProtection, agreedDays, before];
    return ok({ state: 'draft', body: { ...rest, ...texts, ...(deadline === null ? {} : { deadline: deadline.toString() }) }, happened: [{ type: 'written', audience: 'owner', data: {} }] });
  },
});

/** What decides between two that are equal at the top, as `rank` works it out and people then draw. */
export const TIE = 'lowest-price-then-lots';

const percent = { weight: decimal() };
const Part = { name: line(300), ...percent, emphasis: text(5000) };

export const SetModel = fields({
  method: choice(['linear-points', 'price-per-point', 'points-in-money'] as const),
  lowest: count(0, 1000),
  highest: count(1, 1000),
  /** Of linear points: percent above the lowest price that gets the fewest points, and percent of the price. */
  slope: maybe(decimal()),
  priceWeight: maybe(decimal()),
  /** Of price with quality deducted: kroner for a point. */
  pointWorth: maybe(money()),
  criteria: list(fields({ ...Part, parts: list(fields(Part), 30) }), 30, 1),
});

/** Percent with one decimal, as per mille. Null: it has more. */
function perMille(given: string): number | null {
  const value = Number(given) * 10;
  return Math.abs(value - Math.round(value)) < 1e-9 ? Math.round(value) : null;
}

type ModelInput = Parameters<typeof modelOf>[0];

/** The model as the evaluation knows it. Criteria get ids by their place: "k2", "k2-1". */
export function modelOf(input: { method: Model['method']['kind']; lowest: number; highest: number; slope?: string; priceWeight?: string; pointWorth?: string; criteria: { name: string; weight: string; emphasis: string; parts: { name: string; weight: string; emphasis: string }[] }[] }): Result<Model> {
  const method = methodOf(input);
  if (!method.ok) return method;
  const wrong = input.criteria.flatMap(({ weight, parts }) => [weight, ...parts.map((part) => part.weight)]).find((weight) => perMille(weight) === null);
  if (wrong !== undefined) return fail(refuse('invalid', { da: [`En vægt har højst én decimal, ikke ${wrong}.`, 'Skriv i procent: 33,3'], en: [`A weight has at most one decimal, not ${wrong}.`, 'Write percent: 33.3'] }, 'criteria'));
  const model: Model = {
    currency: CURRENCY, scale: { lowest: input.lowest, highest: input.highest }, method: method.value,
    criteria: input.criteria.map(({ parts, ...criterion }, at) => ({
      ...criterion, id: `k${at + 1}`, weight: perMille(criterion.weight) ?? 0, parts: parts.map((part, n) => ({ ...part, id: `k${at + 1}-${n + 1}`, weight: perMille(part.weight) ?? 0 })),
    })),
  };
  const [fault] = modelFaults(model);
  return fault === undefined ? ok(model) : fail(refuse('invalid', { da: [faultTold(fault, 'da'), 'Ret modellen, og prøv igen.'], en: [faultTold(fault, 'en'), 'Mend the model, and try again.'] }, fault.code === 'scale-upside-down' || fault.code === 'points-may-be-none' ? 'lowest' : 'criteria'));
}

function missing(place: string): Result<Model['method']> {
  return fail(refuse('invalid', { da: ['Denne metode kræver et tal her.', 'Skriv det; det bliver offentliggjort sammen med metoden.'], en: ['This method needs a number here.', 'Write it; it is published with the method.'] }, place));
}

function methodOf({ method, slope, priceWeight, pointWorth }: Pick<ModelInput, 'method' | 'slope' | 'priceWeight' | 'pointWorth'>): Result<Model['method']> {
  if (method === 'price-per-point') return ok({ kind: method });
  if (method === 'points-in-money') {
    const worth = pointWorth === undefined ? 0 : Math.round(Number(pointWorth) * 100);
    return worth < 1 ? missing('pointWorth') : ok({ kind: method, pointWorth: worth });
  }
  const [inclined, share] = [perMille(slope ?? '0') ?? 0, perMille(priceWeight ?? '0') ?? 0];
  if (inclined < 1 || inclined > 100_000) return missing('slope');
  return share < 1 || share > WHOLE ? missing('priceWeight') : ok({ kind: method, slope: inclined, priceWeight: share });
}

export const setModel = step({
  name: 'purchase.set-model', input: SetModel, from: ['draft'], applies: isCompetitive,
  decide: ({ body }: Purchase, input) => {
    const model = modelOf(input);
    return model.ok ? ok({ state: 'draft', body: { ...body, model: model.value, tie: TIE }, happened: [{ type: 'model-set', audience: 'owner', data: {} }] }) : model;
  },
});

export const SetSheet = fields({
  lines: list(fields({ number: Type.String({ pattern: '^[0-9]{1,3}(\\.[0-9]{1,3}){0,2}$', form: 'line' }), name: line(500), unit: line(60), quantity: count(0, 1_000_000_000), option: truth(), evaluated: truth() }), 500, 1),
});

export const setSheet = step({
  name: 'purchase.set-sheet', input: SetSheet, from: ['draft'], applies: isCompetitive,
  decide: ({ body }: Purchase, { lines }) => {
    const sheet: Sheet = { currency: CURRENCY, lines };
    const [fault] = sheetFaults(sheet);
    if (fault !== undefined) {
      const told = (lang: Language): string => evaluationTexts[lang][`sheet.${fault.code}`].replace('{line}', fault.line ?? '');
      return fail(refuse('invalid', { da: [told('da'), 'Ret linjerne.'], en: [told('en'), 'Mend the lines.'] }, 'lines'));
    }
    return ok({ state: 'draft', body: { ...body, sheet }, happened: [{ type: 'sheet-set', audience: 'owner', data: {} }] });
  },
});
