/** How a purchase was made, as filters of a search: the reason for no call for competition, what it was bought under, by which procedure, with one bid. */
import type { ActiveFilter, HiddenFields, Site } from '#ui';
import { label } from '#eforms';
import { filterFields, hiddenFields, listTexts } from '../list-parts.tsx';
import { UNKNOWN, type ProcessQuery } from '../list.view.ts';
import { reasonName } from '../procedure-words.tsx';

export function noCallReason(site: Site, code: string): string {
  return code === UNKNOWN ? listTexts[site.lang].noReason : reasonName('direct-award-justification', { code, description: null }, site.lang);
}

function procedureCodeName(site: Site, code: string): string {
  return code === UNKNOWN ? listTexts[site.lang].noProcedure : label('procurement-procedure-type', code, site.lang) ?? code;
}

/** What a form carries along of them. */
export function howBoughtFields({ reason, under, procedure, oneBid }: ProcessQuery): HiddenFields {
  return [...filterFields({ reason, procedure }), ...hiddenFields({ under: under ?? null, bids: oneBid === true ? 'one' : null })];
}

/** @param without the address of the same search with this change */
export function howBoughtFilters(site: Site, query: ProcessQuery, without: (change: Partial<ProcessQuery>) => string): readonly ActiveFilter[] {
  const t = listTexts[site.lang];
  const reasons = query.reason ?? [];
  const procedures = query.procedure ?? [];
  return [
    ...reasons.map((code) => ({
      label: t.reason, value: noCallReason(site, code), removeHref: without({ reason: reasons.filter((other) => other !== code) }),
    })),
    ...(query.under ? [{ label: t.under, value: query.under, removeHref: without({ under: null }) }] : []),
    ...procedures.map((code) => ({
      label: t.procedure, value: procedureCodeName(site, code), removeHref: without({ procedure: procedures.filter((other) => other !== code) }),
    })),
    ...(query.oneBid === true ? [{ label: t.bids, value: t.oneBid, removeHref: without({ oneBid: false }) }] : []),
  ];
}
