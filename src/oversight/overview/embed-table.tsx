import type { VNode } from 'preact';
import { DataTable, type Site } from '#ui';
import { FigureItem } from './figure.parts.tsx';
import { da as formDa } from './form.da.ts';
import { en as formEn } from './form.en.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import type { OverviewView } from './overview.view.ts';
import { OutcomeCell, SaidCell, StatusCell } from './statement.parts.tsx';

const texts = { da: { ...da, ...formDa }, en: { ...en, ...formEn } };

interface EmbedTableProps {
  readonly site: Site;
  readonly view: OverviewView;
  /** The whole overview; absolute. */
  readonly full: string;
  readonly rowHref: (municipality: string) => string;
}

/** What is known, with reply and outcome beside it: no row may travel without them. */
export function EmbedTable({ site, view: { known, common, overview, figures, earlier }, full, rowHref }: EmbedTableProps): VNode {
  const t = texts[site.lang];
  return (
    <>
      {figures.map((figure) => <FigureItem site={site} overview={overview} figure={figure} before={earlier.get(figure.id) ?? []} sourcesAt={full} />)}
      {known.length === 0 ? null : (
        <DataTable
          lang={site.lang} caption={t.municipalities} rows={known}
          columns={[
            { header: t.municipality, cell: ({ municipality }) => <a href={rowHref(municipality)} target="_blank" rel="noopener">{municipality}</a> },
            { header: t.status, cell: (row) => <StatusCell site={site} row={row} /> },
            { header: t.said, cell: (row) => <SaidCell site={site} row={row} /> },
            { header: t.outcome, cell: (row) => <OutcomeCell site={site} row={row} common={common} /> },
          ]}
        />
      )}
    </>
  );
}
