/** How much, and when. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, formatAmount, formatDecimal, Outside, type Column } from '#ui';
import type { PeriodView, StageValue } from './process-details.view.ts';
import { Folded, processTexts, Span, type ProcessProps } from './process-parts.tsx';

const SHOWN = 8;

export function HowMuch({ site, view }: ProcessProps): VNode {
  const t = processTexts[site.lang];
  const { values } = view.details;
  if (values.length === 0) return <p class="quiet">{t.noValues}</p>;
  const columns: readonly Column<StageValue>[] = [
    { header: t.step, cell: ({ kind }) => t[`value.${kind}`] },
    ...(values.some((value) => value.of !== null)
      ? [{ header: t.of, cell: ({ of }: StageValue) => (of === null ? '' : <Outside text={of} />) }]
      : []),
    { header: t.value, numeric: true, cell: ({ value }) => formatAmount(value, site.lang) },
  ];
  return (
    <>
      <Folded
        rows={values} shown={SHOWN} label={t.valuesCount} site={site}
        draw={(rows) => <DataTable lang={site.lang} caption={t.howMuch} hideCaption columns={columns} rows={rows} />}
      />
      <p class="quiet">{t.valuesNote}</p>
    </>
  );
}

export function When({ site, view }: ProcessProps): VNode {
  const t = processTexts[site.lang];
  const { periods } = view.details;
  if (periods.length === 0) return <p class="quiet">{t.noPeriods}</p>;
  const columns: readonly Column<PeriodView>[] = [
    { header: t.step, cell: ({ kind }) => t[`period.${kind}`] },
    ...(periods.some((period) => period.of !== null)
      ? [{ header: t.of, cell: ({ of }: PeriodView) => (of === null ? '' : <Outside text={of} />) }]
      : []),
    { header: t.period, numeric: true, cell: (period) => <PeriodText site={site} period={period} /> },
  ];
  return (
    <Folded
      rows={periods} shown={SHOWN} label={t.periodsCount} site={site}
      draw={(rows) => <DataTable lang={site.lang} caption={t.when} hideCaption columns={columns} rows={rows} />}
    />
  );
}

/** The dates, or the length when the publisher gave no dates. */
function PeriodText({ site, period }: { readonly site: ProcessProps['site']; readonly period: PeriodView }): VNode | string {
  const span = Span({ site, start: period.start, end: period.end });
  if (span !== null) return span;
  return period.days === null ? '' : fill(processTexts[site.lang].days, { count: formatDecimal(period.days, site.lang) });
}
