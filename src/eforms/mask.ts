/**
 * A notice as published, to be published again: whatever names a person, or is a way to reach one, is replaced in its own
 * place; all else stays to the letter.
 */
import { SaxesParser } from 'saxes';
import { unwrap } from '#base';
import { decodeXml } from './xml/decode.ts';

export interface MaskedNotice {
  readonly xml: string;
  /** How many texts were replaced. */
  readonly masked: number;
}

/** Stands where a person stood. */
const MASK = '[masked]';

/** Elements that are about a person, by their local names: of eForms, and of TED XML. */
const PERSONAL = new Set([
  'ElectronicMail', 'Telephone', 'Telefax', 'FirstName', 'FamilyName', 'ResidenceAddress', 'Nationality', 'UltimateBeneficialOwner',
  'CONTACT_POINT', 'ATTENTION', 'PHONE', 'E_MAIL', 'E_MAILS', 'FAX', 'MEMBER_NAME',
]);
/** Personal only inside another one: a contact's name. */
const INSIDE: Readonly<Record<string, string>> = { Name: 'Contact' };
/** Of an organisation that is a natural person everything is personal but its technical id. */
const KEPT_OF_PERSON = new Set(['ID', 'NaturalPersonIndicator', 'IdentificationCode', 'CompanySizeCode']);
/** Values that name nobody already. */
const NOBODY = /^(?:[^@\s]+@(?:[\w-]+\.)*example(?:\.(?:org|com|net))?|[+\d\s]*0{6,}|\[masked\]|contact point)$/i;

/**
 * @param bytes a notice that `readNotice` has read
 * @throws FailureError for what is no XML in an encoding that is read here
 */
export function maskNotice(bytes: Uint8Array): MaskedNotice {
  const text = unwrap(decodeXml(bytes));
  const spans = personalSpans(text);
  let xml = '';
  let at = 0;
  for (const [from, to] of spans) {
    xml += text.slice(at, from) + MASK;
    at = to;
  }
  return { xml: xml + text.slice(at), masked: spans.length };
}

/** Where texts of persons stand, in order: from the end of the opening tag to the beginning of the closing one. */
function personalSpans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  const parser = new SaxesParser({ position: true });
  const open: { readonly name: string; readonly from: number; readonly personal: boolean; leaf: boolean }[] = [];
  const persons = naturalPersons(text);
  parser.on('opentag', ({ name, isSelfClosing }) => {
    const local = name.slice(name.indexOf(':') + 1);
    const parent = open.at(-1);
    if (parent !== undefined) parent.leaf = false;
    const inPerson = local === 'Organization' && persons.has(parser.position);
    const within = parent?.personal === true && !(open.some((one) => one.name === 'Organization' && one.personal) && KEPT_OF_PERSON.has(local));
    const personal = within || inPerson || PERSONAL.has(local) || (INSIDE[local] !== undefined && open.some((one) => one.name === INSIDE[local]));
    open.push({ name: local, from: parser.position, personal, leaf: !isSelfClosing });
  });
  parser.on('closetag', () => {
    const one = open.pop();
    if (one === undefined || !one.personal || !one.leaf) return;
    const to = text.lastIndexOf('</', parser.position - 1);
    const written = text.slice(one.from, to);
    if (written.trim() !== '' && !NOBODY.test(written.trim())) spans.push([one.from, to]);
  });
  parser.write(text).close();
  return spans;
}

/** Positions after the opening tags of organisations that say they are natural persons. */
function naturalPersons(text: string): ReadonlySet<number> {
  if (!/NaturalPersonIndicator[^>]*>\s*true/.test(text)) return new Set();
  const found = new Set<number>();
  const parser = new SaxesParser({ position: true });
  const open: { readonly name: string; readonly at: number }[] = [];
  let content = '';
  parser.on('opentag', ({ name }) => {
    open.push({ name: name.slice(name.indexOf(':') + 1), at: parser.position });
    content = '';
  });
  parser.on('text', (data) => { content += data; });
  parser.on('closetag', () => {
    const one = open.pop();
    const parent = open.at(-1);
    if (one?.name === 'NaturalPersonIndicator' && content.trim() === 'true' && parent?.name === 'Organization') found.add(parent.at);
  });
  parser.write(text).close();
  return found;
}
