import { alpha3 } from '../codes/countries.ts';
import { element, type Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import type { Node } from './node.ts';
import { plain } from './read.ts';
import { gather, put, type Read, type Row, type Value } from './write.ts';

const country: Read = (from) => {
  const code = from.attribute('VALUE');
  if (code === null) return null;
  const three = alpha3(code);
  return three === null ? null : { text: three, attributes: { listName: 'country' } };
};

const nuts: Read = (from) => {
  const code = from.attribute('CODE') ?? from.value();
  return code === null ? null : { text: code, attributes: { listName: 'nuts' } };
};

/** Terms of an organisation and of a point of contact, without the ending that tells which of the two it is. */
const DETAILS: readonly Row[] = [
  ['BT-510(a)', 'ADDRESS', plain], ['BT-513', 'TOWN', plain], ['BT-512', 'POSTAL_CODE', plain], ['BT-514', 'COUNTRY', country], ['BT-507', 'NUTS', nuts],
  ['BT-502', 'CONTACT_POINT', plain], ['BT-503', 'PHONE', plain], ['BT-506', 'E_MAIL', plain], ['BT-739', 'FAX', plain], ['BT-505', 'URL_GENERAL', plain], ['BT-505', 'URL', plain],
];

type Details = readonly (readonly [term: string, value: Value])[];

interface Organisation {
  readonly id: string;
  readonly made: Element;
  readonly company: Element;
  /** Its details when it was first mentioned. */
  readonly details: string;
  readonly terms: Set<string>;
  readonly points: Map<string, string>;
}

/**
 * The organisations of a notice. TED XML repeats name and address wherever one is mentioned; here each stands once and
 * is referred to by its number. Two mentions are one organisation when name and number are the same.
 */
export class Organisations {
  readonly #byKey = new Map<string, Organisation>();
  readonly #made: Element[] = [];
  #points = 0;

  /** The elements `efac:Organization`, in the order in which they were first mentioned. */
  get all(): readonly Element[] {
    return this.#made;
  }

  /** The organisation at an address, `ORG-0001`; null when the address has no name. */
  company(address: Node | undefined): string | null {
    return this.#find(address)?.id ?? null;
  }

  /** The same, but of an organisation that is known by other details the number of a point of contact with these: `TPO-0001`. */
  pointOf(address: Node | undefined): string | null {
    const found = this.#find(address);
    if (found === undefined || address === undefined) return null;
    const details = detailsOf(address);
    const key = JSON.stringify(details);
    if (details.length === 0 || key === found.details) return found.id;
    const known = found.points.get(key);
    if (known !== undefined) return known;
    this.#points += 1;
    const id = `TPO-${String(this.#points).padStart(4, '0')}`;
    found.points.set(key, id);
    const point = make(found.made, 'efac:TouchPoint');
    put(point, 'OPT-201-Organization-TouchPoint', { text: id, attributes: { schemeName: 'touchpoint' } });
    put(point, 'BT-500-Organization-TouchPoint', nameOf(address));
    for (const [term, value] of details) put(point, `${term}-Organization-TouchPoint`, value);
    return id;
  }

  /** The element of an organisation already mentioned, for what is said of it elsewhere. */
  element(id: string): Element | undefined {
    return this.#made[Number(id.slice('ORG-'.length)) - 1];
  }

  #find(address: Node | undefined): Organisation | undefined {
    if (address === undefined) return undefined;
    const name = nameOf(address);
    if (name === null) return undefined;
    const number = address.text('NATIONALID');
    const key = `${name.toLowerCase()}\n${number ?? ''}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      complete(known, detailsOf(address));
      return known;
    }
    const id = `ORG-${String(this.#made.length + 1).padStart(4, '0')}`;
    const made = element('efac:Organization');
    const details = detailsOf(address);
    const company = make(made, 'efac:Company');
    put(company, 'OPT-200-Organization-Company', { text: id, attributes: { schemeName: 'organization' } });
    put(company, 'BT-500-Organization-Company', name);
    put(company, 'BT-501-Organization-Company', number);
    for (const [term, value] of details) put(company, `${term}-Organization-Company`, value);
    const organisation: Organisation = { id, made, company, details: JSON.stringify(details), terms: new Set(details.map(([term]) => term)), points: new Map() };
    this.#byKey.set(key, organisation);
    this.#made.push(made);
    return organisation;
  }
}

/** What a later mention adds is added; where two say different things, the first counts. */
function complete({ company, terms }: Organisation, details: Details): void {
  for (const [term, value] of details) {
    if (terms.has(term)) continue;
    terms.add(term);
    put(company, `${term}-Organization-Company`, value);
  }
}

function nameOf(address: Node): string | null {
  return address.text('OFFICIALNAME');
}

/** Of what stands twice, the first: a place has one NUTS code. */
function detailsOf(address: Node): Details {
  const found = new Map<string, Value>();
  for (const { term, value } of gather(DETAILS, address)) if (!found.has(term)) found.set(term, value);
  return [...found];
}
