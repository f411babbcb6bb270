/** Competition in a field, at a buyer, under an agreement, in a country: one page for all of them. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { FILE_SUFFIX, LIST_FORMATS, marketAddress, organisationAddress, processAddress, Sectioned, sectionIf, wider, type Section } from '#register';
import { Alert, Breadcrumbs, DownloadLinks, EmptyState, Outside, Page, shorten, Tag, type Crumb, type Site } from '#ui';
import { competitionDataAddress, METHOD, rowsAddress, sharesAddress, sideBySideAddress, yearsAddress } from './addresses.ts';
import type { CompetitionView } from './competition.view.ts';
import { Divided } from './divided.section.tsx';
import { LEAST_CLOSED } from './disclosure.ts';
import { Distribution, Glance, Years } from './figures.section.tsx';
import { number, scopeName, texts, type ViewProps } from './parts.tsx';
import { FIGURE_NAMES } from './rows.view.ts';
import { COMPETITION, scopeAddress } from './scope.ts';
import { sharesTexts } from './shares.page.tsx';
import { Division, Places, TenureOf, Winners } from './winners.section.tsx';

const LONG = 64;
const CRUMB_LENGTH = 60;
/** With fewer than this a reader is told so first. */
const FEW = 10;

/** @param more sections of the kind of scope, before the rows and files */
export function renderCompetition(site: Site, view: CompetitionView, more: readonly Section[] = []): VNode {
  const t = texts[site.lang];
  const name = scopeName(site, view.scope);
  const title = fill(t.of, { name });
  return (
    <Page site={site} title={title} description={t.lead} before={<Crumbs site={site} view={view} />}>
      <div class="wrap">
        <div class="page-head">
          <p><Tag>{kindName(site, view)}</Tag></p>
          <h1 class={title.length > LONG ? 'long' : ''}><Outside text={title} /></h1>
          <p class="lead">{t.lead}</p>
        </div>
        <Remarks site={site} view={view} />
        {view.calls.processes === 0
          ? <EmptyState heading={t.nothing}><p>{t.nothingText}</p></EmptyState>
          : <Sectioned contents={t.contents} sections={sectionsOf({ site, view, prefix: 'konkurrence' }, more)} out={{ href: site.href(METHOD), label: t.method }} />}
      </div>
    </Page>
  );
}

function kindName(site: Site, { scope, agreement }: CompetitionView): string {
  const t = texts[site.lang];
  return agreement?.technique === 'dps' ? t['kind.dps'] : t[`kind.${scope.kind}`];
}

function Crumbs({ site, view: { scope } }: { readonly site: Site; readonly view: CompetitionView }): VNode {
  const round = scope.kind !== 'field' ? [] : wider(scope.key).map(({ field, names }): Crumb => ({ label: shorten(names[site.lang], CRUMB_LENGTH), href: site.href(scopeAddress({ kind: 'field', key: field })) }));
  const crumbs: Crumb[] = [
    { label: 'Torvet', href: site.href('/') }, { label: texts[site.lang].title, href: site.href(COMPETITION) }, ...round,
    { label: shorten(scopeName(site, scope), CRUMB_LENGTH), href: null },
  ];
  return <Breadcrumbs lang={site.lang} crumbs={crumbs} />;
}

function Remarks({ site, view }: { readonly site: Site; readonly view: CompetitionView }): VNode | null {
  const t = texts[site.lang];
  const { bids, awards, calls, closedLeftOut } = view;
  const few = calls.processes === 0 ? [] : [
    ...(bids.lots < FEW ? [fill(t.fewLots, { count: number(bids.lots, site.lang) })] : []),
    ...(awards.named < FEW ? [fill(t.fewAwards, { count: number(awards.named, site.lang) })] : []),
  ];
  if (few.length === 0 && closedLeftOut === 0) return null;
  return (
    <Alert tone="info" heading={t.few}>
      {few.length === 0 ? null : <p>{few.join(' ')} {t.fewText}</p>}
      {closedLeftOut === 0 ? null : <p>{fill(t.closed, { count: number(closedLeftOut, site.lang), least: LEAST_CLOSED })}</p>}
    </Alert>
  );
}

function sectionsOf(props: ViewProps, more: readonly Section[]): readonly Section[] {
  const { site, view } = props;
  const t = texts[site.lang];
  const hasWinners = view.winners.length > 0;
  return [
    { id: 'overblik', heading: t.figures, body: <Glance {...props} /> },
    ...sectionIf(view.bids.lots > 0, { id: 'tilbud', heading: t.bids, body: <Distribution {...props} /> }),
    { id: 'aar', heading: t.years, body: <Years {...props} /> },
    ...sectionIf(hasWinners, { id: 'vindere', heading: t.winners, body: <Winners {...props} /> }),
    ...sectionIf(hasWinners, { id: 'koncentration', heading: t.concentration, body: <Division {...props} /> }),
    ...sectionIf(view.places.rows.length > 0, { id: 'hvor', heading: t.places, body: <Places {...props} /> }),
    ...sectionIf(view.tenure.places > 0, { id: 'hvor-laenge', heading: t.tenure, body: <TenureOf {...props} /> }),
    { id: 'delt', heading: t.divided, body: <Divided {...props} /> },
    ...more,
    { id: 'data', heading: t.data, body: <Data {...props} /> },
  ];
}

function Data({ site, view }: ViewProps): VNode {
  const t = texts[site.lang];
  const { scope } = view;
  const own = scope.kind === 'field' ? { href: site.href(marketAddress({ cpv: scope.key })), label: t.market }
    : scope.kind === 'buyer' ? { href: site.href(organisationAddress(scope.key)), label: t.buyerPage }
      : scope.kind === 'agreement' ? { href: site.href(processAddress(scope.key)), label: t.processPage } : null;
  const listed = FIGURE_NAMES.filter((figure) => !['first-time', 'decisions', 'seller-numbers', 'buyer-numbers'].includes(figure));
  return (
    <>
      <p>{t.rowsLead}</p>
      <ul>
        {listed.map((figure) => <li><a href={site.href(rowsAddress({ scope, figure }))}>{t[`rows.${figure}`]}</a></li>)}
        <li><a href={site.href(sharesAddress({ scope }))}>{sharesTexts[site.lang].title}</a></li>
      </ul>
      <DownloadLinks lang={site.lang} heading={t.yearsFile} downloads={LIST_FORMATS.map((format) => ({ format, href: site.href(yearsAddress(scope, FILE_SUFFIX[format])) }))} />
      <p>
        <a href={site.dataHref(competitionDataAddress(scope))}>{t.api}</a> {'·'} <a href={site.href(METHOD)}>{t.method}</a> {'·'} <a href={site.href(sideBySideAddress(scope, null))}>{t.compare}</a>
        {own === null ? null : <> {'·'} <a href={own.href}>{own.label}</a></>}
      </p>
    </>
  );
}
