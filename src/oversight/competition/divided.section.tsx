/** Whole tenders beside those that were divided into lots, as far as notices tell. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, type Column } from '#ui';
import { divided, meanText, number, perCent, rangeText, rough, RowsLink, shareText, texts, type ViewProps } from './parts.tsx';
import { sharesAddress } from './addresses.ts';
import type { DivisionView } from './competition.view.ts';
import { DIVISIONS, type Figure } from './rows.view.ts';

interface DividedRow {
  readonly label: string;
  /** What its rows are; null: it is reckoned of several. */
  readonly figure: Figure | 'winners' | null;
  readonly value: (of: DivisionView) => string;
}

export function Divided({ site, view }: ViewProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const share = (count: number, of: number): string => (of === 0 ? '–' : `${shareText(count, of, lang) ?? ''} (${rangeText(count, of, lang)})`);
  const rows: DividedRow[] = [
    { label: t.tenders, figure: 'processes', value: ({ calls }) => number(calls.processes, lang) },
    { label: t.without, figure: 'without-call', value: ({ calls }) => share(calls.without, calls.with + calls.without) },
    { label: t.lots, figure: 'bids', value: ({ bids }) => number(bids.lots, lang) },
    { label: t.single, figure: 'single-bid', value: ({ bids }) => share(bids.single, bids.lots) },
    { label: t.mean, figure: null, value: ({ bids }) => meanText(bids, lang) },
    { label: t.awards, figure: 'awards', value: ({ awards }) => number(awards, lang) },
    { label: t.winnersCount, figure: 'winners', value: ({ concentration }) => number(concentration?.winners ?? 0, lang) },
    { label: t.cr1Short, figure: 'winners', value: ({ concentration, awards }) => divided(concentration, awards, ({ cr1 }) => perCent(cr1, lang), lang) },
    { label: t.hhi, figure: 'winners', value: ({ concentration, awards }) => divided(concentration, awards, ({ hhi }) => rough(hhi, lang, 2), lang) },
  ];
  const columns: Column<DividedRow>[] = [
    { header: t.figure, cell: ({ label }) => label },
    ...DIVISIONS.map((division): Column<DividedRow> => ({
      header: t[division], numeric: true,
      cell: ({ figure, value }) => {
        const text = value(view.divided[division]);
        if (figure === null || /^(0$|–)/.test(text)) return text;
        if (figure === 'winners') return <a href={site.href(sharesAddress({ scope: view.scope, division }))}>{text}</a>;
        return text.startsWith('0') ? text : <RowsLink site={site} place={{ scope: view.scope, figure, division }}>{text}</RowsLink>;
      },
    })),
  ];
  const { taken, takenOf } = view.divided;
  return (
    <>
      <p>{t.dividedLead}</p>
      <div class="compare-table"><DataTable lang={lang} caption={t.dividedTable} hideCaption columns={columns} rows={rows} /></div>
      <p>{takenOf === 0 ? t.takenNone : fill(t.taken, { of: number(takenOf, lang), count: number(taken, lang) })} <span class="quiet">{t.unknownDivision}</span></p>
    </>
  );
}
