/** How much of an agreement is used: a level bar with a line where it is warned of, and the figures of it. */
import type { VNode } from 'preact';
import { fill, moneyText, type Language, type Money } from '#base';
import { Alert, DataTable, formatAmount, formatNumber } from '#ui';
import { da } from './agreement.da.ts';
import { en } from './agreement.en.ts';
import type { Usage } from './call-off.ts';
import { warningShare } from './maximum.ts';

const texts = { da, en };

/** Whole per cent, rounded down, so that 79.9 is never told as 80. */
export function shareOf({ total, maximum }: Pick<Usage, 'total' | 'maximum'>): number {
  return maximum.minor === 0n ? 100 : Number((total.minor * 100n) / maximum.minor);
}

export interface UsageProps {
  readonly lang: Language;
  readonly usage: Usage;
}

export function UsageSection({ lang, usage }: UsageProps): VNode {
  const t = texts[lang];
  const id = usage.lot === null ? 'brugt' : `brugt-${usage.lot}`;
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{usage.lot === null ? t.usageTitle : fill(t.usageOfLot, { lot: usage.lot })}</h2>
      <UsageWarning lang={lang} usage={usage} />
      <UsageBar lang={lang} usage={usage} />
      <UsageFigures lang={lang} usage={usage} />
    </section>
  );
}

/** Null below the share from which it is told. */
export function UsageWarning({ lang, usage }: UsageProps): VNode | null {
  const t = texts[lang];
  const { total, maximum } = usage;
  if (total.minor >= maximum.minor) return <Alert tone="error" heading={t.fullTitle}><p>{fill(t.full, { total: told(total, lang), maximum: told(maximum, lang) })}</p></Alert>;
  if (shareOf(usage) < warningShare()) return null;
  return <Alert tone="warning" heading={fill(t.nearTitle, { share: warningShare() })}><p>{fill(t.near, { left: told(leftOf(usage), lang) })}</p></Alert>;
}

function told(money: Money, lang: Language): string {
  return formatAmount({ amount: moneyText(money), currency: money.currency }, lang);
}

function leftOf({ total, maximum }: Usage): Money {
  return { currency: maximum.currency, minor: total.minor > maximum.minor ? 0n : maximum.minor - total.minor };
}

const STAGES = ['contracted', 'reserved', 'outside'] as const;

function UsageBar({ lang, usage }: UsageProps): VNode {
  const t = texts[lang];
  const { maximum, total } = usage;
  // Beyond the maximum the bar is as long as what was bought.
  const whole = total.minor > maximum.minor ? total.minor : maximum.minor;
  const width = (minor: bigint): number => (whole === 0n ? 0 : Number((minor * 10_000n) / whole) / 100);
  const starts = STAGES.map((_stage, at) => STAGES.slice(0, at).reduce((sum, stage) => sum + width(usage[stage].minor), 0));
  const mark = width((maximum.minor * BigInt(warningShare())) / 100n);
  const about = fill(t.usageAbout, { total: told(total, lang), maximum: told(maximum, lang), share: formatNumber(shareOf(usage), lang), warn: warningShare() });
  return (
    <figure class="chart">
      <svg class="usage" width="100%" height="44" role="img" aria-label={about}>
        <rect class="usage-whole" x="0" y="8" width="100%" height="28" />
        {STAGES.map((stage, at) => <rect class={`usage-${stage}`} x={`${starts[at] ?? 0}%`} y="8" width={`${width(usage[stage].minor)}%`} height="28" />)}
        <line class="usage-mark" x1={`${mark}%`} x2={`${mark}%`} y1="0" y2="44" />
      </svg>
      <figcaption>{about}</figcaption>
    </figure>
  );
}

function UsageFigures({ lang, usage }: UsageProps): VNode {
  const t = texts[lang];
  const rows = [...STAGES.map((stage) => ({ label: t[stage], amount: usage[stage], part: stage })), { label: t.left, amount: leftOf(usage), part: 'whole' }];
  return (
    <DataTable
      lang={lang} caption={t.usageTitle} hideCaption rows={rows}
      columns={[
        { header: t.kindOfUse, cell: ({ label, part }) => <><svg class="swatch" width="18" height="18" aria-hidden="true" focusable="false"><rect class={`usage-${part}`} x="1" y="1" width="16" height="16" rx="2" /></svg> {label}</> },
        { header: t.amount, numeric: true, cell: ({ amount }) => told(amount, lang) },
      ]}
    />
  );
}
