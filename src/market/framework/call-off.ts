/** What is bought under an agreement so far, and whether more may be. The caller holds the lock on the agreement. */
import { copenhagenDate, ok, parseMoney, unwrap, type Failure, type Language, type Money, type Result } from '#base';
import { forbiddenByLaw, type OrganisationFacts } from '../core/command.ts';
import type { MarketRecord } from '../core/record.ts';
import { findingTold, lawRule, type MarketFinding } from '../findings.ts';
import { isNamed } from '../kinds/parent.ts';
import type { PurchaseBody, PurchaseInternal } from '../purchase/purchase.schema.ts';
import { da } from './framework.da.ts';
import { en } from './framework.en.ts';
import type { Framework, FrameworkBody } from './framework.schema.ts';
import { checkCallOff, usedSoFar, type CallOff, type CallOffCheck, type FrameworkTerms } from './maximum.ts';

export const CURRENCY = 'DKK';

/** `reserved`: decided, and no contract yet. `outside`: made outside Torvet and entered by the owner. */
export type CallOffStage = 'contracted' | 'reserved' | 'outside';

export interface CountedCallOff extends CallOff {
  readonly stage: CallOffStage;
  /** Of the purchase; null: entered by the owner. */
  readonly purchase: string | null;
  readonly title: string;
}

function kroner(amount: string): Money {
  return unwrap(parseMoney(amount, CURRENCY));
}

/** The last day on which something may be called off. */
export function lastDay({ to, ended }: Pick<FrameworkBody, 'to' | 'ended'>): string {
  return ended !== undefined && ended.on < to ? ended.on : to;
}

/** @param buyer who is about to buy; null: nobody, only sums are asked for */
export function termsOf(framework: Pick<Framework, 'owner' | 'body'>, buyer: Pick<OrganisationFacts, 'id' | 'cvr' | 'kind'> | null, on: string): FrameworkTerms {
  const { body } = framework;
  return {
    maximum: kroner(body.maximum), from: body.from, to: lastDay(body), buyers: buyer !== null && isNamed(framework, buyer) ? [buyer.id] : [],
    lots: body.lots.map(({ id, lotMaximum }) => ({
      id, maximum: lotMaximum === undefined ? null : kroner(lotMaximum),
      parties: body.parties.filter(({ lots, leftOn }) => lots.includes(id) && (leftOn === null || leftOn >= on)).map(({ organisation }) => organisation),
    })),
  };
}

/** Everything that counts: what the owner entered, what has a contract, and what is decided and on its way to one. @param purchases records under the agreement */
export function callOffsUnder({ body }: Pick<Framework, 'body'>, purchases: readonly MarketRecord[]): readonly CountedCallOff[] {
  return [
    ...body.callOffs.map(({ lot, buyer, supplier, on, value, source }) => ({ lot, buyer, supplier, on, value: kroner(value), stage: 'outside' as const, purchase: null, title: source })),
    ...purchases.flatMap((record) => counted(record as MarketRecord<PurchaseBody, PurchaseInternal>)),
  ];
}

/** From the decision on, also before the letters make it public: what two have decided is reserved. */
function counted({ id, kind, state, owner, body, internal }: MarketRecord<PurchaseBody, PurchaseInternal>): readonly CountedCallOff[] {
  const decided = body.outcome ?? internal?.decision;
  if (kind !== 'purchase' || (state !== 'decided' && state !== 'contracted') || decided === undefined) return [];
  const { winner, value, decidedAt } = decided;
  return [{
    lot: body.category.id, buyer: owner, supplier: winner, on: copenhagenDate(Temporal.Instant.from(decidedAt)).toString(), value: kroner(value),
    stage: state === 'contracted' ? 'contracted' : 'reserved', purchase: id, title: body.title,
  }];
}

export interface Wanted {
  readonly lot: string;
  readonly supplier: string;
  /** Kroner excluding VAT as decimal text, with every option. */
  readonly value: string;
  readonly now: Temporal.Instant;
}

/** Holds a purchase that is about to be decided against the agreement and all that was bought under it. Fails where amounts cannot be added. */
export function judgeCallOff(framework: Framework, purchases: readonly MarketRecord[], buyer: OrganisationFacts, { lot, supplier, value, now }: Wanted): Result<CallOffCheck> {
  const on = copenhagenDate(now).toString();
  return checkCallOff(termsOf(framework, buyer, on), callOffsUnder(framework, purchases), { lot, buyer: buyer.id, supplier, on, value: kroner(value) });
}

/** The first thing that the law forbids, as a failure in plain words; null: nothing. */
export function callOffFailure(findings: readonly MarketFinding[], place?: string): Failure | null {
  const found = findings.find(({ severity }) => severity === 'blocks');
  if (found === undefined) return null;
  const told = (lang: Language): string => findingTold({ da, en }, found, lang).replace(/\.$/, '');
  return forbiddenByLaw(found.rule === null ? '' : lawRule(found.rule).paragraph, { da: [told('da'), 'Køb mindre, eller køb uden for aftalen.'], en: [told('en'), 'Buy less, or buy outside the agreement.'] }, place);
}

/** A contract under the agreement is concluded while it runs (§ 95); it may run on after it. Null: it does. @param on ISO date in Copenhagen */
export function contractNotAllowed({ body }: Pick<Framework, 'body'>, on: string): Failure | null {
  if (on >= body.from && on <= lastDay(body)) return null;
  return forbiddenByLaw(lawRule('udbudsloven-95-3').paragraph, { da: ['Aftalen løber ikke længere, og en kontrakt under den skal indgås, mens den løber', 'Annullér købet, og køb på en anden måde.'], en: ['The agreement does not run any more, and a contract under it is concluded while it does', 'Cancel the purchase, and buy in another way.'] });
}

export interface Usage {
  /** Null: of the agreement as a whole. */
  readonly lot: string | null;
  readonly maximum: Money;
  readonly contracted: Money;
  readonly reserved: Money;
  readonly outside: Money;
  readonly total: Money;
}

/** How much of each maximum is used, and by what. */
export function usageOf(framework: Pick<Framework, 'owner' | 'body'>, callOffs: readonly CountedCallOff[], now: Temporal.Instant): Result<readonly Usage[]> {
  const terms = termsOf(framework, null, copenhagenDate(now).toString());
  const of = (stage: CallOffStage) => unwrap(usedSoFar(terms, callOffs.filter((one) => one.stage === stage)));
  const [all, contracted, reserved, outside] = [unwrap(usedSoFar(terms, callOffs)), of('contracted'), of('reserved'), of('outside')];
  const nothing = kroner('0');
  return ok(all.map(({ lot, maximum, after }, at) => ({
    lot, maximum, total: after, contracted: contracted[at]?.after ?? nothing, reserved: reserved[at]?.after ?? nothing, outside: outside[at]?.after ?? nothing,
  })));
}
