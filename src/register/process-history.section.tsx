/** Where it comes from: each release as received, its faults, and the data to take away. */
import type { VNode } from 'preact';
import { fill } from '#base';
import {
  Alert, formatDateTime, formatNumber, Icon, Outside, SummaryList, Tag, Time, Timeline, type Site, type TimelineEvent,
} from '#ui';
import { noticeAddress, originalAddress, recordPackageAddress, releaseDownloadAddress, releasePackageAddress } from './addresses.ts';
import { codeName } from './codes.ts';
import { noticeKindName } from './notice-parts.tsx';
import { Folded, processTexts, type ProcessProps } from './process-parts.tsx';
import type { ReleaseView } from './views.ts';

const SHOWN = 10;

export function History({ site, view }: ProcessProps): VNode {
  const t = processTexts[site.lang];
  const { releases } = view;
  return (
    <>
      <p>{releases.length === 1 ? t.historyIntroOne : fill(t.historyIntro, { count: formatNumber(releases.length, site.lang) })}</p>
      <Folded
        rows={releases} shown={SHOWN} label={t.resultsCount} site={site}
        draw={(rows) => <Timeline events={rows.map((release) => eventOf({ site, view }, release))} />}
      />
    </>
  );
}

function eventOf({ site, view }: ProcessProps, release: ReleaseView): TimelineEvent {
  return {
    when: <Time value={release.date} text={formatDateTime(release.date, site.lang)} />,
    title: <a href={site.href(noticeAddress(view.summary.ocid, release.name))}>{noticeKindName(release.kind, site.lang)}</a>,
    children: <Release site={site} ocid={view.summary.ocid} release={release} />,
  };
}

interface ReleaseProps {
  readonly site: Site;
  readonly ocid: string;
  readonly release: ReleaseView;
}

function Release({ site, ocid, release }: ReleaseProps): VNode {
  const t = processTexts[site.lang];
  const isNotice = release.format !== 'ocds';
  return (
    <>
      {release.hasOtherVersion ? <Alert tone="warning"><p>{t.otherVersion}</p></Alert> : null}
      <SummaryList
        compact
        rows={[
          { label: t.number, value: <Outside text={release.releaseId} /> },
          { label: t.tags, value: release.tags.length === 0 ? null : <Outside text={release.tags.map((tag) => codeName('tag', tag, site.lang)).join(', ')} /> },
          { label: t.source, value: <Outside text={release.sourceName} /> },
          { label: t.place, value: <Outside text={placeName(release.place, t.line)} /> },
          { label: t.imported, value: <Time value={release.importedAt} text={formatDateTime(release.importedAt, site.lang)} /> },
          { label: t.version, value: FORMATS[release.format] ?? `OCDS ${release.ocdsVersion}` },
          { label: t.fingerprint, value: <code class="hash">{release.sha256}</code> },
          { label: t.fileFingerprint, value: release.fileSha256 === release.sha256 ? null : <code class="hash">{release.fileSha256}</code> },
        ]}
      />
      {isNotice ? null : <Faults site={site} release={release} />}
      <p class="release-actions">
        {isNotice ? <FileLink href={site.dataHref(originalAddress(ocid, release.key))} text={t.downloadOriginal} of={release} /> : null}
        <FileLink href={site.dataHref(releaseDownloadAddress(ocid, release.key))} text={isNotice ? t.downloadReading : t.downloadRelease} of={release} />
      </p>
    </>
  );
}

/** What a notice in XML is called; its reading is always OCDS 1.1. */
const FORMATS: Readonly<Partial<Record<ReleaseView['format'], string>>> = { eforms: 'eForms (XML)', ted: 'TED XML' };

function FileLink({ href, text, of }: { readonly href: string; readonly text: string; readonly of: ReleaseView }): VNode {
  return <a class="file-link" href={href} download><Icon name="download" />{text}<span class="sr-only">: {of.releaseId}</span></a>;
}

function Faults({ site, release }: { readonly site: Site; readonly release: ReleaseView }): VNode {
  const t = processTexts[site.lang];
  if (release.faultCount === 0) return <p><Tag tone="success">{t.noFaults}</Tag></p>;
  const count = formatNumber(release.faultCount, site.lang);
  return (
    <details class="fold">
      <summary>{release.faultCount === 1 ? t.faultsOne : fill(t.faultsMany, { count })}</summary>
      <p>{t.faultsIntro}</p>
      <ul class="fault-list">
        {release.faults.map(({ path, message, help }) => (
          <li><code><Outside text={path === '' ? '/' : path} /></code><br /><Outside text={message} lang="en" /> <span class="quiet"><Outside text={help} lang="en" /></span></li>
        ))}
      </ul>
      {release.faults.length < release.faultCount
        ? <p class="quiet">{fill(t.faultsShown, { shown: formatNumber(release.faults.length, site.lang), count })}</p>
        : null}
    </details>
  );
}

export function Take({ site, view }: ProcessProps): VNode {
  const t = processTexts[site.lang];
  const { ocid } = view.summary;
  const [before = '', after = ''] = t.takeText.split('{ocid}');
  return (
    <>
      <p>{before}<code><Outside text={ocid} /></code>{after}</p>
      <ul class="plain-list">
        <li><a class="file-link" href={site.dataHref(recordPackageAddress(ocid))} download><Icon name="download" />{t.recordPackage}</a></li>
        <li><a class="file-link" href={site.dataHref(releasePackageAddress(ocid))} download><Icon name="download" />{t.releasePackage}</a></li>
      </ul>
    </>
  );
}

/** The register keeps places in English, as its API gives them: "line 12", "release 3, record 1". */
function placeName(place: string, line: string): string {
  return place.replace(/^line\b/, line);
}
