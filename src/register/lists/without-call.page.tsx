import type { VNode } from 'preact';
import { fill } from '#base';
import { formatAmount, formatNumber, formatShortDate, LongText, Outside, shorten, Tag, Time, type Site } from '#ui';
import { codeName } from '../codes.ts';
import type { FacetOption, ProcessQuery } from '../list.view.ts';
import type { ProcessSummary } from '../views.ts';
import { listTexts } from '../list-parts.tsx';
import { viewAddress, WITHOUT_CALL } from './addresses.ts';
import { noCallReason } from './how-bought.ts';
import { PartHead, Suppliers } from './part-line.tsx';
import { PartPage } from './part.page.tsx';
import { da } from './without-call.da.ts';
import { en } from './without-call.en.ts';
import type { WithoutCallView } from './without-call.view.ts';

const texts = { da, en };
const WORDS_SHOWN = 320;
const REASON_SHOWN = 140;
const REASONS_SHOWN = 6;

export function renderWithoutCall(site: Site, view: WithoutCallView): VNode {
  const t = texts[site.lang];
  const sorts = view.query.q === '' ? ['newest', 'oldest'] : ['relevance', 'newest', 'oldest'];
  const search = withoutOwn(view.query);
  return (
    <PartPage
      site={site} path={WITHOUT_CALL} texts={t} own={{}} follow={[{ format: 'atom', own: {} }]}
      view={{ ...view, query: { search, sort: view.query.sort }, sorts, facets: view.facets.filter(({ name }) => name !== 'call') }}
      views={view.query} sortNames={sortNames(site)} intro={<Intro site={site} />} choices={<Reasons site={site} view={view} />}
      row={(row) => <Line site={site} row={row} why={view.why[row.ocid]} />}
    />
  );
}

function sortNames(site: Site): Readonly<Record<string, string>> {
  const t = listTexts[site.lang];
  return { relevance: t['sort.relevance'], newest: t['sort.newest'], oldest: t['sort.oldest'] };
}

/** The address of this page says by itself that there was no call. */
function withoutOwn(query: ProcessQuery): ProcessQuery {
  const { call: _, ...filters } = query.filters;
  return { ...query, filters };
}

function Intro({ site }: { readonly site: Site }): VNode {
  const t = texts[site.lang];
  return (
    <section class="prose" aria-labelledby="hvad">
      <h2 id="hvad">{t.whatHeading}</h2>
      <p>{t.what}</p>
      <p>{t.exAnte}</p>
      <p><strong>{t.never}</strong></p>
      <p class="quiet">{t.source}</p>
    </section>
  );
}

interface ViewProps {
  readonly site: Site;
  readonly view: WithoutCallView;
}

function Reasons({ site, view }: ViewProps): VNode | null {
  const t = texts[site.lang];
  if (view.reasons.length === 0) return null;
  const chosen = view.query.reason ?? [];
  const isFirst = ({ value }: FacetOption, index: number): boolean => index < REASONS_SHOWN || chosen.includes(value);
  const first = view.reasons.filter(isFirst);
  const rest = view.reasons.filter((option) => !first.includes(option));
  return (
    <nav class="reasons" aria-labelledby="begrundelser">
      <h2 id="begrundelser">{t.reasonsHeading}</h2>
      <p class="quiet">{t.reasonsHint}</p>
      <ul>{first.map((option) => <Reason site={site} view={view} option={option} />)}</ul>
      {rest.length === 0 ? null : (
        <details class="more">
          <summary>{fill(t.moreReasons, { count: formatNumber(rest.length, site.lang) })}</summary>
          <ul>{rest.map((option) => <Reason site={site} view={view} option={option} />)}</ul>
        </details>
      )}
      {chosen.length === 0 ? null : <p><a href={site.href(viewAddress(WITHOUT_CALL, { ...withoutOwn(view.query), reason: [] }))}>{t.allReasons}</a></p>}
    </nav>
  );
}

function Reason({ site, view, option }: ViewProps & { readonly option: FacetOption }): VNode {
  const isChosen = view.query.reason?.includes(option.value) === true;
  return (
    <li>
      <a
        href={site.href(viewAddress(WITHOUT_CALL, { ...withoutOwn(view.query), reason: [option.value] }))}
        {...(isChosen ? { 'aria-current': 'true' as const } : {})}
      ><Outside text={shorten(noCallReason(site, option.value), REASON_SHOWN)} /></a> <span class="quiet">{formatNumber(option.count, site.lang)}</span>
    </li>
  );
}

interface LineProps {
  readonly site: Site;
  readonly row: ProcessSummary;
  readonly why: WithoutCallView['why'][string] | undefined;
}

function Line({ site, row, why }: LineProps): VNode {
  const t = texts[site.lang];
  const reasons = why?.reasons ?? [];
  const words = why?.rationale ?? null;
  return (
    <article class="result">
      <div>
        <PartHead site={site} row={row} />
        <Suppliers site={site} suppliers={row.suppliers} />
        {reasons.map((code) => <p class="result-buyer"><LongText text={noCallReason(site, code)} /></p>)}
        {words === null
          ? (reasons.length === 0 ? <p class="quiet">{t.noWords}</p> : null)
          : <p class="result-buyer"><strong>{t.ownWords}</strong> <Outside text={shorten(words, WORDS_SHOWN)} /></p>}
        {row.stage === null ? null : <p class="result-tags"><Tag tone="info">{codeName('stage', row.stage, site.lang)}</Tag></p>}
      </div>
      <div class="result-side">
        {row.value === null ? null : <p class="result-value">{formatAmount(row.value, site.lang)}</p>}
        <p><span class="sr-only">{listTexts[site.lang].lastSeen} </span><Time value={row.lastDate} text={formatShortDate(row.lastDate, site.lang)} /></p>
      </div>
    </article>
  );
}
