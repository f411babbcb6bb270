/** What stands in the form of a bid, as a bid document and back. */
import { moneyText } from '#base';
import type { KeySet } from '#seal';
import { BID_ANSWERS, bidTotals, type AnsweredRequirement, type BidAsked, type BidDocument, type BidFileNamed } from '../bid/bid.ts';
import { amountText } from './amount.ts';

/** What the page hands over. */
export interface About extends BidAsked {
  readonly lang: string;
  readonly purchase: string;
  readonly lot: string;
  readonly supplier: string;
  readonly bidVersion: number;
  readonly keySet: KeySet;
  readonly keySetId: string;
  readonly recipients: readonly string[];
  readonly draftVersion: number;
  /** Addresses. */
  readonly bids: string;
  readonly draft: string;
  readonly receipts: string;
}

type Named = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function named(form: HTMLFormElement): readonly Named[] {
  return [...form.elements].filter((one): one is Named => (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) && one.name !== '');
}

/** Everything that was typed or chosen, by the names of the fields. */
export function valuesOf(form: HTMLFormElement): Readonly<Record<string, string>> {
  return Object.fromEntries(named(form).map(({ name, value }) => [name, value]));
}

export function setValues(form: HTMLFormElement, values: Readonly<Record<string, unknown>>): void {
  for (const field of named(form)) {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    if (typeof value === 'string') field.value = value;
  }
}

/** The bid as it stands now. What is missing is left out, for `bidFaults` to find. */
export function documentIn(form: HTMLFormElement, about: About, files: readonly BidFileNamed[]): BidDocument {
  const values = valuesOf(form);
  const of = (name: string): string => (values[name] ?? '').trim();
  const answers = about.requirements.flatMap(({ id }, at): readonly AnsweredRequirement[] => {
    const answer = BID_ANSWERS.find((one) => one === of(`answers[${at}].answer`));
    if (answer === undefined) return [];
    return [{ requirement: id, answer, text: of(`answers[${at}].text`), ...(answer === 'yes-priced' ? { line: of(`answers[${at}].line`) } : {}) }];
  });
  const prices = about.sheet.lines.flatMap(({ number }, at) => {
    const amount = amountText(of(`prices[${at}]`), about.lang);
    return amount === null ? [] : [[number, amount] as const];
  });
  const rows = Object.keys(values).filter((name) => /^confidential\[\d+\]\.what$/.test(name)).map((name) => ({ what: of(name), why: of(name.replace('.what', '.why')) }));
  return {
    version: 1, answers, prices: Object.fromEntries(prices), files, confidential: rows.filter(({ what, why }) => what !== '' || why !== ''),
    declaration: { unchanged: of('declaration') === 'unchanged', text: of('declarationText') },
  };
}

/** The evaluated sum, spelt for people; null: a price is missing. */
export function sumIn(form: HTMLFormElement, about: About): string | null {
  const totals = bidTotals(documentIn(form, about, []), about);
  if (!totals.ok) return null;
  const [whole = '0', decimals = '00'] = moneyText(totals.value.evaluated).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, about.lang === 'da' ? '.' : ',');
  return `${grouped}${about.lang === 'da' ? ',' : '.'}${decimals} ${about.sheet.currency === 'DKK' && about.lang === 'da' ? 'kr.' : about.sheet.currency}`;
}
