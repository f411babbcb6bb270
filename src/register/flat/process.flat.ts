import type { JsonObject } from '#base';
import { object, objects, text, wording } from '../dirty.ts';
import { readProcedure } from '../procedure.ts';
import type { ProcedureView } from '../process-details.view.ts';
import { bidCounts, bidsFor, dayOf, type FlatInput } from './reading.ts';
import { OCID, date, flag, integer, text as textColumn, type FlatTable } from './table.ts';

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
  readonly deadline: string | null;
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
    deadline: date(
      'Tidligste frist for tilbud (eller ansøgninger, hvor proceduren begynder med dem) på en delaftale eller det hele',
      'Earliest deadline for tenders (or for requests, where the procedure begins with them) of a lot or the whole'),
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
    deadline: firstDeadline(tender),
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

function firstDeadline(tender: JsonObject): string | null {
  const parts = [tender, ...objects(tender['lots'])];
  return parts.flatMap((part) => dayOf(text(object(part['tenderPeriod'])['endDate'])) ?? []).toSorted()[0] ?? null;
}

function techniqueOf(procedure: ProcedureView): Technique | null {
  if (procedure.dynamicPurchasingSystem !== null) return 'dps';
  if (procedure.framework !== null) return 'framework';
  return procedure.isUnderFramework ? 'call-off' : null;
}
