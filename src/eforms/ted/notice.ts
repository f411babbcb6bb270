import { lookup } from '../codes/lookup.ts';
import { element, type Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import { CODED_PROCEDURES, DIRECTIVES, language } from './codes.ts';
import { basisOf, subtypeOf, type Kind } from './forms.ts';
import type { Node } from './node.ts';
import { Organisations } from './organisations.ts';
import { date, day, text } from './read.ts';
import { put, say } from './write.ts';

/** A notice while it is being converted. */
export interface Notice {
  /** `F01` to `F25`, `T01`, `T02` */
  readonly form: string;
  readonly isOld: boolean;
  readonly kind: Kind;
  /** What is written: the root of the notice of eForms. */
  readonly made: Element;
  readonly organisations: Organisations;
  /** The form in its original language; one of R2.0.8 in the shape of R2.0.9. */
  readonly body: Node;
  readonly coded: Node | undefined;
  /** BT-01; null when neither the notice nor the form tells. */
  readonly basis: string | null;
  /** BT-105 by the coded data, for forms that do not ask. */
  readonly codedProcedure: string | null;
}

export function startNotice(form: string, isOld: boolean, kind: Kind, root: Node, body: Node): Notice {
  const coded = root.first('CODED_DATA_SECTION');
  return {
    form, isOld, kind, body, coded, basis: legalBasis(form, isOld, body, coded), made: element(kind.root), organisations: new Organisations(),
    codedProcedure: lookup(CODED_PROCEDURES, coded?.first('CODIF_DATA/PR_PROC')?.attribute('CODE')) ?? null,
  };
}

/** What is said of the notice itself: its kind, numbers, dates, language and directive. */
export function writeHead({ form, basis, kind, made, body, coded }: Notice, root: Node): void {
  put(made, 'ted:Form', form);
  put(made, 'ted:Version', root.attribute('VERSION') ?? body.attribute('VERSION'));
  const uuid = root.text('FORM_SECTION/NOTICE_UUID');
  put(made, 'BT-701-notice', uuid === null ? null : { text: uuid, attributes: { schemeName: 'notice-id' } });
  put(made, 'BT-05(a)-notice', day(body.text('COMPLEMENTARY_INFO/DATE_DISPATCH_NOTICE') ?? coded?.text('CODIF_DATA/DS_DATE_DISPATCH') ?? null));
  if (kind.formType === null || kind.noticeType === null) put(made, 'ted:Corrigendum', 'true');
  else {
    put(made, 'BT-02-notice', { text: kind.noticeType, attributes: { listName: kind.formType } });
    const subtype = subtypeOf(kind.noticeType, basis);
    put(made, 'OPP-070-notice', subtype === null ? null : { text: subtype, attributes: { listName: 'notice-subtype' } });
  }
  put(made, 'BT-01-notice', basis);
  say(made, 'BT-01(d)-Procedure', body.first('LEGAL_BASIS_OTHER'), text);
  put(made, 'BT-702(a)-notice', body.source.language);
  for (const other of otherLanguages(root, body)) make(make(made, 'cac:AdditionalNoticeLanguage'), 'cbc:ID', other);
  writePublication(made, root, coded);
}

/** Notices in two languages have an original form in each; the first is read, the other languages are named. */
function otherLanguages(root: Node, body: Node): readonly string[] {
  const codes = root.all('FORM_SECTION').flatMap((section) => section.children())
    .filter((form) => form.attribute('CATEGORY') === 'ORIGINAL').map((form) => language(form.attribute('LG') ?? ''));
  return [...new Set(codes)].filter((code) => code !== '' && code !== body.source.language);
}

function legalBasis(form: string, isOld: boolean, body: Node, coded: Node | undefined): string | null {
  const named = body.first('LEGAL_BASIS')?.attribute('VALUE') ?? null;
  if (named !== null) return named;
  if (body.has('LEGAL_BASIS_OTHER')) return 'other';
  const directive = body.first('DIRECTIVE')?.attribute('VALUE') ?? coded?.first('CODIF_DATA/DIRECTIVE')?.attribute('VALUE') ?? '';
  return lookup(DIRECTIVES, directive) ?? basisOf(form, isOld);
}

function writePublication(made: Element, root: Node, coded: Node | undefined): void {
  const number = noticeNumber(root.attribute('DOC_ID')) ?? noticeNumber(coded?.text('NOTICE_DATA/NO_DOC_OJS') ?? null);
  if (number !== null) {
    put(made, 'ted:PublicationNumber', number);
    put(made, 'OPP-010-notice', { text: number.padStart('00000000-0000'.length, '0'), attributes: { schemeName: 'ojs-notice-id' } });
  }
  const issued = coded?.first('REF_OJS/DATE_PUB');
  const published = issued === undefined ? null : date(issued);
  const issue = coded?.text('REF_OJS/NO_OJ') ?? null;
  if (issue !== null && published !== null) put(made, 'OPP-011-notice', { text: `${issue}/${published.text.slice(0, 4)}`, attributes: { schemeName: 'ojs-id' } });
  put(made, 'OPP-012-notice', published);
}

/** `2019/S 166-405809` and `405809-2019` to `405809-2019`; null for what is no number of a notice, and for the all-zero stand-in. */
export function noticeNumber(written: string | null): string | null {
  const [, year, number] = /^\s*(\d{4})\s*\/\s*S\s*\d+\s*-\s*(\d{1,8})\s*$/i.exec(written ?? '') ?? [];
  const [, plain, plainYear] = /^\s*(\d{1,8})-(\d{4})\s*$/.exec(written ?? '') ?? [];
  const serial = (number ?? plain)?.replace(/^0+/, '');
  return serial === undefined || serial === '' ? null : `${serial.padStart(6, '0')}-${year ?? plainYear}`;
}

/** Numbers of the earlier notices that the form names, or, where it names none, the coded data. */
export function earlierNotices({ body, coded }: Notice, place: string): readonly string[] {
  const named = numbersIn(body.all(place));
  const known = numbersIn(coded?.all('NOTICE_DATA/REF_NOTICE/NO_DOC_OJS') ?? []);
  return named.length > 0 ? named : known;
}

function numbersIn(nodes: readonly Node[]): readonly string[] {
  return [...new Set(nodes.flatMap((one) => noticeNumber(one.value()) ?? []))];
}
