import type { VNode } from 'preact';
import { fill } from '#base';
import { processAddress } from '#register';
import { DataTable, formatNumber, formatShortDate, Outside, type Column, type Site } from '#ui';
import type { OverviewRow } from '../overview/rows.ts';
import { OutcomeCell, SaidCell, StatementItem, StatusCell } from '../overview/statement.parts.tsx';
import { STATUSES, statusTexts } from '../overview/words.ts';
import { SourceText } from './source-text.tsx';
import { systemTexts } from './system.texts.ts';
import { listSource, type SystemView } from './system.view.ts';

interface Props {
  readonly site: Site;
  readonly view: SystemView;
}

/** Who has it and how they got it: the rows of its overviews, and of the lists. */
export function Holders({ site, view }: Props): VNode {
  const { lang } = site;
  const t = systemTexts[lang];
  const { known, rest, counts, common } = view;
  const columns: readonly Column<OverviewRow>[] = [
    { header: t.municipality, cell: ({ municipality }) => municipality },
    { header: t.how, cell: (row) => <StatusCell site={site} row={row} /> },
    { header: t.from, cell: (row) => <HeldFrom site={site} row={row} /> },
    ...(known.some(({ statements }) => statements.length > 0) ? [
      { header: t.said, cell: (row: OverviewRow) => <SaidCell site={site} row={row} /> },
      { header: t.outcome, cell: (row: OverviewRow) => <OutcomeCell site={site} row={row} common={common} /> },
    ] : []),
    { header: t.sources, cell: (row) => <RowSources site={site} view={view} row={row} /> },
  ];
  return (
    <section class="section" aria-labelledby="hvem">
      <h2 id="hvem">{t.who}</h2>
      {known.length === 0 ? <p>{t.whoNone}</p> : (
        <>
          <p>{fill(known.length === 1 ? t.whoLeadOne : t.whoLead, { known: formatNumber(known.length, lang), rest: formatNumber(rest, lang) })}</p>
          <dl class="overview-counts">{STATUSES.filter((status) => (counts.get(status) ?? 0) > 0).map((status) => <div><dt>{statusTexts[status][lang]}</dt><dd>{formatNumber(counts.get(status) ?? 0, lang)}</dd></div>)}</dl>
          <DataTable lang={lang} caption={t.who} hideCaption columns={columns} rows={known} />
        </>
      )}
    </section>
  );
}

function HeldFrom({ site: { lang }, row: { holdings } }: { readonly site: Site; readonly row: OverviewRow }): VNode {
  const t = systemTexts[lang];
  return (
    <>{holdings.map(({ supplier, from, to }) => {
      const start = from === null ? t.notStated : formatShortDate(from, lang);
      return <p><Outside text={to === null ? fill(t.since, { supplier, from: start }) : fill(t.span, { supplier, from: start, to: formatShortDate(to, lang) })} /></p>;
    })}</>
  );
}

function RowSources({ site, view: { spoken }, row: { statements, notices, holdings, corrected } }: Props & { readonly row: OverviewRow }): VNode {
  const t = systemTexts[site.lang];
  return (
    <details>
      <summary>{t.sources} ({statements.length + notices.length + holdings.length})</summary>
      <ul class="overview-statements">
        {notices.map(({ ocid, title, day, words }) => (
          <li class="overview-statement"><p><a href={site.href(processAddress(ocid))}><Outside text={title ?? ocid} /></a></p><blockquote><Outside text={words} /></blockquote>{day === null ? null : <p class="quiet">{formatShortDate(day, site.lang)}</p>}</li>
        ))}
        {holdings.map(({ source }) => <li class="overview-statement"><p>{t.source}: <SourceText site={site} source={listSource(source)} /></p></li>)}
        {statements.map((statement) => <StatementItem site={site} overview={spoken} statement={statement} before={corrected.get(statement.id) ?? []} />)}
      </ul>
    </details>
  );
}
