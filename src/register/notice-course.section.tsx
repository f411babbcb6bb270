/** The other notices of the process, where this one came from, and its files. */
import type { ComponentChildren, VNode } from 'preact';
import { fill, type Language } from '#base';
import {
  formatBytes, formatDate, formatDateTime, formatLanguage, formatNumber, Icon, Outside, SummaryList, Tag, Time, Timeline, type SummaryRow, type TimelineEvent,
} from '#ui';
import { noticeAddress, originalAddress, releaseDownloadAddress } from './addresses.ts';
import { noticeKindName, noticeTexts, type NoticeProps } from './notice-parts.tsx';
import { Folded } from './process-parts.tsx';
import type { ReleaseView } from './views.ts';

const SHOWN = 20;
/** What the importer calls the place of a notice that is a file of its own. */
const WHOLE_FILE = 'the file';

export function Course({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  return (
    <>
      <p>{view.course.length === 1 ? t.courseOne : t.courseIntro}</p>
      <Folded
        rows={view.course} shown={SHOWN} label={t.resultsCount} site={site}
        draw={(rows) => <Timeline events={rows.map((release) => eventOf({ site, view }, release))} />}
      />
    </>
  );
}

function eventOf({ site, view }: NoticeProps, release: ReleaseView): TimelineEvent {
  const isThis = release.key === view.release.key;
  const name = noticeKindName(isThis ? view.notice.kind : release.kind, site.lang);
  return {
    when: <Time value={release.date} text={formatDate(release.date, site.lang)} />,
    title: isThis
      ? <>{name} <Tag tone="accent">{noticeTexts[site.lang].thisOne}</Tag></>
      : <a href={site.href(noticeAddress(view.ocid, release.name))}>{name}</a>,
    children: <p class="quiet"><Outside text={release.releaseId} /></p>,
  };
}

export function Source({ site, view }: NoticeProps): VNode | null {
  const t = noticeTexts[site.lang];
  const { release, facts } = view;
  return SummaryList({
    compact: true,
    rows: [
      ...(facts === null ? [{ label: t.noticeId, value: <Outside text={release.releaseId} /> }] : publicationRows({ site, view })),
      { label: t.sent, value: <Time value={release.date} text={formatDateTime(release.date, site.lang)} /> },
      { label: t.published, value: facts === null || facts.published === null ? null : <Time value={facts.published} text={formatDate(facts.published, site.lang)} /> },
      { label: t.language, value: release.language === null ? null : <Outside text={formatLanguage(release.language, site.lang)} /> },
      { label: t.refersTo, value: <References site={site} view={view} /> },
      { label: t.file, value: <Outside text={release.sourceName} /> },
      { label: t.placeInFile, value: release.place === WHOLE_FILE ? null : <Outside text={release.place.replace(/^line\b/, t.line)} /> },
      { label: t.imported, value: <Time value={release.importedAt} text={formatDateTime(release.importedAt, site.lang)} /> },
      { label: t.hash, value: <code class="hash">{release.sha256}</code> },
      { label: t.faults, value: release.faultCount === 0 ? null : formatNumber(release.faultCount, site.lang) },
    ].filter((row) => row.label !== t.refersTo || view.notice.references.length > 0),
  });
}

function publicationRows({ site, view }: NoticeProps): readonly SummaryRow[] {
  const t = noticeTexts[site.lang];
  const { facts } = view;
  if (facts === null) return [];
  const form = facts.form === null ? null : fill(formText(facts.source, facts.form, site.lang), { form: facts.form });
  return [
    { label: t.number, value: facts.number === null ? null : <TedLink site={site} number={facts.number} /> },
    { label: t.noticeId, value: facts.noticeId === null || facts.noticeId === facts.number ? null : <Outside text={facts.noticeId} /> },
    { label: t.gazette, value: facts.gazette === null ? null : <Outside text={facts.gazette} /> },
    { label: t.form, value: form === null ? null : <Outside text={[form, facts.noticeType].filter((part) => part !== null).join(', ')} /> },
    { label: t.format, value: <Outside text={[facts.source === 'eforms' ? 'eForms' : 'TED XML', facts.version].filter((part) => part !== null).join(', ')} /> },
  ];
}

/** TED's own forms begin with a letter; most of them have become a subtype of eForms. */
function formText(source: 'eforms' | 'ted', form: string, lang: Language): string {
  const t = noticeTexts[lang];
  if (source === 'eforms') return t.subtypeOf;
  return form.startsWith('F') ? t.formOf : t.likeSubtype;
}

const PUBLICATION_NUMBER = /^\d{1,8}-\d{4}$/;

function TedLink({ site, number }: { readonly site: NoticeProps['site']; readonly number: string }): VNode {
  const t = noticeTexts[site.lang];
  if (!PUBLICATION_NUMBER.test(number)) return <Outside text={number} />;
  return (
    <a class="outside-link" href={`https://ted.europa.eu/${site.lang}/notice/-/detail/${number}`} rel="nofollow noopener noreferrer">
      {fill(t.onTed, { number })}
    </a>
  );
}

function References({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const nameOf = (notice: string): ComponentChildren => {
    if (view.held.includes(notice)) return <a href={site.href(noticeAddress(view.ocid, notice))}><Outside text={notice} /></a>;
    return PUBLICATION_NUMBER.test(notice) ? <><TedLink site={site} number={notice} /> <span class="quiet">({t.notHeld})</span></> : <Outside text={notice} />;
  };
  const byKind = Map.groupBy(view.notice.references, ({ kind }) => kind);
  return <ul class="plain-list">{[...byKind].map(([kind, same]) => <li>{t[`reference.${kind}`]}: {same.map(({ notice }) => <div>{nameOf(notice)}</div>)}</li>)}</ul>;
}

export function Downloads({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const { ocid, release, facts } = view;
  return (
    <>
      <ul class="plain-list">
        {facts === null ? null : (
          <li><a class="file-link" href={site.dataHref(originalAddress(ocid, release.key))} download><Icon name="download" />{t.original}, {formatBytes(facts.bytes, site.lang)}</a></li>
        )}
        <li><a class="file-link" href={site.dataHref(releaseDownloadAddress(ocid, release.key))} download><Icon name="download" />{facts === null ? t.received : t.reading}</a></li>
      </ul>
      <p class="quiet">{view.isMasked ? t.isMasked : t.notMasked}</p>
    </>
  );
}
