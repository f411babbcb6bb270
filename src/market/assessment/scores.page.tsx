import type { VNode } from 'preact';
import { DataTable, formatNumber, Outside } from '#ui';
import { leaves } from '../evaluation/model.ts';
import { bidName } from './assessment.options.ts';
import { pageTexts, type PageProps } from './frame.page.tsx';
import type { OpenedBid } from './opened-bid.ts';
import { allHaveScored, validBids, visibleScores } from './standing.ts';

/** The scores that the reader may see, beside what was agreed, and how far they lie apart. */
export function Scores({ view, record, internal, assessment }: PageProps): VNode | null {
  const { site, actor } = view;
  const t = pageTexts[site.lang];
  const seen = visibleScores(internal, assessment.bids, actor?.user ?? null);
  const isOpen = allHaveScored(internal, assessment.bids);
  if (internal.scores.length === 0 || record.body.model === undefined) return null;
  const rows = validBids(internal, assessment.bids).flatMap((bid) => leaves(record.body.model ?? { criteria: [] }).map((criterion) => ({ bid, criterion })));
  const own = ({ bid, criterion }: Row) => seen.filter(({ submission }) => submission === bid.submission).flatMap(({ person, scores, reasons }) => {
    const points = scores[criterion.id];
    return points === undefined ? [] : [{ person, points, reason: reasons[criterion.id] ?? '' }];
  });
  const agreed = ({ bid, criterion }: Row) => internal.consensus.find(({ submission }) => submission === bid.submission)?.scores[criterion.id];
  const spread = (row: Row): string => {
    const points = own(row).map((one) => one.points);
    return points.length < 2 ? '\u2013' : formatNumber(Math.max(...points) - Math.min(...points), site.lang);
  };
  return (
    <section class="section">
      {isOpen ? null : <p>{t.scoresHidden}</p>}
      <DataTable
        lang={site.lang} caption={t.scoresTitle} rows={rows}
        columns={[
          { header: t.criterion, cell: ({ bid, criterion }) => <Outside text={`${bidName(assessment, bid)}: ${criterion.name}`} /> },
          { header: t.points, cell: (row) => <ul class="plain-list">{own(row).map(({ person, points, reason }) => <li><strong>{formatNumber(points, site.lang)}</strong> <Outside text={`${assessment.names.get(person) ?? ''}: ${reason}`} /></li>)}</ul> },
          { header: t.spread, numeric: true, cell: (row) => (isOpen ? spread(row) : '\u2013') },
          { header: t.agreed, numeric: true, cell: (row) => { const points = agreed(row); return points === undefined ? '\u2013' : formatNumber(points, site.lang); } },
        ]}
      />
    </section>
  );
}

interface Row {
  readonly bid: OpenedBid;
  readonly criterion: { readonly id: string; readonly name: string };
}
