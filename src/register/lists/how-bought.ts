/** How a purchase was made, as filters of a search: the reason for no call for competition, and what it was bought under. */
import type { ActiveFilter, HiddenFields, Site } from '#ui';
import { filterFields, hiddenFields, listTexts } from '../list-parts.tsx';
import { UNKNOWN, type ProcessQuery } from '../list.view.ts';
import { reasonName } from '../procedure-words.tsx';

export function noCallReason(site: Site, code: string): string {
  return code === UNKNOWN ? listTexts[site.lang].noReason : reasonName('direct-award-justification', { code, description: null }, site.lang);
}

/** What a form carries along of them. */
export function howBoughtFields({ reason, under }: ProcessQuery): HiddenFields {
  return [...filterFields({ reason }), ...hiddenFields({ under: under ?? null })];
}

/** @param without the address of the same search with this change */
export function howBoughtFilters(site: Site, query: ProcessQuery, without: (change: Partial<ProcessQuery>) => string): readonly ActiveFilter[] {
  const t = listTexts[site.lang];
  const reasons = query.reason ?? [];
  return [
    ...reasons.map((code) => ({
      label: t.reason, value: noCallReason(site, code), removeHref: without({ reason: reasons.filter((other) => other !== code) }),
    })),
    ...(query.under ? [{ label: t.under, value: query.under, removeHref: without({ under: null }) }] : []),
  ];
}
