import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { Alert, Breadcrumbs, formatDate, Outside, Page, shorten, Tag, Time, type Site } from '#ui';
import { noticeAddress, processAddress, PROCESSES } from './addresses.ts';
import { countryName } from './codes.ts';
import { listTexts } from './list-parts.tsx';
import { Changes, Remarks, Withheld } from './notice-changes.section.tsx';
import { Course, Downloads, Source } from './notice-course.section.tsx';
import { Deadlines, How, What, Who } from './notice-facts.section.tsx';
import { NoticeKeyFacts } from './notice-key-facts.tsx';
import type { NoticeKind } from './notice-kind.ts';
import { contractsAlone, Lots } from './notice-lots.section.tsx';
import { noticeKindMeaning, noticeKindName, noticeTexts, type NoticeProps } from './notice-parts.tsx';
import type { NoticePageView } from './notice.view.ts';
import { processTexts, Title } from './process-parts.tsx';
import { Documents } from './process-results.section.tsx';
import { Sectioned, sectionIf, type Section } from './sectioned.tsx';

const TITLE_LENGTH = 90;

export function renderNotice(site: Site, view: NoticePageView): VNode {
  const t = noticeTexts[site.lang];
  const title = titleOf({ site, view });
  const kind = noticeKindName(view.notice.kind, site.lang);
  const sections = sectionsOf({ site, view });
  const crumbs = (
    <Breadcrumbs
      lang={site.lang}
      crumbs={[
        { label: 'Torvet', href: site.href('/') },
        { label: listTexts[site.lang].processesTitle, href: site.href(PROCESSES) },
        { label: shorten(title, TITLE_LENGTH), href: site.href(processAddress(view.ocid)) },
        { label: kind, href: null },
      ]}
    />
  );
  return (
    <Page site={site} title={fill(t.pageTitle, { name: view.release.name, title: shorten(title, TITLE_LENGTH) })} before={crumbs}>
      <div class="wrap">
        <Head site={site} view={view} />
        <Sectioned contents={t.contents} sections={sections} out={{ href: site.href(processAddress(view.ocid)), label: t.process }} />
      </div>
    </Page>
  );
}

function titleOf({ site, view }: NoticeProps): string {
  return view.details.title ?? view.details.description ?? noticeTexts[site.lang].untitled;
}

/** The questions of a reader, in order; what the notice says nothing of is left out. */
function sectionsOf({ site, view }: NoticeProps): readonly Section[] {
  const t = noticeTexts[site.lang];
  const { notice, details } = view;
  const isChange = notice.kind === 'modification' || notice.kind === 'correction';
  const changes = { id: 'aendringer', heading: t.changes, body: <Changes site={site} view={view} /> };
  return [
    // What was changed is why such a notice is there.
    ...sectionIf(isChange, changes),
    { id: 'hvad', heading: t.what, body: <What site={site} view={view} /> },
    ...sectionIf(!SILENT_ON_PROCEDURE.has(notice.kind) || details.procedure.code !== null, { id: 'hvordan', heading: t.how, body: <How site={site} view={view} /> }),
    ...sectionIf(notice.deadlines.length > 0, { id: 'frister', heading: t.deadlines, body: <Deadlines site={site} view={view} /> }),
    ...sectionIf(notice.kind !== 'correction' && notice.lots.length + notice.otherResults.length + contractsAlone(view).length > 0, { id: 'delaftaler', heading: lotsHeading(view, site.lang), body: <Lots site={site} view={view} /> }),
    ...sectionIf(!isChange && notice.changes.length > 0, changes),
    { id: 'hvem', heading: t.who, body: <Who site={site} view={view} /> },
    ...sectionIf(details.documents.length > 0, { id: 'dokumenter', heading: processTexts[site.lang].documents, body: <Documents site={site} view={view} /> }),
    ...sectionIf(notice.withheld.length > 0, { id: 'tilbageholdt', heading: t.withheld, body: <Withheld site={site} view={view} /> }),
    ...sectionIf(notice.remarks.length > 0, { id: 'bemaerkninger', heading: t.remarks, body: <Remarks site={site} view={view} /> }),
    { id: 'forloeb', heading: t.course, body: <Course site={site} view={view} /> },
    { id: 'kilde', heading: t.source, body: <Source site={site} view={view} /> },
    { id: 'hent', heading: t.take, body: <Downloads site={site} view={view} /> },
  ];
}

function lotsHeading({ notice, details }: NoticePageView, lang: Language): string {
  const t = noticeTexts[lang];
  const hasResults = notice.otherResults.length > 0 || notice.lots.some(({ results }) => results.length > 0);
  if (notice.lots.length > 1) return hasResults ? t.lotResults : t.lots;
  if (notice.kind === 'ex-ante') return t.intendedContract;
  if (notice.kind === 'modification') return t.changedContract;
  return hasResults || details.contracts.length > 0 ? t.results : t.terms;
}

/** Kinds that are not asked how it is bought. */
const SILENT_ON_PROCEDURE: ReadonlySet<NoticeKind> = new Set([
  'plan', 'plan-shortens', 'plan-profile', 'consultation', 'modification', 'correction', 'completion', 'implementation', 'qualification',
]);

function Head({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const { notice, details } = view;
  const published = view.facts?.published ?? view.release.date;
  const [before = '', after = ''] = t.publishedOn.split('{date}');
  const title = titleOf({ site, view });
  return (
    <div class="page-head">
      <p class="title-line">
        <Tag tone="info">{noticeKindName(notice.kind, site.lang)}</Tag>
        {view.country === null ? null : <span>{countryName(view.country, site.lang)}</span>}
        <span>{before}<Time value={published} text={formatDate(published, site.lang)} />{after}</span>
      </p>
      <Title text={title} lang={details.language} />
      <p class="lead">{noticeKindMeaning(notice.kind, site.lang)}</p>
      {view.changedBy.length === 0 ? null : (
        <Alert tone="warning" heading={t.changedAlert}>
          <p>{t.changedText}{view.changedBy.map((name) => <> <a href={site.href(noticeAddress(view.ocid, name))}><Outside text={name} /></a></>)}</p>
        </Alert>
      )}
      <NoticeKeyFacts site={site} view={view} />
    </div>
  );
}
