/** F14: what is corrected in an earlier notice, or added to it. */
import type { Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import { lotId } from './lots.ts';
import type { Node } from './node.ts';
import { earlierNotices, type Notice } from './notice.ts';
import { deadlineTerm } from './procedure.ts';
import { date, time } from './read.ts';
import { put } from './write.ts';

/** Sections of the forms whose dates are a term of the lot; R2.0.8 numbered the deadline otherwise. */
const DEADLINES = new Set(['IV.2.2', 'IV.3.4']);
const OPENINGS = new Set(['IV.2.7', 'IV.3.8']);

export function writeChanges(notice: Notice): void {
  const made = make(notice.made, 'EXT/efac:Changes');
  const [corrected] = earlierNotices(notice, 'COMPLEMENTARY_INFO/NOTICE_NUMBER_OJ');
  put(notice.made, 'BT-758-notice', corrected === undefined ? null : { text: corrected, attributes: { schemeName: 'ojs-notice-id' } });
  for (const change of notice.body.all('CHANGES/CHANGE')) writeChange(notice, change, make(made, 'efac:Change'));
}

/** New dates of a deadline or an opening also become the term itself, in the lot that they are about. */
function writeChange(notice: Notice, from: Node, made: Element): void {
  const section = sectionIn(from.text('WHERE/SECTION'));
  const label = from.text('WHERE/LABEL');
  const lotNo = from.text('WHERE/LOT_NO');
  const lot = lotNo === null ? null : lotId(lotNo);
  const [before, after] = [said(from.first('OLD_VALUE')), said(from.first('NEW_VALUE'))];
  if (lot !== null) make(made, 'efac:ChangedSection/efbc:ChangedSectionIdentifier', lot);
  const where = [section, lotNo, label].filter((part) => part !== null).join(', ');
  make(made, 'efbc:ChangeDescription', `${where}: ${before ?? '–'} → ${after ?? '–'}`, { languageID: from.source.language });
  put(made, 'ted:Section', section);
  put(made, 'ted:Lot', lot);
  put(made, 'ted:Label', label);
  put(made, 'ted:OldValue', before);
  put(made, 'ted:NewValue', after);
  writeDates(notice, section, lot ?? 'LOT-0001', from.first('NEW_VALUE'));
}

/** `IV.2.2)` and `Section IV.2.2` are IV.2.2; what names no section stays as it was written. */
function sectionIn(written: string | null): string | null {
  return /\b[IVX]+(?:\.\d+)+/.exec(written ?? '')?.[0] ?? written;
}

/** A value in words: its text, its moment, or its codes. */
function said(from: Node | undefined): string | null {
  if (from === undefined) return null;
  from.has('NOTHING');
  const [day, clock] = moment(from);
  const codes = from.children().flatMap((one) => [...one.all('CPV_CODE'), ...one.all('CPV_SUPPLEMENTARY_CODE'), ...(one.element.name === 'NUTS' ? [one] : [])])
    .flatMap((one) => one.attribute('CODE') ?? one.value() ?? []);
  const parts = [from.text('TEXT'), day === null ? null : clock === null ? day : `${day}T${clock}`, codes.length === 0 ? null : codes.join(' ')].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('\n');
}

function moment(from: Node): readonly [string | null, string | null] {
  const [day, clock] = [from.first('DATE'), from.first('TIME')];
  return [day === undefined ? null : (date(day)?.text ?? null), clock === undefined ? null : (time(clock)?.text ?? null)];
}

function writeDates(notice: Notice, section: string | null, lot: string, after: Node | undefined): void {
  if (section === null || after === undefined || !(DEADLINES.has(section) || OPENINGS.has(section))) return;
  const [day, clock] = moment(after);
  if (day === null) return;
  const term = OPENINGS.has(section) ? 'BT-132' : deadlineTerm(null, null, notice.codedProcedure);
  const made = lotOf(notice.made, lot);
  put(made, `${term}(d)-Lot`, day);
  put(made, `${term}(t)-Lot`, clock);
}

function lotOf(notice: Element, id: string): Element {
  const there = notice.children.find((one) => one.name === 'cac:ProcurementProjectLot' && one.children[0]?.text === id);
  if (there !== undefined) return there;
  const made = make(notice, 'cac:ProcurementProjectLot');
  put(made, 'BT-137-Lot', { text: id, attributes: { schemeName: 'Lot' } });
  return made;
}
