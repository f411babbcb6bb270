import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, Outside } from '#ui';
import { bidName } from './assessment.options.ts';
import { pageTexts, type PageProps } from './frame.page.tsx';
import { FAR_BELOW, LOW_PRICE_RULE, lowPrices } from './low-price.ts';
import { totalsOf } from './opened-bid.ts';

/** A hint to look, and never a verdict. */
export function LowPrices({ view: { site }, record, assessment }: PageProps): VNode | null {
  const t = pageTexts[site.lang];
  const priced = assessment.bids.flatMap((bid) => {
    const totals = totalsOf(record.body.sheet, bid);
    return totals.ok ? [{ id: bid.submission, price: totals.value.evaluated }] : [];
  });
  const found = lowPrices(priced);
  if (found.length === 0) return null;
  const { sentence, paragraph, grade } = LOW_PRICE_RULE;
  return (
    <Alert tone="info" heading={t.lowTitle}>
      {found.map(({ bid, below }) => {
        const own = assessment.bids.find(({ submission }) => submission === bid);
        return <p><Outside text={fill(t.low, { bid: own === undefined ? '' : bidName(assessment, own), below, rule: sentence[site.lang], paragraph, grade, limit: FAR_BELOW })} /></p>;
      })}
    </Alert>
  );
}
