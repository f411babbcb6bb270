/** What is bought, how, by whom, and by when. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, formatDateTime, formatDecimal, Outside, OutsideParagraphs, SummaryList, Time, type Column } from '#ui';
import { codeName } from './codes.ts';
import { Figure, noticeTexts, type NoticeProps } from './notice-parts.tsx';
import type { DeadlineView } from './notice.view.ts';
import { identifierText } from './organisations.page.tsx';
import { ProcedureWords } from './procedure-words.tsx';
import { Who as Parties } from './process-what.section.tsx';

const CODES_SHOWN = 12;

export function What({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const { details } = view;
  const descriptions = [details.description, ...(view.notice.lots.length === 1 ? view.notice.lots.map(({ description }) => description) : [])];
  const words = [...new Set(descriptions.flatMap((one) => (one === null || one === details.title ? [] : [one])))];
  const codes = [...new Set(details.items.flatMap((item) => [item.classification, ...item.additional]).flatMap((entry) => (entry === null ? [] : [identifierText(entry)])))];
  const estimate = details.values.find(({ kind }) => kind === 'estimate')?.value;
  const shown = codes.slice(0, CODES_SHOWN).join(', ');
  return (
    <>
      {words.map((one) => <OutsideParagraphs text={one} lang={details.language} />)}
      <SummaryList
        rows={[
          { label: t.category, value: details.procedure.category === null ? null : <Outside text={codeName('category', details.procedure.category, site.lang)} /> },
          { label: t.estimated, value: estimate === undefined ? null : <Figure site={site} view={view} value={estimate} /> },
          { label: t.codes, value: shown === '' ? null : <Outside text={codes.length > CODES_SHOWN ? `${shown} \u2026` : shown} /> },
        ]}
      />
    </>
  );
}

export function How({ site, view }: NoticeProps): VNode {
  return <ProcedureWords lang={site.lang} procedure={view.details.procedure} language={view.details.language} />;
}

export function Who({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const central = view.details.parties.filter(({ roles }) => roles.includes('centralPurchasingBody')).flatMap(({ name }) => name ?? []);
  const [before = '', after = ''] = t.forOthers.split('{names}');
  return (
    <>
      {central.length === 0 ? null : <p>{before}<Outside text={central.join(', ')} />{after}</p>}
      <Parties site={site} view={view} />
    </>
  );
}

export function Deadlines({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const { deadlines } = view.notice;
  const columns: readonly Column<DeadlineView>[] = [
    { header: t.deadlineColumn, cell: ({ kind }) => t[`deadline.${kind}`] },
    {
      header: t.when,
      cell: ({ date, days }) => (date === null
        ? fill(t.days, { count: formatDecimal(days ?? '', site.lang) })
        : <Time value={date} text={formatDateTime(date, site.lang)} />),
    },
    ...(deadlines.some(({ lots }) => lots.length > 0)
      ? [{ header: t.lotsColumn, cell: ({ lots }: DeadlineView) => (lots.length === 0 ? '' : <Outside text={lots.join(', ')} />) }]
      : []),
  ];
  return <DataTable lang={site.lang} caption={t.deadlines} hideCaption columns={columns} rows={deadlines} />;
}
