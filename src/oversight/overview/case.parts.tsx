/** One municipality: the purchase, and beside each other the reason, what would have to be true, the reply and the outcome. All of it in one size of type. */
import type { ComponentChildren, VNode } from 'preact';
import { fill } from '#base';
import { processAddress } from '#register';
import { formatDate, Outside, type Site } from '#ui';
import { ClaimTest } from './claim-test.tsx';
import { FigureItem } from './figure.parts.tsx';
import { da as formDa } from './form.da.ts';
import { en as formEn } from './form.en.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import type { Overview, Statement } from './overview.schema.ts';
import { dayOf, outcomesOf } from './overview.view.ts';
import type { HoldingFound, NoticeFound, OverviewRow } from './rows.ts';
import { SearchesMade, WhyFound } from './searches.parts.tsx';
import { StatementItem, StatusCell } from './statement.parts.tsx';
import { amountText } from './statement.text.ts';

const texts = { da: { ...da, ...formDa }, en: { ...en, ...formEn } };

export interface CaseProps {
  readonly site: Site;
  readonly overview: Overview;
  readonly row: OverviewRow;
  readonly common: readonly Statement[];
  /** Level of the headings of its parts. */
  readonly level: 2 | 3;
}

export function Case({ site, overview, row, common, level }: CaseProps): VNode {
  const t = texts[site.lang];
  const { statements, notices, holdings, corrected } = row;
  const of = (...kinds: readonly Statement['kind'][]): readonly Statement[] => statements.filter(({ kind }) => kinds.includes(kind));
  const list = (shown: readonly Statement[]): VNode | null => (shown.length === 0 ? null : (
    <ul class="overview-statements">{shown.map((statement) => <StatementItem site={site} overview={overview} statement={statement} before={corrected.get(statement.id) ?? []} {...('all' in statement.about ? { note: t.forAll } : {})} />)}</ul>
  ));
  const [claims, replies, views, figures] = [of('claim'), of('reply', 'question', 'silence'), of('view'), statements.filter((statement) => statement.kind === 'figure')];
  const hasOwnWords = claims.some(({ by }) => by !== undefined && 'municipality' in by && by.municipality === row.municipality);
  return (
    <div class="case">
      <Part level={level} title={t.purchase} wide>
        <div class="case-status"><StatusCell site={site} row={row} /></div>
        <ul class="overview-statements">
          {notices.map((notice) => <NoticeItem site={site} notice={notice} />)}
          {holdings.map((holding) => <HoldingItem site={site} holding={holding} />)}
        </ul>
        {list(of('way', 'holding'))}
        <SearchesMade site={site} row={row} />
      </Part>
      <Part level={level} title={t.claim}>{list(claims) ?? <p>{t.noClaim}</p>}</Part>
      <Part level={level} title={t.test}>{claims.length === 0 ? <p>{t.noTest}</p> : <ClaimTest site={site} overview={overview} claims={claims} when={dayOf(row)} />}</Part>
      <Part level={level} title={t.reply}>{list(replies) ?? <p>{hasOwnWords ? t.onlyWords : t.noReply}</p>}</Part>
      <Part level={level} title={t.outcome}>{list(outcomesOf(row, common)) ?? <p>{t.noOutcome}</p>}</Part>
      {views.length + figures.length === 0 ? null : (
        <Part level={level} title={t.evidence} wide>
          {list(views)}
          {figures.map((figure) => (figure.kind === 'figure' ? <FigureItem site={site} overview={overview} figure={figure} before={corrected.get(figure.id) ?? []} /> : null))}
        </Part>
      )}
    </div>
  );
}

interface PartProps {
  readonly level: 2 | 3;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

function Part({ level, title, wide = false, children }: PartProps): VNode {
  return <section class={wide ? 'case-part case-wide' : 'case-part'}>{level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}{children}</section>;
}

function NoticeItem({ site, notice: { ocid, title, day, words, why } }: { readonly site: Site; readonly notice: NoticeFound }): VNode {
  const t = texts[site.lang];
  return (
    <li class="overview-statement">
      <p><strong>{t.notice}:</strong> <a href={site.href(processAddress(ocid))}><Outside text={title ?? ocid} /></a></p>
      <blockquote><Outside text={words} /></blockquote>
      <WhyFound site={site} why={why} />
      {day === null ? null : <p class="quiet">{formatDate(day, site.lang)}</p>}
    </li>
  );
}

function HoldingItem({ site: { lang }, holding: { supplier, from, to, amount, currency, basis, source } }: { readonly site: Site; readonly holding: HoldingFound }): VNode {
  const t = texts[lang];
  const since = formatDate(from ?? '', lang);
  return (
    <li class="overview-statement">
      <p><Outside text={to === null ? fill(t.holding, { supplier, from: since }) : fill(t.holdingUntil, { supplier, from: since, to: formatDate(to, lang) })} />{amount === null ? '' : `: ${amountText({ amount, currency, basis }, lang)}`}</p>
      <p class="quiet">{t.source}: <Outside text={source} /></p>
    </li>
  );
}
