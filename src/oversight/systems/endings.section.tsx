import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, formatDate, formatShortDate, Outside, type Column, type Site } from '#ui';
import { SourceText } from './source-text.tsx';
import { systemTexts } from './system.texts.ts';
import { MONTHS_AHEAD, type Ending, type SystemView } from './system.view.ts';

/** @param today ISO date */
export function Endings({ site, view: { endings }, today }: { readonly site: Site; readonly view: SystemView; readonly today: string }): VNode {
  const { lang } = site;
  const t = systemTexts[lang];
  const columns: readonly Column<Ending>[] = [
    { header: t.ends, cell: ({ said, isAbout, renewal }) => <>{endText(said, isAbout, lang)}{renewal ? <span class="quiet"> ({t.renewal})</span> : null}</> },
    { header: t.buyer, cell: ({ who }) => <Outside text={who} /> },
    { header: t.supplier, cell: ({ supplier }) => (supplier === null ? '' : <Outside text={supplier} />) },
    { header: t.kind, cell: ({ kind }) => t[`kind.${kind}`] },
    { header: t.source, cell: ({ source }) => <SourceText site={site} source={source} /> },
  ];
  return (
    <section class="section" aria-labelledby="udloeber">
      <h2 id="udloeber">{t.endings}</h2>
      {endings.length === 0 ? <p>{t.endingsNone}</p> : (
        <>
          <p>{fill(t.endingsLead, { until: formatDate(Temporal.PlainDate.from(today).add({ months: MONTHS_AHEAD }).toString(), lang) })}</p>
          <DataTable lang={lang} caption={t.endings} hideCaption columns={columns} rows={endings} />
        </>
      )}
    </section>
  );
}

/** A year or a month as it was given: nothing is known of the day. */
function endText(said: string, isAbout: boolean, lang: Site['lang']): string {
  const day = said.length === 10 ? formatShortDate(said, lang) : said;
  return isAbout ? fill(systemTexts[lang].about, { day }) : day;
}
