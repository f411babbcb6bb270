/** What a notice changes, what it keeps back, and what in it reads oddly. */
import type { VNode } from 'preact';
import { addAmounts, fill, type Language } from '#base';
import { label, type Remark } from '#eforms';
import { DataTable, formatAmount, formatDate, formatDateTime, formatNumber, Outside, plainText, Quote, SummaryList, Time, type Column, type SummaryRow } from '#ui';
import { remarkPlace, remarkReason } from './notice-remarks.ts';
import { Figure, noticeTexts, type NoticeProps } from './notice-parts.tsx';
import type { EditView, NoticeChange, WithheldView } from './notice.view.ts';
import { reasonName } from './procedure-words.tsx';
import type { AmountView } from './views.ts';

export function Changes({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const { changes } = view.notice;
  if (changes.length === 0) return <p class="quiet">{t.noChangeWords}</p>;
  return <>{changes.map((change) => <Change site={site} view={view} change={change} isOnly={changes.length === 1} />)}</>;
}

interface ChangeProps extends NoticeProps {
  readonly change: NoticeChange;
  readonly isOnly: boolean;
}

function Change({ site, view, change, isOnly }: ChangeProps): VNode {
  const t = noticeTexts[site.lang];
  const { language } = view.details;
  const list = change.of === 'contract' ? 'modification-justification' : 'change-corrig-justification';
  const reasons = change.reasons.map((reason) => <div><Outside text={reasonName(list, reason, site.lang)} /></div>);
  return (
    <div class="outcome">
      {isOnly || change.name === null ? null : <h3>{t.contractOf}: <Outside text={change.name} lang={language} /></h3>}
      <SummaryList rows={[{ label: t.reason, value: reasons.length === 0 ? null : reasons }, ...valueRows({ site, view, change })]} />
      {change.description === null ? null : <Quote source={t.changedPart} text={change.description} lang={language} />}
      {change.rationale === null ? null : <Quote source={t.ownWords} text={change.rationale} lang={language} />}
      {change.edits.length === 0 ? null : <Edits site={site} view={view} edits={change.edits} />}
    </div>
  );
}

function valueRows({ site, view, change }: Omit<ChangeProps, 'isOnly'>): readonly SummaryRow[] {
  const t = noticeTexts[site.lang];
  const { before, after } = change;
  return [
    { label: t.before, value: before === null ? null : <Figure site={site} view={view} value={before} /> },
    { label: t.after, value: after === null ? null : <Figure site={site} view={view} value={after} /> },
    { label: t.difference, value: before === null || after === null ? null : differenceText(before, after, site.lang) },
  ];
}

/** Exact, with its sign; null between two currencies. */
function differenceText(before: AmountView, after: AmountView, lang: Language): string | null {
  const negative = before.amount.startsWith('-') ? before.amount.slice(1) : `-${before.amount}`;
  const difference = addAmounts(after, { ...before, amount: negative });
  if (!difference.ok) return null;
  const sign = /^-|^[0.]*$/.test(difference.value.amount) ? '' : '+';
  return sign + formatAmount(difference.value, lang);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?$/;
/** Of the section on the buyer's address, what is about a person cannot be told from the rest. */
const ADDRESS_SECTION = /^I\.1\b/;

function Edits({ site, view, edits }: NoticeProps & { readonly edits: readonly EditView[] }): VNode {
  const t = noticeTexts[site.lang];
  const { language } = view.details;
  const wording = (edit: EditView, text: string | null): VNode => {
    if (ADDRESS_SECTION.test(edit.section ?? '')) return <span class="quiet">{t.contactHidden}</span>;
    if (text === null) return <span class="quiet">{t.nothing}</span>;
    return MOMENT.test(text) ? <Time value={text} text={formatDateTime(text, site.lang)} /> : <span class="wording"><Outside text={text} lang={language} /></span>;
  };
  const columns: readonly Column<EditView>[] = [
    { header: t.place, cell: (edit) => <EditPlace site={site} view={view} edit={edit} /> },
    { header: t.before, cell: (edit) => wording(edit, edit.before) },
    { header: t.after, cell: (edit) => wording(edit, edit.after) },
  ];
  return <DataTable lang={site.lang} caption={t.changes} hideCaption columns={columns} rows={edits} />;
}

function EditPlace({ site, view, edit }: NoticeProps & { readonly edit: EditView }): VNode {
  const t = noticeTexts[site.lang];
  const section = /^[IVX]+(?:\.\d+)*/.exec(edit.section ?? '')?.[0] ?? null;
  const known: Readonly<Record<string, string>> = t;
  const name = section === null ? undefined : known[`section.${section}`];
  const quiet = [name === undefined ? null : edit.section, edit.lot].filter((part) => part !== null);
  return (
    <>
      {name ?? <Outside text={edit.label ?? edit.section ?? t.place} lang={edit.label === null ? null : view.details.language} />}
      {quiet.length === 0 ? null : <div class="quiet"><Outside text={quiet.join(', ')} /></div>}
    </>
  );
}

export function Withheld({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const columns: readonly Column<WithheldView>[] = [
    { header: t.what, cell: (item) => <Outside text={withheldName(item, site.lang)} /> },
    {
      header: t.reason,
      cell: ({ reasons, rationale }) => (
        <>
          {reasons.map((reason) => <div><Outside text={reasonName('non-publication-justification', reason, site.lang)} /></div>)}
          {rationale === null ? null : <div class="quiet"><Outside text={rationale} lang={view.details.language} /></div>}
        </>
      ),
    },
    {
      header: t.withheldUntil,
      cell: ({ until }) => (until === null ? <span class="quiet">{t.noEnd}</span> : <Time value={until} text={formatDate(until, site.lang)} />),
    },
  ];
  return (
    <>
      <p>{t.withheldIntro}</p>
      <DataTable lang={site.lang} caption={t.withheld} hideCaption columns={columns} rows={view.notice.withheld} />
    </>
  );
}

function withheldName({ field, name }: WithheldView, lang: Language): string {
  const t: Readonly<Record<string, string>> = noticeTexts[lang];
  const own = t[`withheld.${field ?? ''}`];
  const listed = field === null ? null : label('non-publication-identifier', field, lang);
  return own ?? listed?.replace(/ \(BT-\d+\)$/, '') ?? name ?? field ?? noticeTexts[lang].unknownField;
}

interface RemarkGroup {
  readonly remark: Remark;
  readonly places: readonly string[];
}

const PLACES_SHOWN = 3;

/** The same odd figure in many places is remarked once. */
export function Remarks({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const groups = [...Map.groupBy(view.notice.remarks, ({ written, read, why }) => JSON.stringify([written, read, why])).values()].flatMap((same): RemarkGroup[] => {
    const [remark] = same;
    return remark === undefined ? [] : [{ remark, places: same.map((one) => remarkPlace(one, view, site.lang)) }];
  });
  const columns: readonly Column<RemarkGroup>[] = [
    { header: t.written, cell: ({ remark }) => <q><Outside text={plainText(remark.written)} /></q> },
    { header: t.read, cell: ({ remark }) => <ReadAs lang={site.lang} remark={remark} /> },
    { header: t.place, cell: ({ places }) => <Places lang={site.lang} places={places} /> },
  ];
  return (
    <>
      <p>{t.remarksIntro}</p>
      <DataTable lang={site.lang} caption={t.remarks} hideCaption columns={columns} rows={groups} />
    </>
  );
}

function ReadAs({ lang, remark }: { readonly lang: Language; readonly remark: Remark }): VNode {
  const reason = remarkReason(remark.why, lang) ?? <Outside text={remark.why} lang="en" />;
  return remark.read === remark.written ? <div>{reason}</div> : <><div><Outside text={remark.read} /></div><div class="quiet">{reason}</div></>;
}

function Places({ lang, places }: { readonly lang: Language; readonly places: readonly string[] }): VNode {
  const rest = places.slice(PLACES_SHOWN);
  if (rest.length <= 1) return <Lines lines={places} />;
  return (
    <>
      <Lines lines={places.slice(0, PLACES_SHOWN)} />
      <details class="more"><summary>{fill(noticeTexts[lang].andMore, { count: formatNumber(rest.length, lang) })}</summary><Lines lines={rest} /></details>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): VNode {
  return <>{lines.map((line) => <div><Outside text={line} /></div>)}</>;
}
