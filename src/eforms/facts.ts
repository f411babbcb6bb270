/** What is known of a notice as a publication: its names, its kind, and the notices that it points to. */
import type { Json } from '#base';
import { textOf, type Element } from './xml/element.ts';
import { find, findAll } from './xml/path.ts';
import { dayIn } from './mapping/dates.ts';
import type { Remarks } from './mapping/remarks.ts';
import { amount, numberOf } from './mapping/row.ts';

export type ReferenceKind =
  /** An earlier notice of the same procedure. */
  | 'previous'
  /** The notice that this one changes or corrects. */
  | 'changes'
  /** The notice of the award whose contract this one modifies. */
  | 'modifies'
  /** A notice in which this was planned. */
  | 'planning'
  /** The notice of the framework agreement that this bought under. */
  | 'framework';

export interface NoticeReference {
  readonly kind: ReferenceKind;
  /** Publication number `163-2021`, or notice id with version. */
  readonly notice: string;
}

export interface NoticeFacts {
  readonly source: 'eforms' | 'ted';
  /** BT-701 with its version (BT-757); of TED XML the publication number. */
  readonly id: string | null;
  /** Publication number in TED without leading zeros: `163-2021`. */
  readonly number: string | null;
  /** Issue of the Official Journal, and day of publication. */
  readonly gazette: string | null;
  readonly published: string | null;
  /** BT-04 */
  readonly procedureId: string | null;
  /** BT-03: planning, competition, result, dir-awa-pre, cont-modif, … */
  readonly formType: string | null;
  /** BT-02: cn-standard, can-modif, … */
  readonly noticeType: string | null;
  /** Subtype of eForms (`29`), or form of TED XML (`F03`). */
  readonly form: string | null;
  /** Version of the SDK or of the TED schema. */
  readonly version: string | null;
  /** BT-105 */
  readonly procedureCode: string | null;
  readonly references: readonly NoticeReference[];
  /** Official language of the notice, three letters. */
  readonly language: string | null;
  /** BT-161, what the notice says that all of its results come to. */
  readonly total: Json | null;
  /** BT-118, the most that may be bought under all framework agreements of the notice. */
  readonly frameworkTotal: Json | null;
  /** BT-161 where TED XML gives it as a range: the lowest and highest bid that was considered. */
  readonly totalRange: { readonly low: Json; readonly high: Json; readonly currency: string | null } | null;
  /** True of a corrigendum of TED XML, which holds the changes alone. */
  readonly isCorrigendum: boolean;
}

export function factsOf(root: Element, source: NoticeFacts['source'], remarks: Remarks): NoticeFacts {
  const text = (at: string): string | null => short(textOf(find(root, at)));
  const references = referencesOf(root);
  const written = noticeNumber(text('EXT/efac:Publication/efbc:NoticePublicationID'));
  const isOthers = written !== null && references.some(({ notice }) => notice === written);
  if (isOthers) remarks.add('x_notice/number', written, '-', 'the notice gives as its own the number of the earlier notice that it names');
  const number = isOthers ? null : written;
  return {
    source, number, references,
    id: noticeId(root) ?? number,
    gazette: text('EXT/efac:Publication/efbc:GazetteID'),
    published: dayIn(text('EXT/efac:Publication/efbc:PublicationDate')),
    procedureId: text('cbc:ContractFolderID'),
    formType: short(find(root, 'cbc:NoticeTypeCode')?.attributes['listName'] ?? null),
    noticeType: text('cbc:NoticeTypeCode'),
    form: text('EXT/efac:NoticeSubType/cbc:SubTypeCode') ?? text('ted:Form'),
    version: text('cbc:CustomizationID') ?? text('ted:Version'),
    procedureCode: text('cac:TenderingProcess/cbc:ProcedureCode'),
    language: text('cbc:NoticeLanguageCode'),
    total: amount(findAll(root, 'EXT/efac:NoticeResult/cbc:TotalAmount')) ?? null,
    frameworkTotal: amount(findAll(root, 'EXT/efac:NoticeResult/efbc:OverallMaximumFrameworkContractsAmount')) ?? null,
    totalRange: rangeOf(root),
    isCorrigendum: find(root, 'ted:Corrigendum') !== undefined,
  };
}

/** Longer than any name, number or code of a notice; what is longer is none. */
const LONGEST = 200;

function short(text: string | null): string | null {
  return text !== null && text.length <= LONGEST ? text : null;
}

function noticeId(root: Element): string | null {
  const id = short(textOf(find(root, "cbc:ID[@schemeName='notice-id'?]")));
  const version = short(textOf(find(root, 'cbc:VersionID')));
  return id === null || version === null ? id : `${id}-${version}`;
}

function rangeOf(root: Element): NoticeFacts['totalRange'] {
  const [low, high] = ['Low', 'High'].map((end) => find(root, `EXT/efac:NoticeResult/ted:TotalValue${end}`));
  const [from, to] = [low, high].map((one) => numberOf(textOf(one)));
  return from === undefined || to === undefined ? null : { low: from, high: to, currency: high?.attributes['currencyID'] ?? null };
}

const PLACES: readonly (readonly [ReferenceKind, string])[] = [
  ['previous', 'cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID'],
  ['changes', 'EXT/efac:Changes/efbc:ChangedNoticeIdentifier'],
  ['modifies', 'EXT/efac:ContractModification/efbc:ChangedNoticeIdentifier'],
  ['planning', 'cac:ProcurementProjectLot/cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID'],
  ['framework', 'EXT/efac:NoticeResult/efac:SettledContract/cac:NoticeDocumentReference/cbc:ID'],
];

function referencesOf(root: Element): NoticeReference[] {
  const found = PLACES.flatMap(([kind, at]) => findAll(root, at).flatMap((one) => {
    const written = short(textOf(one));
    return written === null ? [] : [{ kind, notice: noticeNumber(written) ?? written.toLowerCase() }];
  }));
  return [...new Map(found.map((one) => [`${one.kind} ${one.notice}`, one])).values()];
}

/** `163-2021` of what notices write: `00000163-2021`, `2021/S 001-000163`, `000163-2021`; null for what is no such number. */
export function noticeNumber(written: string | null): string | null {
  const [, year, number] = /^(\d{4})\/S[\s\d]*[-–](\d{1,8})$/.exec(written?.trim() ?? '') ?? [];
  if (year !== undefined && number !== undefined) return `${Number(number)}-${year}`;
  const [, plain, plainYear] = /^(\d{1,8})-(\d{4})$/.exec(written?.trim() ?? '') ?? [];
  return plain === undefined || plainYear === undefined ? null : `${Number(plain)}-${plainYear}`;
}

/** The earliest publication number among this notice and those of its procedure that it points to. */
export function firstNumber(facts: NoticeFacts): string | null {
  const joining = facts.references.filter(({ kind }) => kind === 'previous' || kind === 'changes' || kind === 'modifies').map(({ notice }) => notice);
  const numbers = [facts.number, ...joining].flatMap((one) => noticeNumber(one) ?? []);
  return numbers.toSorted(byAge)[0] ?? null;
}

/** Orders publication numbers by year, then by number. */
export function byAge(one: string, other: string): number {
  const [number = 0, year = 0] = one.split('-').map(Number);
  const [otherNumber = 0, otherYear = 0] = other.split('-').map(Number);
  return year - otherYear || number - otherNumber;
}
