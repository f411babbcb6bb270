/** What the reader of notices remarks, in the language of the page. It writes in English, as the API gives it. */
import { fill, type Language } from '#base';
import type { Remark } from '#eforms';
import { da } from './notice.da.ts';
import { en } from './notice.en.ts';
import type { NoticePageView } from './notice.view.ts';

const texts = { da, en };

const REASONS: readonly (readonly [RegExp, 'why.placeholder' | 'why.cvr' | 'why.no-cvr' | 'why.norwegian' | 'why.currency'])[] = [
  [/^a placeholder/, 'why.placeholder'],
  [/^read as a CVR number/, 'why.cvr'],
  [/^eight digits, but no CVR number/, 'why.no-cvr'],
  [/^read as a Norwegian organisation number/, 'why.norwegian'],
  [/^the same figure stands at \S+ in (?<currency>[A-Z]{3});/, 'why.currency'],
];

/** Why it was remarked, or null for a reason that has no words here yet. */
export function remarkReason(why: string, lang: Language): string | null {
  for (const [pattern, key] of REASONS) {
    const found = pattern.exec(why);
    if (found !== null) return fill(texts[lang][key], { currency: found.groups?.['currency'] ?? '' });
  }
  return null;
}

/**
 * `tender/lots/LOT-0001/value` as "Delaftale › Pylon › værdi": lots by their titles, and a party, whose id is the notice's own, by the
 * number that was read.
 */
export function remarkPlace({ place, read }: Remark, { notice, details }: Pick<NoticePageView, 'notice' | 'details'>, lang: Language): string {
  const names: Readonly<Record<string, string>> = texts[lang];
  const steps = place.split('/');
  const party = steps[0] === 'parties' ? details.parties.find(({ identifiers }) => identifiers.some(({ id }) => id === read)) : undefined;
  if (party !== undefined) return [party.name ?? party.id ?? names['part.parties'], names['part.additionalIdentifiers']].join(SEPARATOR);
  const named = steps.flatMap((step, index): string[] => {
    if (LIST_PARENTS.has(step) || (step === 'tender' && LISTS.has(steps[index + 1] ?? ''))) return [];
    const lot = notice.lots.find(({ id }) => id === step);
    return [lot?.title ?? names[`part.${step}`] ?? step];
  });
  return named.join(SEPARATOR);
}

const SEPARATOR = ' \u203a ';
/** Steps that say nothing to a reader. */
const LIST_PARENTS: ReadonlySet<string> = new Set(['details', 'techniques']);
const LISTS: ReadonlySet<string> = new Set(['lots', 'lotGroups']);
