import type { JsonObject } from '#base';
import { amount, isTrue, lotsOf, object, objects, text, wording } from '../dirty.ts';
import { isChanged } from './awards.flat.ts';
import { contractEnd } from './contract-end.ts';
import { changeKey, dayOf, type ChangedKind, type FlatInput } from './reading.ts';
import { repeatedContracts } from './repeated.ts';
import { AMOUNT, CURRENCY, OCID, date, decimal, flag, integer, text as textColumn, type FlatTable } from './table.ts';

export interface ContractFlat {
  readonly ocid: string;
  readonly contract: string | null;
  readonly award: string | null;
  readonly title: string | null;
  readonly status: string | null;
  readonly signed: string | null;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly ends_basis: string | null;
  readonly renewal: boolean;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly final_amount: string | null;
  readonly final_currency: string | null;
  readonly changed: boolean;
  readonly repeated: boolean;
  readonly notice: string | null;
}

export const CONTRACT_TABLE: FlatTable<ContractFlat> = {
  name: 'contract',
  meaning: { da: 'En kontrakt', en: 'A contract' },
  columns: {
    ocid: OCID,
    contract: textColumn('Kontraktens id i forløbet', 'Id of the contract within the process'),
    award: textColumn('Tildelingens id i forløbet', 'Id of the award within the process'),
    title: textColumn('Titel', 'Title'),
    status: textColumn('Status (OCDS contractStatus)', 'Status (OCDS contractStatus)'),
    signed: date('Underskrevet', 'Signed'),
    starts: date('Begynder', 'Starts'),
    ends: date('Udløber', 'Ends'),
    ends_basis: textColumn(
      'Hvor udløbet står: contract, award, lot, tender; computed: beregnet af start og varighed, altså omtrentligt',
      'Where the end stands: contract, award, lot, tender; computed: from start and duration, so about right'),
    renewal: flag('Kan forlænges efter udbuddet', 'Can be renewed by the tender'),
    amount: AMOUNT,
    currency: CURRENCY,
    final_amount: decimal('currency', 'Den endelige værdi, når kontrakten er udført', 'The final value once the contract has been performed'),
    final_currency: textColumn('Den endelige værdis valuta', 'Currency of the final value'),
    changed: flag('Står i en bekendtgørelse om ændring', 'Stands in a notice of change'),
    repeated: flag(
      'Samme kontrakt står også som ændret (samme nummer, eller de to er forløbets eneste) og tælles der',
      'The same contract also stands as changed (same number, or the two are the only ones of the process) and is counted there'),
    notice: textColumn('Id på den seneste bekendtgørelse, der fortæller om kontrakten', 'Id of the newest notice that tells of the contract'),
  },
};

export function contractFlats({ ocid, release, sources }: FlatInput): ContractFlat[] {
  const tender = object(release['tender']);
  const repeated = repeatedContracts(objects(release['contracts']));
  const allLots = objects(tender['lots']);
  return objects(release['contracts']).map((contract) => {
    const awardId = text(contract['awardID']);
    const award = awardOf(release, contract) ?? {};
    const named = lotsOf(award);
    const lots = named.length > 0 ? allLots.filter((lot) => named.includes(text(lot['id']) ?? '')) : allLots;
    const end = contractEnd({ contract, award, lots, tender, changed: isChanged(contract) });
    const value = amount(contract['value']) ?? soleValue(release, awardId, award);
    const final = amount(object(contract['implementation'])['finalValue']);
    return {
      ocid,
      contract: text(contract['id']),
      award: awardId,
      title: wording(contract, 'title') ?? wording(award, 'title') ?? (lots.length === 1 ? wording(lots[0] ?? {}, 'title') : null),
      status: text(contract['status']),
      signed: dayOf(text(contract['dateSigned'])),
      starts: dayOf(text(object(contract['period'])['startDate'])),
      ends: end?.ends ?? null,
      ends_basis: end?.basis ?? null,
      renewal: lots.some((lot) => isTrue(lot['hasRenewal'])),
      amount: value?.amount ?? null,
      currency: value?.currency ?? null,
      final_amount: final?.amount ?? null,
      final_currency: final?.currency ?? null,
      changed: isChanged(contract),
      repeated: repeated.has(contract),
      notice: sources.contracts.get(text(contract['id'])) ?? null,
    };
  });
}

/** The award that led to a contract: the one it names; the only one, when there is one of each and no names. */
export function awardOf(release: JsonObject, contract: JsonObject): JsonObject | null {
  const awards = objects(release['awards']);
  const id = text(contract['awardID']);
  if (id !== null) return awards.find((award) => text(award['id']) === id) ?? null;
  return objects(release['contracts']).length === 1 && awards.length === 1 ? awards[0] ?? null : null;
}

/** The value of the award, when it led to this contract alone. */
function soleValue(release: JsonObject, awardId: string | null, award: JsonObject): ReturnType<typeof amount> {
  const siblings = objects(release['contracts']).filter((contract) => awardId !== null && text(contract['awardID']) === awardId);
  return siblings.length === 1 ? amount(award['value']) : null;
}

export interface ChangeFlat extends ChangedKind {
  readonly ocid: string;
  readonly contract: string | null;
  readonly change: string | null;
  readonly published: string | null;
  readonly reason_code: string | null;
  readonly reason: string | null;
  readonly description: string | null;
  readonly amount_before: string | null;
  readonly amount_after: string | null;
  readonly currency: string | null;
  readonly shared_divisions: number | null;
  readonly notice: string | null;
}

export const CHANGE_TABLE: FlatTable<ChangeFlat> = {
  name: 'change',
  meaning: { da: 'En ændring af en kontrakt', en: 'A change of a contract' },
  columns: {
    ocid: OCID,
    contract: textColumn('Kontraktens id i forløbet', 'Id of the contract within the process'),
    change: textColumn('Ændringens id i kontrakten', 'Id of the change within the contract'),
    published: date('Dagen, den blev offentliggjort', 'The day it was published'),
    reason_code: textColumn('Grund (EU-kodelisten modification-justification)', 'Reason (EU codelist modification-justification)'),
    reason: textColumn('Grunden, med køberens ord', 'The reason in the words of the buyer'),
    description: textColumn('Hvad der ændres, med køberens ord', 'What is changed, in the words of the buyer'),
    amount_before: decimal('currency', 'Beløb før ændringen', 'Amount before the change'),
    amount_after: decimal('currency', 'Beløb efter ændringen', 'Amount after the change'),
    currency: textColumn('Valuta; tom, hvor de to beløb står i hver sin', 'Currency; empty where the two amounts are in different ones'),
    cpv: textColumn('CPV-koder for det, der købes efter ændringen, adskilt af mellemrum', 'CPV codes of what is bought after the change, parted by spaces'),
    cpv_before: textColumn(
      'CPV-koder, som tidligere bekendtgørelser (eller samme bekendtgørelses afsnit om udbuddet) gav, adskilt af mellemrum',
      'CPV codes that earlier notices (or what the same notice says of the tender) gave, parted by spaces'),
    shared_divisions: integer('divisions', 'CPV-hovedgrupper (to cifre), som de to har fælles; tom: en af dem er ikke oplyst', 'CPV divisions (two digits) that the two have in common; empty: one of them is not stated'),
    category: textColumn('Art efter bekendtgørelsen om ændringen (OCDS procurementCategory)', 'Category by the notice of change (OCDS procurementCategory)'),
    category_before: textColumn('Art efter den seneste bekendtgørelse før den', 'Category by the last notice before it'),
    notice: textColumn('Id på den bekendtgørelse, der først fortalte om ændringen', 'Id of the notice that first told of the change'),
  },
};

export function changeFlats({ ocid, release, sources }: FlatInput): ChangeFlat[] {
  return objects(release['contracts']).flatMap((contract) => {
    const id = text(contract['id']);
    const changes = [...objects(contract['amendments']), ...objects(contract['amendment'])].map((change) => {
      const source = sources.changes.get(changeKey(id, text(change['id'])));
      const code = objects(change['rationaleClassifications']).flatMap((entry) => text(entry['id']) ?? []);
      return {
        ocid,
        contract: id,
        change: text(change['id']),
        published: dayOf(text(change['date'])) ?? source?.day ?? null,
        reason_code: code[0] ?? null,
        reason: wording(change, 'rationale'),
        description: wording(change, 'description'),
        ...amountsOf(change),
        ...kindColumns(source ?? UNKNOWN_KIND),
        notice: source?.notice ?? null,
      };
    });
    return withoutRepeats(changes);
  });
}

/** OCDS 1.0 wrote `amendment`, 1.1 writes `amendments`: where a process has both, one change stands twice. */
function withoutRepeats(changes: readonly ChangeFlat[]): ChangeFlat[] {
  const kept = new Map<string, ChangeFlat>();
  for (const change of changes) {
    const { change: _, notice: __, ...said } = { ...change, ...kindColumns(UNKNOWN_KIND) };
    const key = JSON.stringify(said);
    if (!kept.has(key)) kept.set(key, change);
  }
  return [...kept.values()];
}

function amountsOf(change: JsonObject): Pick<ChangeFlat, 'amount_before' | 'amount_after' | 'currency'> {
  const valued = objects(change['unstructuredChanges'])
    .map((entry) => ({ before: amount(object(entry['oldValue'])['value']), after: amount(object(entry['newValue'])['value']) }))
    .find(({ before, after }) => before !== null && after !== null);
  const [before, after] = [valued?.before ?? null, valued?.after ?? null];
  const same = before?.currency === after?.currency;
  return { amount_before: before?.amount ?? null, amount_after: after?.amount ?? null, currency: same ? before?.currency ?? null : null };
}

const UNKNOWN_KIND: ChangedKind = { cpv: null, cpv_before: null, category: null, category_before: null };

/** The columns of a change that say what is bought after it, and what was before. */
export function kindColumns({ cpv, cpv_before, category, category_before }: ChangedKind): ChangedKind & Pick<ChangeFlat, 'shared_divisions'> {
  const [after, before] = [divisionsOf(cpv), divisionsOf(cpv_before)];
  return { cpv, cpv_before, category, category_before, shared_divisions: after.size === 0 || before.size === 0 ? null : after.intersection(before).size };
}

function divisionsOf(codes: string | null): ReadonlySet<string> {
  return new Set(codes === null ? [] : codes.split(' ').map((code) => code.slice(0, 2)));
}
