/** The lots: what each of them is, and what came of it. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { formatDecimal, LongText, Outside, OutsideParagraphs, plainText, shorten, Tag, type SummaryRow } from '#ui';
import { criteriaLine, criteriaList } from './criteria.tsx';
import { Figure, noticeTexts, type NoticeProps } from './notice-parts.tsx';
import { hasFailed, Results } from './notice-results.tsx';
import type { NoticeLot, NoticePageView } from './notice.view.ts';
import type { ContractView } from './process-details.view.ts';
import { Folded, Span } from './process-parts.tsx';
import { Contract } from './process-results.section.tsx';

const LOTS_SHOWN = 6;
const HEADING_LENGTH = 110;

export function Lots({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const { lots, otherResults } = view.notice;
  const contracts = contractsAlone(view);
  return (
    <>
      <Folded
        rows={lots} shown={LOTS_SHOWN} label={t.lotsCount} site={site}
        draw={(rows) => rows.map((lot) => <Lot site={site} view={view} lot={lot} isOnly={lots.length === 1} />)}
      />
      {otherResults.length === 0 ? null : (
        <div class="outcome">
          {lots.length === 0 ? null : <h3>{t.otherResults}</h3>}
          <Results site={site} view={view} results={otherResults} figures={[]} rows={[]} />
        </div>
      )}
      {contracts.map((contract) => <Contract site={site} view={view} contract={contract} />)}
    </>
  );
}

/** Contracts of awards that stand in another notice. */
export function contractsAlone({ notice, details }: NoticePageView): readonly ContractView[] {
  const shown = new Set([...notice.lots.flatMap(({ results }) => results), ...notice.otherResults].flatMap((result) => result.contracts.map(({ id }) => id)));
  return details.contracts.filter(({ id }) => !shown.has(id));
}

interface LotProps extends NoticeProps {
  readonly lot: NoticeLot;
}

function Lot({ site, view, lot, isOnly }: LotProps & { readonly isOnly: boolean }): VNode {
  const t = noticeTexts[site.lang];
  const title = lot.title ?? lot.id ?? t.lot;
  const isUnsuccessful = lot.results.length > 0 && lot.results.every(hasFailed);
  // A purchase that is not divided is described with the whole.
  const description = isOnly || lot.description === view.details.description || lot.description === lot.title ? null : lot.description;
  return (
    <div class="outcome">
      {isOnly ? null : (
        <h3><Outside text={shorten(title, HEADING_LENGTH)} lang={view.details.language} />{isUnsuccessful ? <> <Tag>{t.noWinner}</Tag></> : null}</h3>
      )}
      <Results site={site} view={view} results={lot.results} figures={lot.figures} rows={termRows({ site, view, lot })} />
      {description === null ? null : <details class="fold"><summary>{t.description}</summary><OutsideParagraphs text={description} lang={view.details.language} /></details>}
    </div>
  );
}

function termRows({ site, view, lot }: LotProps): readonly SummaryRow[] {
  const t = noticeTexts[site.lang];
  const { language } = view.details;
  const renewals = lot.renewals === null || lot.renewals === '0' ? null : lot.renewals === '1' ? t.renewalsOne : fill(t.renewalsCount, { count: lot.renewals });
  return [
    { label: t.estimated, value: lot.value === null ? null : <Figure site={site} view={view} value={lot.value} /> },
    { label: t.maximum, value: lot.maximum === null ? null : <Figure site={site} view={view} value={lot.maximum} /> },
    { label: t.period, value: periodOf({ site, view, lot }) },
    { label: t.renewals, value: lot.renewalTerms === null ? renewals : <>{renewals === null ? null : <div>{renewals}</div>}<LongText text={lot.renewalTerms} lang={language} /></> },
    { label: t.options, value: lot.options === null ? null : <LongText text={lot.options} lang={language} /> },
    { label: t.criteria, value: criteriaOf({ site, view, lot }) },
  ];
}

const LONG_CRITERIA = 900;

/** Criteria explained at length wait in a fold, under their names and weights. */
function criteriaOf({ site, view, lot }: LotProps): VNode | null {
  const { criteria, criteriaNote } = lot;
  const list = criteriaList(criteria, site.lang);
  if (list === null && criteriaNote === null) return null;
  const note = criteriaNote === null ? null : <LongText text={criteriaNote} lang={view.details.language} />;
  const isLong = criteria.reduce((sum, { description }) => sum + (description?.length ?? 0), 0) > LONG_CRITERIA;
  if (!isLong) return <>{list}{note}</>;
  return <><details class="more"><summary>{plainText(criteriaLine(criteria, site.lang))}</summary>{list}</details>{note}</>;
}

function periodOf({ site, lot }: LotProps): VNode | string | null {
  const t = noticeTexts[site.lang];
  const span = Span({ site, start: lot.start, end: lot.end });
  if (span !== null) return span;
  if (lot.days !== null) return fill(t.days, { count: formatDecimal(lot.days, site.lang) });
  return lot.isUnlimited ? t.unlimited : null;
}
