import type { VNode } from 'preact';
import type { Language } from '#base';

/** "87 %". All is 100 and none is 0; what is neither is never rounded to them. Whole numbers of one kind; `whole` more than 0. */
export function formatShare<Count extends number | bigint>(part: Count, whole: Count, lang: Language): string {
  const exact = Number((BigInt(part) * 100_000n) / BigInt(whole)) / 1000;
  const per = Math.min(99, Math.max(1, Math.round(exact)));
  const shown = BigInt(part) === 0n ? 0 : part === whole ? 100 : per;
  return lang === 'da' ? `${shown}\u00a0%` : `${shown}%`;
}

export interface ShareProps {
  readonly lang: Language;
  readonly part: number;
  /** More than 0. */
  readonly whole: number;
}

/** A share as a bar with its figure; the figure says all that the bar shows. */
export function Share({ lang, part, whole }: ShareProps): VNode {
  return (
    <span class="share">
      <svg class="share-bar" width="100%" height="10" aria-hidden="true" focusable="false">
        <rect class="share-all" width="100%" height="10" rx="2" />
        <rect class="share-part" width={`${((100 * part) / whole).toFixed(2)}%`} height="10" rx="2" />
      </svg>
      <span class="share-figure">{formatShare(part, whole, lang)}</span>
    </span>
  );
}
