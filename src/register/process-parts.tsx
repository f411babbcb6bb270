/** What the sections of the process page share. */
import type { ComponentChildren, VNode } from 'preact';
import { fill } from '#base';
import { formatNumber, formatShortDate, Outside, shorten, Time, type Site } from '#ui';
import { organisationAddress } from './addresses.ts';
import { da } from './process.da.ts';
import { en } from './process.en.ts';
import type { ProcessPageView } from './process.view.ts';

export const processTexts = { da, en };

export interface ProcessProps {
  readonly site: Site;
  readonly view: ProcessPageView;
}

/** What a part about parties and documents needs: of a process, or of one notice. */
export interface DetailsProps {
  readonly site: Site;
  readonly view: Pick<ProcessPageView, 'details' | 'organisationKeys'>;
}

/** A long list shows its beginning; the rest waits in a fold. */
export interface FoldedProps<Row> {
  readonly rows: readonly Row[];
  readonly shown: number;
  /** "Vis {count} … til" */
  readonly label: string;
  readonly site: Site;
  readonly draw: (rows: readonly Row[]) => ComponentChildren;
}

export function Folded<Row>({ rows, shown, label, site, draw }: FoldedProps<Row>): VNode {
  // One row more than shown is not worth a click.
  if (rows.length <= shown + 1) return <>{draw(rows)}</>;
  return (
    <>
      {draw(rows.slice(0, shown))}
      <details class="fold">
        <summary>{fill(label, { count: formatNumber(rows.length - shown, site.lang) })}</summary>
        {draw(rows.slice(shown))}
      </details>
    </>
  );
}

export interface PartyNameProps {
  readonly site: Site;
  readonly view: Pick<ProcessPageView, 'organisationKeys'>;
  readonly party: { readonly id: string | null; readonly name: string | null; readonly isPerson: boolean };
}

/** The name of a party, a link when it has a page; a natural person has neither. */
export function PartyName({ site, view, party }: PartyNameProps): VNode {
  const t = processTexts[site.lang];
  if (party.isPerson) return <>{t.person} <span class="quiet">{t.personNote}</span></>;
  const name = <Outside text={party.name ?? party.id ?? t.nameless} />;
  const key = party.id !== null && Object.hasOwn(view.organisationKeys, party.id) ? view.organisationKeys[party.id] : undefined;
  return key === undefined ? name : <a href={site.href(organisationAddress(key))}>{name}</a>;
}

const LONGEST_TITLE = 300;
const LONG_TITLE = 90;

/** The publisher's title as the heading of the page; a long one in smaller type. */
export function Title({ text, lang }: { readonly text: string; readonly lang: string | null }): VNode {
  return <h1 class={text.length > LONG_TITLE ? 'long' : ''}><Outside text={shorten(text, LONGEST_TITLE)} lang={lang} /></h1>;
}

/** A date in figures. */
export function ShortDate({ site, value }: { readonly site: Site; readonly value: string }): VNode {
  return <Time value={value} text={formatShortDate(value, site.lang)} />;
}

/** "27.06.2017–31.12.2017", "fra 27.06.2017", or null. */
export function Span({ site, start, end }: { readonly site: Site; readonly start: string | null; readonly end: string | null }): VNode | null {
  const t = processTexts[site.lang];
  if (start === null && end === null) return null;
  if (start !== null && end !== null) {
    return <><ShortDate site={site} value={start} />{'\u2009\u2013\u2009'}<ShortDate site={site} value={end} /></>;
  }
  const [before = '', after = ''] = (end === null ? t.from : t.until).split('{date}');
  return <>{before}<ShortDate site={site} value={start ?? end ?? ''} />{after}</>;
}
