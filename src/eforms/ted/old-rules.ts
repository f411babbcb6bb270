/** How elements of R2.0.8 that do not simply have another name are put into the shape of R2.0.9. */
import { lookup } from '../codes/lookup.ts';
import type { Element } from '../xml/element.ts';
import { DIRECT_AWARD_REASONS } from './codes.ts';
import { place, plainName, within, type Old } from './old-shape.ts';

/** Goes on with what stands inside an element, in the same or in another scope. */
type GoOn = (inside: Element, into?: Old) => void;
/** A place, or a function; one that returns `inside` has let the elements inside be read by their own rules. */
export type Rule = (from: Element, old: Old, goOn: GoOn) => 'inside' | undefined | void;
export type Place = string | Rule;

export const inner = (from: Element, name: string): Element | undefined => from.children.find((one) => one.name === name);
const isYes = (from: Element): boolean => from.attributes['VALUE'] === 'YES';

/** The part of the new form that a place is relative to, and the place without its prefix; null in an award that is none. */
export function scopeOf(at: string, old: Old): readonly [scope: Element | null, at: string] {
  if (at.startsWith('lot:')) return [old.lot, at.slice('lot:'.length)];
  return at.startsWith('award:') ? [old.award, at.slice('award:'.length)] : [old.made, at];
}

/** Makes an element and lets what stands inside be read by its own rules. */
export function holding(at: string): Rule {
  return (from, old, goOn) => {
    const [scope, rest] = scopeOf(at, old);
    if (scope !== null) place(scope, rest);
    goOn(from);
    return 'inside';
  };
}

/** One place in a lot, another for the whole purchase. */
export function lotOrWhole(inLot: string, whole: string): Rule {
  return (from, old) => void place(old.isInLot ? old.lot : old.made, old.isInLot ? inLot : whole, from);
}

/** Name and number stand in an element of their own, and there can be several addresses for mail. */
export function contact(at: string): Rule {
  return (from, old) => {
    const [scope, rest] = scopeOf(at, old);
    if (scope === null) return;
    const made = place(scope, rest);
    const person = ['CONTACT_POINT', 'ATTENTION'].flatMap((name) => inner(from, name)?.text.trim() || []);
    for (const one of from.children) {
      if (one.name === 'ORGANISATION') made.children.push(...(one.children.length > 0 ? one.children : [{ ...one, name: 'OFFICIALNAME' }]));
      else if (one.name === 'E_MAILS') place(made, 'E_MAIL', { text: one.children.map(({ text }) => text.trim()).join(', ') });
      else if (!['CONTACT_POINT', 'ATTENTION'].includes(one.name)) made.children.push(one);
    }
    if (person.length > 0) place(made, 'CONTACT_POINT', { text: person.join(', ') });
  };
}

/** DAY, MONTH, YEAR and sometimes TIME, each in an element of its own. */
export function dateText(from: Element): string {
  const [year = '', month = '', day = ''] = ['YEAR', 'MONTH', 'DAY'].map((name) => inner(from, name)?.text.trim() ?? '');
  return year === '' ? from.text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

export function when(at: string, timeAt: string | null = null): Rule {
  return (from, old) => {
    const [scope, rest] = scopeOf(at, old);
    const text = dateText(from);
    if (scope === null || text === '') return;
    place(scope, rest, { text });
    const time = inner(from, 'TIME')?.text.trim() ?? '';
    if (timeAt !== null && time !== '') place(scope, timeAt, { text: time });
  };
}

/** An amount or a range; the currency stands with the two, the number for machines in an attribute. */
export function value(from: Element, into: Element, at: string, rangeAt: string): void {
  const currency = from.attributes['CURRENCY'];
  const attributes = (one: Element): Record<string, string> => ({ ...one.attributes, ...(currency === undefined ? {} : { CURRENCY: currency }) });
  const single = inner(from, 'VALUE_COST') ?? (from.children.length === 0 && from.text.trim() !== '' ? from : undefined);
  if (single !== undefined) place(into, at, { text: single.text, attributes: attributes(single) });
  const range = inner(from, 'RANGE_VALUE_COST');
  if (range === undefined) return;
  const made = place(into, rangeAt);
  for (const [name, end] of [['LOW_VALUE', 'LOW'], ['HIGH_VALUE', 'HIGH']] as const) {
    const one = inner(range, name);
    if (one !== undefined) place(made, end, { text: one.text, attributes: attributes(one) });
  }
}

export const estimate: Rule = (from, old) => (old.isInLot ? value(from, old.lot, 'VAL_OBJECT', 'VAL_RANGE_OBJECT') : value(from, old.made, 'OBJECT_CONTRACT/VAL_ESTIMATED_TOTAL', 'OBJECT_CONTRACT/VAL_ESTIMATED_RANGE'));

/** A number of months or days, in elements named after the unit. */
export function lasting(unit: string, at: string): Rule {
  return (from, old) => {
    const [scope, rest] = scopeOf(at, old);
    if (scope !== null) place(scope, rest, { text: from.text, attributes: { TYPE: unit } });
  };
}

/** One place when the answer is YES, another when it is NO. */
export function answer(yes: string, no = ''): Rule {
  return (from, old) => {
    const [scope, at] = scopeOf(isYes(from) ? yes : no, old);
    if (scope !== null && at !== '') place(scope, at);
  };
}

/** The procedure, with the reasons that stand inside it somewhere, and those for haste. */
export const procedure: Rule = (from, old) => {
  const made = place(old.made, `PROCEDURE/${plainName(from.name)}`);
  const look = (one: Element): void => {
    for (const inside of one.children) {
      if (inside.name === 'REASON_CONTRACT_LAWFUL') made.children.push({ ...inside, name: 'D_JUSTIFICATION' });
      else if (Object.hasOwn(DIRECT_AWARD_REASONS, inside.name)) place(made, inside.name, { attributes: inside.attributes });
      else if (inside.name === 'IS_CANDIDATE_SELECTED') place(old.made, 'PROCEDURE/CANDIDATES_CHOSEN', inside);
      look(inside);
    }
  };
  look(from);
  if (!from.name.includes('ACCELERATED')) return;
  const haste = from.children.find(({ name }) => /^PTA[RN]_JUSTIFICATION$/.test(name));
  place(old.made, 'PROCEDURE/ACCELERATED_PROC', haste ?? {});
};

/** `IV.3.4) Time limit for receipt of tenders`: the section, then what it is called. */
export const correction: Rule = (from, old) => {
  const made = place(old.made, 'CHANGES/CHANGE');
  for (const one of from.children) {
    if (one.name === 'WHERE') {
      const words = [one.text, ...one.children.map(({ text }) => text)].join(' ').trim();
      const section = /^[IVX]+(?:\.\d+)+/.exec(words)?.[0];
      if (section !== undefined) place(made, 'WHERE/SECTION', { text: section });
      const label = section === undefined ? words : words.slice(section.length).replace(/^[\s):.-]+/, '');
      if (label !== '') place(made, 'WHERE/LABEL', { text: label });
      continue;
    }
    const said = place(made, one.name);
    for (const inside of one.children) {
      if (inside.name !== 'DATE_TIME') said.children.push(inside);
      else {
        place(said, 'DATE', { text: dateText(inside) });
        const time = inner(inside, 'TIME')?.text.trim() ?? '';
        if (time !== '') place(said, 'TIME', { text: time });
      }
    }
  }
};

export const lot: Rule = (from, old, goOn) => {
  const made = place(old.made, 'OBJECT_CONTRACT/OBJECT_DESCR');
  goOn(from, { ...old, lot: made, isInLot: true });
  return 'inside';
};

export const award: Rule = (from, old, goOn) => {
  const made = place(old.made, 'AWARD_CONTRACT');
  within(made, 'AWARDED_CONTRACT');
  goOn(from, { ...old, award: made });
  return 'inside';
};

export const subcontractors: Rule = (from, old) => {
  const kind = from.name.includes('TECHNICAL') ? 'TECHNICAL_PROFESSIONAL' : 'ECONOMIC_FINANCIAL';
  for (const one of from.children) place(old.made, `LEFTI/${kind}_${one.name.endsWith('MIN_LEVEL') ? 'MIN_LEVEL' : 'INFO'}_SUBCONTRACTORS`, one);
};

/** That there is a framework agreement can be said in several places; what is said of it is gathered in one. */
export const framework: Rule = (_from, old) => void within(within(old.made, 'PROCEDURE'), 'FRAMEWORK');

/** What the notice is about, in an attribute: a contract, a framework agreement, a dynamic purchasing system. */
export const involves: Rule = (from, old, goOn) => {
  const kind = from.attributes['VALUE'] ?? '';
  if (kind.includes('FRAMEWORK_AGREEMENT')) framework(from, old, goOn);
  if (kind.includes('DPS')) place(old.made, 'PROCEDURE/DPS');
};

export const frameworkAnswer: Rule = (from, old, goOn) => (isYes(from) ? framework(from, old, goOn) : undefined);

/** The share that must be subcontracted, of the lot or of the contract; where there is none it is given as 0 to 0. */
export const share: Rule = (from, old) => {
  const part = old.award === null ? old.lot.children.findLast(({ name }) => name === 'SUBCONTRACT_AWARD_PART') : within(within(old.award, 'AWARDED_CONTRACT'), 'PCT_RANGE_SHARE_SUBCONTRACTING');
  for (const [name, end] of [['MIN_PERCENTAGE', 'MIN'], ['MAX_PERCENTAGE', 'MAX']] as const) {
    const one = inner(from, name);
    if (one !== undefined && part !== undefined) place(part, end, one);
  }
};

const SUBMISSION: Readonly<Record<string, string>> = { ALL_LOTS: 'LOT_ALL_REQUIRED', ONE_LOT_ONLY: 'LOT_ONE_ONLY', ONE_OR_MORE_LOT: 'LOT_ALL' };

export const division: Rule = (from, old, goOn) => {
  const made = place(old.made, 'OBJECT_CONTRACT/LOT_DIVISION');
  const how = lookup(SUBMISSION, from.attributes['VALUE']);
  if (how !== undefined) place(made, how);
  goOn(from);
  return 'inside';
};

export const weighted: Rule = (from, old) => {
  const made = place(old.lot, 'AC_QUALITY');
  for (const one of from.children) if (one.name !== 'ORDER_C') place(made, one.name === 'WEIGHTING' ? 'AC_WEIGHTING' : 'AC_CRITERION', one);
};

export const contractValue: Rule = (from, { award: to }) => {
  if (to === null) return;
  value(from, to, 'AWARDED_CONTRACT/VALUES/VAL_TOTAL', 'AWARDED_CONTRACT/VALUES/VAL_RANGE_TOTAL');
  const rate = inner(from, 'INCLUDING_VAT')?.children.find(({ name }) => name === 'VAT_PRCT');
  if (rate !== undefined) place(to, 'AWARDED_CONTRACT/VALUES/VAT_RATE', rate);
};

/** An element and its text, each with a name of its own in R2.0.9. */
export function marked(mark: string, words: string): Rule {
  return (from, old) => {
    place(old.made, mark);
    place(old.made, words, from);
  };
}

/** Marks and codes for what kind of supplies or works it is, as one word. */
export const contractKind: Rule = (from, old) => void place(old.made, 'OBJECT_CONTRACT/CONTRACT_KIND', { text: from.attributes['VALUE'] ?? from.name });
