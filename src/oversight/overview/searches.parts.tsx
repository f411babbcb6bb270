/** Why a notice was taken to be about the subject, and what else was searched for a row. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { processAddress, type Reason } from '#register';
import { formatDate, Outside, type Site } from '#ui';
import type { OverviewRow } from './rows.ts';
import { da } from './searches.da.ts';
import { en } from './searches.en.ts';

const texts = { da, en };

/** The strongest reason in a sentence; nothing where there is none. */
export function WhyFound({ site, why }: { readonly site: Site; readonly why: readonly Reason[] }): VNode | null {
  const [reason] = why;
  return reason === undefined ? null : <p class="quiet"><Outside text={whyText(site, reason)} /></p>;
}

export function whyText({ lang }: Pick<Site, 'lang'>, { rule, words, place, beside }: Reason): string {
  const t = texts[lang];
  const values = new Intl.ListFormat(lang).format(beside.map(({ kind, value }) => fill(t[`beside.${kind}`], { value })));
  return fill(t.why, { what: fill(t[rule], { words }), place: t[`place.${place}`], beside: beside.length === 0 ? '' : fill(t.beside, { values }) });
}

/** On rows that the register decides: by notices, or by none. */
export function SearchesMade({ site, row: { searches, status, notices } }: { readonly site: Site; readonly row: OverviewRow }): VNode | null {
  if (searches === null || (notices.length === 0 && status !== 'no-publication-found' && status !== 'outside-coverage' && searches.central.length === 0)) return null;
  const { lang } = site;
  const t = texts[lang];
  const { own, joint, central, whole } = searches;
  return (
    <>
      <p class="quiet">{fill(t.searched, { own, joint, central: central.length })} {whole === null ? t.coversNot : fill(t.covers, { since: formatDate(whole.since, lang), until: formatDate(whole.until, lang) })}</p>
      {central.length === 0 ? null : <p class="quiet">{t.central} {central.map(({ ocid, title }, at) => <>{at > 0 ? ', ' : ''}<a href={site.href(processAddress(ocid))}><Outside text={title ?? ocid} /></a></>)}</p>}
    </>
  );
}
