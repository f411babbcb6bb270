/** What a check of the market place finds: something that blocks by a firm rule of `law`, or something to be given a reason for. */
import { fill, type Language } from '#base';
import { isFirm, RULES, type Rule } from '#law';
import { formatAmount } from '#ui';

export type Severity = 'blocks' | 'warns';

export interface MarketFinding {
  /** A key of the texts of the check. */
  readonly code: string;
  readonly severity: Severity;
  /** Rule of `law` by its id; null: good practice only, which never blocks. */
  readonly rule: string | null;
  /** Plain JSON: what the text is filled with, and what is kept. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** @throws Error for an id that no rule has */
export function lawRule(id: string): Rule {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`No rule of the law is called "${id}".`);
  return rule;
}

/** Forbidden by a rule. Where the rule is not known firmly it is a warning: nothing unverified stops anybody. */
export function forbids(rule: string, code: string, data: MarketFinding['data'] = {}): MarketFinding {
  return { code, severity: isFirm(lawRule(rule).grade) ? 'blocks' : 'warns', rule, data };
}

/** Not forbidden, but a reason is asked for. @param rule null: good practice */
export function warns(rule: string | null, code: string, data: MarketFinding['data'] = {}): MarketFinding {
  return { code, severity: 'warns', rule: rule === null ? null : lawRule(rule).id, data };
}

export function isBlocked(findings: readonly MarketFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'blocks');
}

type Texts = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** The finding as a sentence. @throws Error when the texts have no such code */
export function findingTold(texts: Texts, { code, data }: Pick<MarketFinding, 'code' | 'data'>, lang: Language): string {
  const text = texts[lang][code];
  if (text === undefined) throw new Error(`No text is called "${code}".`);
  return fill(text, Object.fromEntries(Object.entries(data).map(([name, value]) => [name, valueText(value, lang)])));
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:T(\d{2}:\d{2}))?$/;
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  da: new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' }), en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** Dates and amounts in words; of a text in two languages the one that is read. */
function valueText(value: unknown, lang: Language): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') {
    const [match, time] = DATE.exec(value) ?? [];
    if (match === undefined) return value;
    const day = formats[lang].format(Date.parse(value.slice(0, 10)));
    if (time === undefined) return day;
    return lang === 'da' ? `${day} kl. ${time}` : `${day} at ${time}`;
  }
  if (Array.isArray(value)) return value.map((one) => valueText(one, lang)).join(', ');
  if (typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value) return formatAmount({ amount: String(value.amount), currency: String(value.currency) }, lang);
  if (typeof value === 'object' && value !== null && lang in value) return valueText((value as Record<Language, unknown>)[lang], lang);
  return value === null ? '-' : JSON.stringify(value);
}
