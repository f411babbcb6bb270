import type { Element } from '../xml/element.ts';
import { convert } from './convert.ts';
import { isPublic } from './node.ts';

const EMPTY = 'a section or a list that was left empty';

/**
 * What of TED XML is knowingly left out, and why: a mark whose absence says the same, or something that other elements
 * say better. A name alone stands for the element wherever it is, a path for the element there.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  ...of('the absence of what it denies says the same', [
    'NO_PRIZE_AWARDED', 'NO_USE_ELECTRONIC_AUCTION', 'NO_PAYABLE_DOCUMENTS', 'NO_EXISTENCE_OTHER_PARTICULAR_CONDITIONS', 'NO_EXEC_SERVICE_RESERVED_PARTICULAR_PROFESSION',
    'PURCHASING_ON_BEHALF_NO', 'NO_PREVIOUS_PUBLICATION_EXISTS_F17', 'NO_PREVIOUS_PUBLICATION_EXISTS_F18', 'NO_PREVIOUS_PUBLICATION_EXISTS_F19', 'NO_OTHER_PREVIOUS_PUBLICATION',
    'EXCLUDING_VAT', 'PUBLIC_CONTRACT', 'UNKNOWN_VALUE',
  ]),
  ...of('the number of the earlier notice says which it is, of what kind and when', [
    'DATE_OJ', 'PRIOR_INFORMATION_NOTICE_F17', 'PREVIOUS_NOTICE_BUYER_PROFILE_F18', 'CNT_NOTICE_INFORMATION_S_F18', 'EX_ANTE_NOTICE_INFORMATION_S',
  ]),
  ...of(EMPTY, [
    'LEFTI', 'PROCEDURE', 'QUANTITY_SCOPE', 'INTERNET_ADDRESSES_CONTRACT', 'RESERVED_CONTRACTS', 'INFORMATION_REGULATORY_FRAMEWORK', 'MAXIMUM_NUMBER_INVITED', 'LEFTI_PRIOR_INFORMATION',
    'MORE_INFORMATION_IF_ANNUAL_MONTHLY', 'SCHEDULED_DATE_PERIOD', 'NATURE_QUANTITY_SCOPE', 'LODGING_OF_APPEALS', 'OBJECT_CONTRACT/OBJECT_DESCR', 'OBJECT_CONTRACT/OBJECT_DESCR/DIRECTIVE_2014_25_EU',
  ]),
  PRIZE_AWARDED: 'BT-45, the prizes, says so',
  MOST_ECONOMICALLY_ADVANTAGEOUS_TENDER_SHORT: 'without a criterion inside it says only that price is not the only one',
  'CONTRACTING_BODY/ADDRESS_FURTHER_INFO/URL_BUYER': 'only a buyer has a buyer profile in eForms',
  'CONTRACTING_BODY/ADDRESS_PARTICIPATION/URL_BUYER': 'only a buyer has a buyer profile in eForms',
  'OBJECT_CONTRACT/DATE_PUBLICATION_NOTICE': 'BT-127 is one for the notice; a notice of several purchases has it with each',
  NUMBER_POSSIBLE_RENEWALS_RANGE_MIN: 'BT-58 is the highest number of renewals',
};

/** Names that are left out when they are empty, not with what they hold. */
const EMPTY_ONLY = new Set(Object.entries(LEFT_OUT).filter(([, reason]) => reason === EMPTY).map(([name]) => name));

function of(reason: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}

/**
 * Which elements of a notice's original form say something, by their text or by standing there, and were not read.
 * Each path once, from below the form: `OBJECT_CONTRACT/OBJECT_DESCR/TITLE`. Of a form of R2.0.8, paths that no rule
 * knows are its own, and those that no row reads are in the shape of R2.0.9.
 * @param root TED_EXPORT
 */
export function unmappedElements(root: Element): readonly string[] {
  const seen = new Set<Element>();
  const converted = convert(root, seen);
  if (!converted.ok) return [];
  const { body } = converted.value;
  const forms = root.children.filter(({ name }) => name === 'FORM_SECTION').flatMap((section) => section.children);
  const original = forms.find(({ name, attributes }) => attributes['CATEGORY'] === 'ORIGINAL' && name !== 'NOTICE_UUID');
  const left = new Set<string>();
  gather(body, '', seen, left);
  if (original !== undefined && original !== body) gather(original, '', seen, left);
  return [...left].filter((path) => !isLeftOut(path)).toSorted();
}

function gather(from: Element, path: string, seen: ReadonlySet<Element>, left: Set<string>): void {
  for (const one of from.children) {
    if (!isPublic(one)) continue;
    const at = path === '' ? one.name : `${path}/${one.name}`;
    const says = one.text.trim() !== '' || one.children.length === 0 || one.children.some(({ name }) => name === 'P');
    if (says && !seen.has(one)) left.add(at);
    if (one.name !== 'P' && !one.children.some(({ name }) => name === 'P')) gather(one, at, seen, left);
  }
}

/** A name that is left out takes what stands inside with it. */
function isLeftOut(path: string): boolean {
  return Object.hasOwn(LEFT_OUT, path) || path.split('/').some((name, index, names) => Object.hasOwn(LEFT_OUT, name) && (index === names.length - 1 || !EMPTY_ONLY.has(name)));
}
