/** What the page of a contribution shows: what was said, and to what. */
import type { VNode } from 'preact';
import { Outside, OutsideParagraphs } from '#ui';
import type { LotStatus } from '#intake';
import { presentation, type RecordView } from '../core/present.ts';
import { BidStatusBox } from '../purchase/bid-status.page.tsx';
import { readBidStatus } from '../purchase/purchase.store.ts';
import type { Contribution } from './contribution.ts';
import { da } from './contribution.da.ts';
import { en } from './contribution.en.ts';

const texts = { da, en };

export const contributionPresentation = presentation({
  kind: 'contribution',
  texts,
  load: async (reading, record) => readBidStatus(reading, record),
  lead: ({ site, extra }) => <BidStatusBox site={site} status={extra as LotStatus | null} />,
  content: (view: RecordView) => <ContributionContent view={view} record={view.record as Contribution} />,
});

function ContributionContent({ view: { site }, record: { body, parent } }: { readonly view: RecordView; readonly record: Contribution }): VNode {
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="indhold">
      <h2 id="indhold">{t.contentTitle}</h2>
      <p><strong>{t[`choice.type.${body.type}`]}</strong></p>
      <OutsideParagraphs text={body.text} />
      {body.answers.length === 0 ? null : <dl class="summary-list">{body.answers.map(({ about, answer }) => <div><dt><Outside text={about} /></dt><dd><OutsideParagraphs text={answer} /></dd></div>)}</dl>}
      {parent === null ? null : <p><a href={site.href(`/torv/sag/${parent}`)}><Outside text={body.about} /></a></p>}
    </section>
  );
}
