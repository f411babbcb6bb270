import type { JsonObject } from '#base';
import { amount, object, objects, text, textList, wording } from '../dirty.ts';
import { instantOf } from '../instant.ts';
import { readProcedure } from '../procedure.ts';
import type { ProcedureView } from '../process-details.view.ts';
import { cpvCode } from './lots.flat.ts';
import { bidCounts, bidsFor, dayOf, type FlatInput } from './reading.ts';
import { OCID, date, decimal, flag, instant, integer, text as textColumn, type FlatTable } from './table.ts';

/** How a purchase may be tied to others. A system that is set up as a framework agreement and as a DIS counts as the latter. */
export const TECHNIQUES = ['dps', 'framework', 'call-off'] as const;
export type Technique = (typeof TECHNIQUES)[number];

/** What a process is said to be, without the words. */
export interface ProcessFlat {
  readonly ocid: string;
  readonly title: string | null;
  readonly buyer: string | null;
  readonly status: string | null;
  readonly method: string | null;
  readonly procedure: string | null;
  readonly without_call: boolean | null;
  readonly reasons: string | null;
  readonly rationale: string | null;
  readonly technique: string | null;
  readonly category: string | null;
  readonly cpv: string | null;
  readonly estimate: string | null;
  readonly estimate_currency: string | null;
  readonly opens: string | null;
  readonly deadline: string | null;
  readonly deadline_day: string | null;
  readonly planned: boolean;
  readonly price_only: boolean | null;
  readonly accelerated: boolean;
  readonly lots: number;
  readonly bids: number | null;
  readonly lots_with_bids: number;
  readonly lots_single_bid: number;
}

export const PROCESS_TABLE: FlatTable<ProcessFlat> = {
  name: 'process',
  meaning: { da: 'Et forløb: en indkøbsproces med alle dens bekendtgørelser lagt sammen', en: 'A contracting process: all its notices merged' },
  columns: {
    ocid: OCID,
    title: textColumn('Titel', 'Title'),
    buyer: textColumn('Købers nøgle', 'Key of the buyer'),
    status: textColumn('Udbuddets status (OCDS tenderStatus)', 'Status of the tender (OCDS tenderStatus)'),
    method: textColumn('Konkurrence (OCDS method)', 'Competition (OCDS method)'),
    procedure: textColumn('Procedure (EU-kodelisten procurement-procedure-type)', 'Procedure (EU codelist procurement-procedure-type)'),
    without_call: flag(
      'Uden forudgående bekendtgørelse: proceduren neg-wo-call, eller uden EU-procedure metoden limited eller direct; tom: ikke oplyst',
      'Without a call for competition: the procedure neg-wo-call, or without an EU procedure the method limited or direct; empty: not stated'),
    reasons: textColumn(
      'Begrundelser for at købe uden forudgående bekendtgørelse (EU-kodelisten direct-award-justification), adskilt af mellemrum',
      'Reasons for buying without a call for competition (EU codelist direct-award-justification), parted by spaces'),
    rationale: textColumn('Begrundelsen for fremgangsmåden, med køberens ord', 'The reason for the method in the words of the buyer'),
    technique: textColumn(
      'dps: dynamisk indkøbssystem; framework: rammeaftale; call-off: køb på en rammeaftale',
      'dps: dynamic purchasing system; framework: framework agreement; call-off: bought under a framework agreement'),
    category: textColumn('Art (OCDS procurementCategory)', 'Category (OCDS procurementCategory)'),
    cpv: textColumn('Den første CPV-kode, otte cifre', 'The first CPV code, eight digits'),
    estimate: decimal('currency', 'Anslået værdi af det hele, som udbuddet siger', 'Estimated value of the whole, as the tender says'),
    estimate_currency: textColumn('Den anslåede værdis valuta', 'Currency of the estimate'),
    opens: instant('Tidligste begyndelse af en tilbudsfrist, der er oplyst', 'Earliest stated start of a period for tenders'),
    deadline: instant(
      'Tidligste frist for tilbud (eller ansøgninger, hvor proceduren begynder med dem) på en delaftale eller det hele',
      'Earliest deadline for tenders (or for requests, where the procedure begins with them) of a lot or the whole'),
    deadline_day: date('Dagen for den frist, som køberen skrev den', 'The day of that deadline as the buyer wrote it'),
    planned: flag('Henviser til en tidligere bekendtgørelse om planlægning', 'Refers to an earlier planning notice'),
    price_only: flag(
      'Ja: alle oplyste tildelingskriterier er pris; nej: der er andre; tom: ikke oplyst',
      'Yes: every stated award criterion is the price; no: there are others; empty: not stated'),
    accelerated: flag('Hasteprocedure er oplyst', 'Said to be accelerated'),
    lots: integer('lots', 'Delaftaler i alt', 'Lots in all'),
    bids: integer('bids', 'Tilbud til det hele, hvor de ikke er talt for hver delaftale', 'Bids for the whole, where they are not counted by lot'),
    lots_with_bids: integer('lots', 'Delaftaler (eller helheden), hvor antallet af tilbud er oplyst og mindst 1', 'Lots (or the whole) whose number of bids is stated and at least 1'),
    lots_single_bid: integer('lots', 'De af dem, der fik netop ét tilbud', 'Those of them with exactly one bid'),
  },
};

/** @param buyer key of the organisation that buys, or null */
export function processFlat({ ocid, release }: FlatInput, buyer: string | null): ProcessFlat {
  const tender = object(release['tender']);
  const procedure = readProcedure(release);
  const counts = bidCounts(release);
  const stated = counts.filter(({ bids }) => bids > 0);
  const estimate = amount(tender['value']);
  return {
    ocid, buyer,
    title: wording(tender, 'title') ?? wording(release, 'title'),
    status: text(tender['status']),
    method: procedure.method,
    procedure: procedure.code,
    without_call: isWithoutCall(procedure),
    reasons: reasonsOf(procedure),
    rationale: procedure.rationale,
    technique: techniqueOf(procedure),
    category: procedure.category,
    cpv: mainCpv(tender),
    estimate: estimate?.amount ?? null,
    estimate_currency: estimate?.currency ?? null,
    opens: earliest(tender, 'startDate'),
    deadline: earliest(tender, 'endDate'),
    deadline_day: dayOfEarliest(tender),
    planned: objects(release['relatedProcesses']).some((related) => textList(related['relationship']).includes('planning')),
    price_only: isPriceOnly(procedure),
    accelerated: procedure.isAccelerated,
    lots: objects(tender['lots']).length,
    bids: bidsFor(counts, null),
    lots_with_bids: stated.length,
    lots_single_bid: stated.filter(({ bids }) => bids === 1).length,
  };
}

const CALLED: ReadonlySet<string> = new Set(['open', 'selective']);
const UNCALLED: ReadonlySet<string> = new Set(['limited', 'direct']);

/**
 * The EU procedure decides where there is one. OCDS: "limited" invites suppliers of the buyer's choice, "direct" one.
 * @see https://standard.open-contracting.org/1.1/en/schema/codelists/#method
 */
function isWithoutCall({ code, method }: ProcedureView): boolean | null {
  if (code !== null) return code === 'neg-wo-call';
  if (CALLED.has(method ?? '')) return false;
  return UNCALLED.has(method ?? '') ? true : null;
}

/** A code is one word; what is none stands in the words of the buyer at most. */
function reasonsOf({ reasons }: ProcedureView): string | null {
  const codes = reasons.flatMap(({ code }) => (code !== null && /^[\w.-]{1,100}$/.test(code) ? [code] : []));
  return codes.length === 0 ? null : [...new Set(codes)].join(' ');
}

function mainCpv(tender: JsonObject): string | null {
  const codes = [...objects(tender['items']), tender].map((part) => object(part['classification']));
  return codes.flatMap(({ id }) => cpvCode(text(id)) ?? [])[0] ?? null;
}

function earliest(tender: JsonObject, end: 'startDate' | 'endDate'): string | null {
  return moments(tender, end)[0]?.at ?? null;
}

/** A deadline at midnight belongs to the day that the buyer wrote, whatever day it is in UTC. */
function dayOfEarliest(tender: JsonObject): string | null {
  return dayOf(moments(tender, 'endDate')[0]?.written ?? null);
}

/** The stated starts or ends of periods for tenders, earliest first. */
function moments(tender: JsonObject, end: 'startDate' | 'endDate'): readonly { readonly at: string; readonly written: string }[] {
  const found = [tender, ...objects(tender['lots'])].flatMap((part) => {
    const written = text(object(part['tenderPeriod'])[end]);
    const at = instantOf(written);
    return at === null || written === null ? [] : [{ at, written }];
  });
  return found.toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

const PRICE_ALONE: ReadonlySet<string> = new Set(['priceOnly', 'lowestCost']);

/** @see https://standard.open-contracting.org/1.1/en/schema/codelists/#award-criteria and the extension "awardCriteria" */
function isPriceOnly({ criteria, awardCriteria }: ProcedureView): boolean | null {
  const types = criteria.map(({ type }) => type);
  if (types.length > 0) return types.every((type) => type === 'price') ? true : types.some((type) => type !== null && type !== 'price') ? false : null;
  return awardCriteria === null ? null : PRICE_ALONE.has(awardCriteria);
}

function techniqueOf(procedure: ProcedureView): Technique | null {
  if (procedure.dynamicPurchasingSystem !== null) return 'dps';
  if (procedure.framework !== null) return 'framework';
  return procedure.isUnderFramework ? 'call-off' : null;
}
