import { met, review, unknown, type Finding } from '../finding.ts';
import { saying, type Oere } from '../kroner.ts';
import { limit } from '../parameters/limits.ts';
import { said, type Said } from '../rule.ts';
import { VALUE_LOTS, VALUE_MONTHLY, VALUE_RECURRENT, VALUE_TOTAL, valueByMonth } from '../udbudsloven/p029-value.ts';
import type { Purchase } from './purchase.ts';

export interface Valued {
  /** What is held against the threshold: this purchase and those of the same kind; null: no price is known. */
  readonly total: Oere | null;
  /** This purchase alone, options and extensions included: what it takes from the maximum of a framework. */
  readonly own: Oere | null;
  readonly how: readonly Said[];
  readonly findings: readonly Finding[];
}

interface Part {
  readonly amount: Oere;
  readonly how: Said;
  readonly findings: readonly Finding[];
}

export function sum(amounts: Iterable<Oere>): Oere {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/** The value of a purchase by §§ 29-36, line by line. */
export function valueOf(purchase: Purchase): Valued {
  const price = priceOf(purchase);
  if (price === null) {
    const because = said('Værdien er ikke oplyst.', 'The value is not given.');
    return { total: null, own: null, how: [because], findings: [unknown(VALUE_TOTAL, because)] };
  }
  const own = [price, ...additions(purchase)];
  const recurrent = recurrentOf(purchase);
  const parts = [...own, ...recurrent];
  return {
    total: sum(parts.map(({ amount }) => amount)),
    own: sum(own.map(({ amount }) => amount)),
    how: parts.map(({ how }) => how),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

function priceOf(purchase: Purchase): Part | null {
  const whole = wholePrice(purchase);
  const { lots } = purchase;
  if (lots === null || lots.length === 0) return whole;
  const all = sum(lots.map(({ amount }) => amount));
  const how = saying('Alle {count} delkontrakter tilsammen: {all}.', 'All {count} lots together: {all}.', { count: lots.length, all });
  if (whole === null || whole.amount === all) return { amount: all, how, findings: [...(whole?.findings ?? []), met(VALUE_LOTS, how)] };
  const differs = review(VALUE_LOTS, saying('Delkontrakterne er tilsammen {all}, og værdien er oplyst til {whole}; den største er regnet med.', 'The lots are together {all}, and the value is given as {whole}; the larger one counts.', { all, whole: whole.amount }));
  const larger = all > whole.amount ? { amount: all, how } : whole;
  return { amount: larger.amount, how: larger.how, findings: [...whole.findings, differs] };
}

function wholePrice({ total, monthly, termMonths }: Purchase): Part | null {
  if (total !== null) return { amount: total, how: saying('Værdi: {total}.', 'Value: {total}.', { total }), findings: [] };
  if (monthly === null) return null;
  const { value, months } = valueByMonth(monthly, termMonths);
  const how = saying('{monthly} om måneden i {months} måneder: {value}.', '{monthly} a month for {months} months: {value}.', { monthly, months, value });
  const because = termMonths === null || termMonths > limit('open-ended-months').value
    ? saying('Uden fast slutdato, eller længere end {months} måneder, tæller {months} måneder.', 'Without a fixed end, or for longer than {months} months, {months} months count.', { months })
    : saying('Løbetiden er fast, {months} måneder.', 'The term is fixed, {months} months.', { months });
  return { amount: value, how, findings: [met(VALUE_MONTHLY, because)] };
}

function additions({ options, extensions }: Purchase): readonly Part[] {
  const parts: Part[] = [];
  if (options !== null && options.length > 0) {
    const amount = sum(options);
    parts.push(added(amount, saying('Alle optioner: {amount}.', 'All options: {amount}.', { amount })));
  }
  if (extensions !== null && extensions.length > 0) {
    const amount = sum(extensions);
    parts.push(added(amount, saying('Alle forlængelser: {amount}.', 'All extensions: {amount}.', { amount })));
  }
  return parts;
}

function added(amount: Oere, how: Said): Part {
  return { amount, how, findings: [met(VALUE_TOTAL, how)] };
}

function recurrentOf({ sameKind }: Purchase): readonly Part[] {
  if (sameKind === null || sameKind === 0n) return [];
  const how = saying('Køb af samme slags i de seneste 12 måneder lægges til: {sameKind}.', 'Purchases of the same kind in the last 12 months are added: {sameKind}.', { sameKind });
  return [{ amount: sameKind, how, findings: [met(VALUE_RECURRENT, how)] }];
}
