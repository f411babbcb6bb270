/** The box that an invited supplier reads first on every page of a purchase, until it has a receipt: the bid is not in. */
import type { VNode } from 'preact';
import { fill } from '#base';
import type { LotStatus } from '#intake';
import { formatDateTime, type Site } from '#ui';
import { da } from './purchase.page.da.ts';
import { en } from './purchase.page.en.ts';

const texts = { da, en };

/** @param status null: the reader may not bid here */
export function BidStatusBox({ site, status }: { readonly site: Site; readonly status: LotStatus | null }): VNode | null {
  if (status === null) return null;
  const t = texts[site.lang];
  const when = (instant: string): string => formatDateTime(instant, site.lang);
  const { receivedAt, deadline } = status;
  if (status.status === 'submitted' && receivedAt !== null) {
    return <div class="not-submitted is-submitted" role="status"><strong>{fill(t.submitted, { when: when(receivedAt) })}</strong><p>{fill(t.submittedHelp, { deadline: when(deadline) })}</p></div>;
  }
  const why = status.status === 'late' ? t.lateHelp : status.status === 'withdrawn' ? t.withdrawnHelp : t.notSubmittedHelp;
  return <div class="not-submitted" role="status"><strong>{t.notSubmitted}</strong><p>{fill(why, { deadline: when(deadline) })}</p></div>;
}
