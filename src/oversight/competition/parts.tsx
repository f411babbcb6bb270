/** What the sections share: texts, figures with what they are of, links to the rows. */
import type { ComponentChildren, VNode } from 'preact';
import { fill, type Language } from '#base';
import { codeOf, fieldLabel, figureAbout, organisationAddress } from '#register';
import { formatCountry, formatDecimal, formatNumber, formatShare, Outside, shorten, type FigureAbout, type FigureSource, type Site } from '#ui';
import { rowsAddress, type RowsPlace } from './addresses.ts';
import { da } from './competition.da.ts';
import { en } from './competition.en.ts';
import type { BidsView, CompetitionView, ConcentrationView, ScopeView } from './competition.view.ts';
import { shareRange } from './measures.ts';

export const texts = { da, en };

const NAME_LENGTH = 90;
/** A figure of the division of so few would say nothing. */
export const LEAST_DIVIDED = 5;

export interface ViewProps {
  readonly site: Site;
  readonly view: CompetitionView;
  /** Begins the ids of the charts, so that a page can hold two views. */
  readonly prefix: string;
}

/** What the scope is called on a page. */
export function scopeName({ lang }: Pick<Site, 'lang'>, { kind, key, name }: ScopeView): string {
  if (kind === 'all') return texts[lang].everything;
  if (kind === 'country') return formatCountry(key, lang);
  return kind === 'field' ? fieldLabel(key, lang) : shorten(name, NAME_LENGTH);
}

export function number(value: number, lang: Language): string {
  return formatNumber(value, lang);
}

/** "2,4" */
export function rough(value: number, lang: Language, decimals = 1): string {
  return formatDecimal(value.toFixed(decimals), lang);
}

/** A share of 0 to 1 as whole per cent. */
export function perCent(share: number, lang: Language): string {
  const parts = Math.round(share * 100_000);
  return formatShare(parts, 100_000, lang);
}

/** "40 %" of so many; null when they are none. */
export function shareText(count: number, of: number, lang: Language): string | null {
  return of === 0 ? null : formatShare(count, of, lang);
}

/** "4 af 10; spænd 17–69 %" */
export function rangeText(count: number, of: number, lang: Language): string {
  const range = shareRange(count, of);
  const t = texts[lang];
  const numbers = { count: number(count, lang), whole: number(of, lang) };
  if (range === null) return fill(t.ofLots, numbers);
  return fill(t.range, { ...numbers, low: String(Math.round(range.low * 100)), high: perCent(range.high, lang) });
}

export function RowsLink({ site, place, children }: { readonly site: Site; readonly place: RowsPlace; readonly children: ComponentChildren }): VNode {
  return <a href={site.href(rowsAddress(place))}>{children}</a>;
}

/** A share with what it is of, leading to its rows; a dash of nothing. */
export function SharedCell({ site, count, of, place }: { readonly site: Site; readonly count: number; readonly of: number; readonly place: RowsPlace }): VNode {
  const { lang } = site;
  const share = shareText(count, of, lang);
  if (share === null) return <span class="quiet">{'–'}</span>;
  const note = fill(texts[lang].ofLots, { count: number(count, lang), whole: number(of, lang) });
  return <>{count === 0 ? share : <RowsLink site={site} place={place}>{share}</RowsLink>} <span class="quiet">({note})</span></>;
}

/** CR1, CR4 or HHI of so many awards; words in its place when they are too few. */
export function divided(found: ConcentrationView | null, awards: number, read: (found: ConcentrationView) => string, lang: Language): string {
  if (found === null) return '–';
  return awards < LEAST_DIVIDED ? fill(texts[lang].tooFew, { n: number(awards, lang) }) : read(found);
}

export function meanText(bids: BidsView, lang: Language): string {
  return bids.mean === null ? '–' : rough(bids.mean, lang);
}

export function Organisation({ site, organisation }: { readonly site: Site; readonly organisation: { readonly key: string; readonly name: string } }): VNode {
  return <a href={site.href(organisationAddress(organisation.key))}><Outside text={shorten(organisation.name, NAME_LENGTH)} /></a>;
}

/** Said below each chart, so that a picture that is passed on keeps it. */
export function chartAbout(site: Site, view: CompetitionView): { readonly lang: Language; readonly about: FigureAbout; readonly source: FigureSource } {
  const name = `${scopeName(site, view.scope)}: ${texts[site.lang].source}`;
  return { lang: site.lang, about: figureAbout(site), source: { name, href: site.href(rowsAddress({ scope: view.scope, figure: 'processes' })), updatedAt: view.updatedAt } };
}

/** A field of three digits as its name with its code. */
export function placeField(field: string, lang: Language): string {
  return fieldLabel(field.replace(/0+$/, '').padEnd(2, '0'), lang) || codeOf(field);
}
