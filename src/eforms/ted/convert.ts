import { lookup } from '../codes/lookup.ts';
import { fail, ok, type Failure, type Result as Outcome } from '#base';
import { childrenOf, type Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import { writeAwards, writeTotal } from './awards.ts';
import { communication, reviewBodies, writeBuyers } from './buyers.ts';
import { language } from './codes.ts';
import { complementOfLots, writeComplement } from './complement.ts';
import { conditionsOfLots } from './conditions.ts';
import { contestOfLots, writePrizes } from './contest.ts';
import { writeChanges } from './corrigendum.ts';
import { kindOf, OLD_FORMS, OLD_USES } from './forms.ts';
import { Lots } from './lots.ts';
import { modification } from './modification.ts';
import { Node } from './node.ts';
import { startNotice, writeHead, type Notice } from './notice.ts';
import { writeGroups, writeLot, writeObject } from './object.ts';
import { modernise } from './old.ts';
import { procedureOfLots, writeProcedure } from './procedure.ts';
import { Results, type Result } from './results.ts';
import { transportOfLots, writeTransport } from './transport.ts';
import { putAll } from './write.ts';

export interface Converted {
  readonly notice: Element;
  /** The form that was read; one of R2.0.8 in the shape of R2.0.9. */
  readonly body: Element;
}

/**
 * A notice of TED XML as the notice of eForms that says the same, in the SDK's names, and with `ted:` elements for what
 * eForms has no term for (extras.ts). The form in its original language counts; of several, that in the first language.
 * @param root TED_EXPORT, of R2.0.8 or R2.0.9
 */
export function tedToEforms(root: Element): Outcome<Element> {
  const converted = convert(root, null);
  return converted.ok ? ok(converted.value.notice) : converted;
}

/** @param seen gathers the elements that were read, for whoever wants to know which were not */
export function convert(root: Element, seen: Set<Element> | null): Outcome<Converted> {
  if (root.name !== 'TED_EXPORT') return refuse('not-found', `It is no TED XML: its first element is ${root.name}, not TED_EXPORT.`, 'Is it an eForms notice, or a page about one?');
  const found = originalForm(root);
  if (!found.ok) return found;
  const { form, element } = found.value;
  const source = { language: language(element.attributes['LG'] ?? ''), seen };
  const isOld = Object.hasOwn(OLD_FORMS, element.name);
  const whole = new Node(root, source);
  const body = new Node(isOld ? modernise(element, form, seen) : element, source);
  const use = body.first('NOTICE')?.attribute('TYPE') ?? lookup(OLD_USES, `${form} ${whole.first('CODED_DATA_SECTION/CODIF_DATA/TD_DOCUMENT_TYPE')?.attribute('CODE') ?? ''}`) ?? null;
  const kind = kindOf(form, use);
  if (kind === undefined) return unknown(element.name);
  const notice = startNotice(form, isOld, kind, whole, body);
  writeNotice(notice, whole);
  return ok({ notice: notice.made, body: body.element });
}

function originalForm(root: Element): Outcome<{ readonly form: string; readonly element: Element }> {
  const sections = childrenOf(root, 'FORM_SECTION');
  const forms = sections.flatMap((section) => section.children).filter((one) => one.name !== 'NOTICE_UUID');
  if (forms.length === 0) {
    return refuse('invalid', 'It has no FORM_SECTION with a form in its original language, and so says nothing of a purchase.', 'Fetch the notice again; a summary without its form is not taken in.');
  }
  const element = forms.find((one) => one.attributes['CATEGORY'] === 'ORIGINAL') ?? (forms.length === 1 ? forms[0] : undefined);
  if (element === undefined) return refuse('invalid', 'None of its forms is marked as the original (CATEGORY="ORIGINAL"), so it cannot be told which one counts.', 'Fetch the notice again.');
  const form = formOf(element);
  return form === null ? unknown(element.name) : ok({ form, element });
}

/** `F02_2014` is F02; MOVE says in an attribute which of two it is; forms of R2.0.8 are known by their names. */
function formOf(element: Element): string | null {
  if (element.name === 'MOVE') return element.attributes['FORM'] ?? null;
  return /^(F\d\d)_2014$/.exec(element.name)?.[1] ?? lookup(OLD_FORMS, element.name) ?? null;
}

function unknown(name: string): { readonly ok: false; readonly failure: Failure } {
  return refuse('invalid', `Its form ${name} is none that is known here.`, 'Known are the forms F01-F25, T01 and T02 of R2.0.9, and those of R2.0.8 that they replaced.');
}

function refuse(kind: Failure['kind'], message: string, help: string): { readonly ok: false; readonly failure: Failure } {
  return fail({ kind, message, help });
}

function writeNotice(notice: Notice, root: Node): void {
  const { made, body, form } = notice;
  writeHead(notice, root);
  writeBuyers(notice);
  writeObject(notice);
  writeProcedure(notice);
  writeComplement(notice);
  const lots = new Lots(body.all('OBJECT_CONTRACT'));
  if (form !== 'F14') writeLots(notice, lots);
  const results = new Results(notice.organisations, lots);
  const awards = writeAwards(notice, results, lots.all);
  writePrizes(notice, results);
  writeTotal(notice, results);
  if (form === 'T02') writeTransportResults(notice, awards);
  if (form === 'F14') writeChanges(notice);
  const extension = make(made, 'EXT', '', {}, true);
  if (form === 'F20') extension.children.push(modification(notice, awards));
  const result = results.finish();
  if (result !== null) extension.children.push(result);
  // Last, for winners and bodies of review are mentioned on the way.
  make(extension, 'efac:Organizations').children.push(...notice.organisations.all);
}

/** TED says of the whole procedure what eForms says of each lot. */
function writeLots(notice: Notice, lots: Lots): void {
  const { body, made } = notice;
  const conditions = conditionsOfLots(body);
  const said = [...communication(notice), ...conditions.said, ...procedureOfLots(notice), ...complementOfLots(body), ...reviewBodies(notice)];
  const writers = [...conditions.writers, ...contestOfLots(body), ...transportOfLots(body)];
  const isOneOfSeveral = body.all('OBJECT_CONTRACT').length > 1;
  for (const lot of lots.all) {
    writeLot(lot, lots, isOneOfSeveral);
    putAll(lot.made, said);
    for (const write of writers) write(lot.made);
    made.children.push(lot.made);
  }
  writeGroups(notice, lots);
}

function writeTransportResults(notice: Notice, awards: readonly Result[]): void {
  const [award] = notice.body.all('AWARD_CONTRACT');
  for (const result of awards) writeTransport(notice, award?.first('AWARDED_CONTRACT'), result.tenders[0] ?? result.tender([], ''), result.contract());
}
