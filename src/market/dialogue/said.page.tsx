/** What suppliers have sent to a dialogue: a supplier sees its own, the buyer all of it. */
import type { VNode } from 'preact';
import { DataTable, formatDateTime, formatNumber, Outside, Time, type Site } from '#ui';
import type { Contribution } from '../contribution/contribution.ts';
import { da as sentDa } from '../contribution/contribution.da.ts';
import { en as sentEn } from '../contribution/contribution.en.ts';
import type { RecordView } from '../core/present.ts';
import type { MarketRecord } from '../core/record.ts';
import { contributionsOf, lastOfEach, reasonsOf, waitingQuestions, type ReasonCount } from './counts.ts';
import type { DialogueBody } from './dialogue.schema.ts';
import { da } from './dialogue.da.ts';
import { en } from './dialogue.en.ts';

const texts = { da, en };
const sentTexts = { da: sentDa, en: sentEn };

function contributions(children: readonly MarketRecord[]): readonly Contribution[] {
  return children.filter((one): one is Contribution => one.kind === 'contribution');
}

export function Sent({ view: { site, children } }: { readonly view: RecordView }): VNode | null {
  const own = contributions(children);
  if (own.length === 0) return null;
  return (
    <section class="section" aria-labelledby="sendt">
      <h2 id="sendt">{texts[site.lang].ownTitle}</h2>
      <ul>{own.map((one) => <li><Link site={site} one={one} /> <span class="quiet"><Time value={one.createdAt} text={formatDateTime(one.createdAt, site.lang)} /></span></li>)}</ul>
    </section>
  );
}

function Link({ site, one: { id, body: { type, text } } }: { readonly site: Site; readonly one: Contribution }): VNode {
  return <a href={site.href(`/torv/bidrag/${id}`)}>{sentTexts[site.lang][`choice.type.${type}`]}: <Outside text={text.slice(0, SHOWN)} /></a>;
}

/** Characters of a text in a list. */
const SHOWN = 120;

export function Received({ view: { site, children, organisations }, body }: { readonly view: RecordView; readonly body: DialogueBody }): VNode {
  const t = texts[site.lang];
  const all = contributions(children);
  const waiting = waitingQuestions(body, children);
  const declines = lastOfEach(contributionsOf(children, 'decline'));
  return (
    <>
      <section class="section" aria-labelledby="modtaget">
        <h2 id="modtaget">{t.receivedTitle}</h2>
        {all.length === 0 ? <p>{t.receivedNone}</p> : (
          <DataTable
            lang={site.lang} caption={t.receivedTitle} hideCaption rows={all}
            columns={[
              { header: t.from, cell: ({ owner }) => <Outside text={organisations.get(owner)?.name ?? ''} /> },
              { header: t.what, cell: (one) => <><Link site={site} one={one} />{one.body.confidential === undefined ? null : ` (${t.hasConfidential})`}{waiting.includes(one) ? <strong> {t.waitingTitle}</strong> : null}</> },
              { header: t.sent, cell: ({ createdAt }) => <Time value={createdAt} text={formatDateTime(createdAt, site.lang)} /> },
            ]}
          />
        )}
      </section>
      {declines.length === 0 ? null : <section class="section" aria-labelledby="siger-fra"><h2 id="siger-fra">{t.declinesTitle}</h2><Reasons site={site} reasons={reasonsOf(declines)} /></section>}
    </>
  );
}

/** How many gave which reason not to bid. */
export function Reasons({ site: { lang }, reasons }: { readonly site: Site; readonly reasons: readonly ReasonCount[] }): VNode {
  const t = texts[lang];
  return (
    <DataTable
      lang={lang} caption={t.declinesTitle} hideCaption rows={reasons}
      columns={[
        { header: t.reason, cell: ({ because }) => sentTexts[lang][`choice.because.${because}`] },
        { header: t.organisations, numeric: true, cell: ({ organisations }) => formatNumber(organisations, lang) },
      ]}
    />
  );
}
