/** Reads the release of one notice into what its page shows beyond a process. Real files are dirty; see `dirty.ts`. */
import type { JsonObject } from '#base';
import { amount, count, decimal, object, objects, text, textList, wording } from './dirty.ts';
import { readNoticeChanges, readWithheld } from './notice-changes.ts';
import { kindOfRelease } from './notice-kind.ts';
import {
  BID_MEASURES, REFERENCE_KINDS, type BidFigure, type BidMeasure, type DeadlineKind, type DeadlineView, type LotResult, type NoticeDetails, type NoticeLot, type ResultContract,
} from './notice.view.ts';
import { readParties, readSuppliers } from './parties.ts';
import { readCriteria } from './procedure.ts';
import type { PartyView } from './process-details.view.ts';
import type { AmountView } from './views.ts';

/** @param release of one notice, in OCDS 1.1 */
export function readNoticeDetails(release: JsonObject): NoticeDetails {
  const tender = object(release['tender']);
  const parties = readParties(release);
  const results = readResults(release, parties);
  const byLot: ByLot = { results: grouped(results, ({ of }) => of), statistics: grouped(objects(object(release['bids'])['statistics']), lotsOf) };
  const lots = objects(tender['lots']).map((lot) => readLot(lot, byLot));
  const known = new Set(lots.map(({ id }) => id));
  const notice = object(release['x_notice']);
  return {
    kind: kindOfRelease(release),
    lots,
    otherResults: results.filter(({ of }) => !of.some((id) => known.has(id))).map(({ result }) => result),
    total: amount(notice['total']),
    deadlines: readDeadlines(tender),
    changes: readNoticeChanges(release),
    withheld: readWithheld(release),
    remarks: readRemarks(notice, parties),
    references: objects(notice['references']).flatMap((reference) => {
      const [kind, named] = [REFERENCE_KINDS.find((one) => one === reference['kind']), text(reference['notice'])];
      return kind === undefined || named === null ? [] : [{ kind, notice: named }];
    }),
  };
}

interface Found {
  readonly result: LotResult;
  /** Ids of lots. */
  readonly of: readonly string[];
}

/** By the ids of their lots; what names none stands under null. A notice may have hundreds of lots and thousands of figures. */
interface ByLot {
  readonly results: ReadonlyMap<string | null, readonly Found[]>;
  readonly statistics: ReadonlyMap<string | null, readonly JsonObject[]>;
}

function grouped<Entry>(entries: readonly Entry[], idsOf: (entry: Entry) => readonly string[]): ReadonlyMap<string | null, readonly Entry[]> {
  const found = new Map<string | null, Entry[]>();
  for (const entry of entries) {
    const ids = new Set(idsOf(entry));
    for (const lot of ids.size === 0 ? [null] : ids) {
      const there = found.get(lot);
      if (there === undefined) found.set(lot, [entry]);
      else there.push(entry);
    }
  }
  return found;
}

function readLot(lot: JsonObject, { results, statistics }: ByLot): NoticeLot {
  const id = text(lot['id']);
  const period = object(lot['contractPeriod']);
  const renewal = object(lot['renewal']);
  const framework = object(object(lot['techniques'])['frameworkAgreement']);
  const value = amount(lot['value']);
  return {
    id,
    title: wording(lot, 'title'),
    description: wording(lot, 'description'),
    value,
    maximum: amount(framework['value']),
    start: text(period['startDate']),
    end: text(period['endDate']),
    days: count(period['durationInDays']),
    isUnlimited: text(period['description']) === 'UNLIMITED',
    renewals: count(renewal['maximumRenewals']),
    renewalTerms: wording(renewal, 'description'),
    options: wording(object(lot['options']), 'description'),
    criteria: readCriteria([lot], 'awardCriteria'),
    criteriaNote: wording(object(lot['awardCriteria']), 'weightingDescription') ?? wording(object(lot['awardCriteria']), 'orderRationale'),
    // What names no lot is said of all.
    figures: readFigures([...(statistics.get(null) ?? []), ...(id === null ? [] : statistics.get(id) ?? [])]),
    results: id === null ? [] : (results.get(id) ?? []).map(({ result }) => withoutRepeat(result, value)),
  };
}

/** What the lot was estimated at is said with the lot; the result says it only where it is another figure. */
function withoutRepeat(result: LotResult, value: AmountView | null): LotResult {
  const isSame = result.estimated?.amount === value?.amount && result.estimated?.currency === value?.currency;
  return isSame ? { ...result, estimated: null } : result;
}

/** Bids received and the like. */
function readFigures(own: readonly JsonObject[]): BidFigure[] {
  return BID_MEASURES.flatMap((measure): BidFigure[] => {
    const entries = own.filter((entry) => entry['measure'] === measure);
    const values = [...new Set(entries.flatMap((entry) => valueOf(entry, measure) ?? []))];
    const currency = entries.map((entry) => text(entry['currency'])).find((code) => code !== null) ?? null;
    return values.length === 0 ? [] : [{ measure, values, currency }];
  });
}

function valueOf(entry: JsonObject, measure: BidMeasure): string | null {
  return measure.endsWith('Value') ? decimal(entry['value']) : count(entry['value']);
}

function lotsOf(value: JsonObject): readonly string[] {
  return [...textList(value['relatedLots']), ...textList(value['relatedLot'])];
}

function readResults(release: JsonObject, parties: readonly PartyView[]): Found[] {
  const contracts = grouped(objects(release['contracts']), (contract) => [...textList(contract['awardID']), ...textList(contract['awardIDs'])]);
  return objects(release['awards']).map((award) => {
    const id = text(award['id']);
    const own = id === null ? [] : contracts.get(id) ?? [];
    return {
      of: lotsOf(award),
      result: {
        id,
        status: text(award['status']),
        outcome: text(award['statusDetails']),
        suppliers: readSuppliers(award, parties),
        value: amount(award['value']),
        maximum: amount(award['maximumValue']),
        estimated: amount(award['estimatedValue']),
        date: text(award['date']),
        contracts: own.map(readContract),
      },
    };
  });
}

function readContract(contract: JsonObject): ResultContract {
  const number = objects(contract['identifiers']).map(({ id }) => text(id)).find((id) => id !== null) ?? null;
  return { id: text(contract['id']), title: wording(contract, 'title'), number, signed: text(contract['dateSigned']), value: amount(contract['value']) };
}

/** Where each deadline stands in a tender or a lot, and whether it is a date or a number of days. */
const PLACES: readonly (readonly [DeadlineKind, string, string])[] = [
  ['tender', 'tenderPeriod', 'endDate'], ['enquiry', 'enquiryPeriod', 'endDate'], ['opening', 'bidOpening', 'date'], ['invitation', 'secondStage', 'invitationDate'],
  ['future', 'communication', 'futureNoticeDate'],
];

/** The same deadline for several lots is one. */
function readDeadlines(tender: JsonObject): DeadlineView[] {
  const lots = objects(tender['lots']);
  const found = [{ part: tender, lot: null }, ...lots.map((part) => ({ part, lot: wording(part, 'title') ?? text(part['id']) }))].flatMap(({ part, lot }) => [
    ...PLACES.map(([kind, at, field]) => ({ kind, date: text(object(part[at])[field]), days: null, lot })),
    { kind: 'validity' as const, date: null, days: count(object(object(part['submissionTerms'])['bidValidityPeriod'])['durationInDays']), lot },
  ]).filter(({ date, days }) => date !== null || days !== null);
  return [...Map.groupBy(found, ({ kind, date, days }) => JSON.stringify([kind, date, days])).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const named = same.flatMap(({ lot }) => lot ?? []);
    const isForAll = same.some(({ lot }) => lot === null) || named.length >= lots.length;
    return [{ kind: first.kind, date: first.date, days: first.days, lots: isForAll ? [] : named }];
  });
}

/** A remark on the number of a natural person would give the number away. */
function readRemarks(notice: JsonObject, parties: readonly PartyView[]): NoticeDetails['remarks'] {
  const numbers = new Set(parties.flatMap(({ identifiers }) => identifiers.flatMap(({ id }) => id ?? [])));
  return objects(notice['remarks']).flatMap((remark) => {
    const [place, written, read, why] = [text(remark['place']), text(remark['written']), text(remark['read']), text(remark['why'])];
    if (place === null || written === null || read === null || why === null) return [];
    return place.startsWith('parties/') && !numbers.has(read) ? [] : [{ place, written, read, why }];
  });
}
