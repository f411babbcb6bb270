/** What the page of a direct award shows: the need, who fell where, who was chosen. Taken in by the page of a purchase. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, DataTable, formatAmount, formatDateTime, Outside, OutsideParagraphs, type Site } from '#ui';
import { da as frameworkDa } from '../framework/framework.da.ts';
import { en as frameworkEn } from '../framework/framework.en.ts';
import type { PublicShortlist } from './direct.schema.ts';
import { NARROWED } from './direct.shortlist.ts';
import { directTexts } from './direct.texts.ts';
import type { Purchase } from './purchase.schema.ts';

const outcomeTexts = { da: frameworkDa, en: frameworkEn };

export interface DirectProps {
  readonly site: Site;
  readonly record: Purchase;
  /** Name of an organisation by its key. */
  readonly nameOf: (id: string) => string;
}

export function DirectContent(props: DirectProps): VNode {
  const { site, record: { parent, body } } = props;
  const t = directTexts[site.lang];
  const shortlist = body.shortlist as PublicShortlist | undefined;
  return (
    <>
      <Decision {...props} />
      <section class="section" aria-labelledby="behov">
        <h2 id="behov">{t.needTitle}</h2>
        <OutsideParagraphs text={body.background} />
        <OutsideParagraphs text={body.wanted} />
        {parent === null ? null : <p><a href={site.href(`/torv/rammeaftale/${parent}`)}>{t.agreement}</a></p>}
      </section>
      <Requirements {...props} />
      {shortlist === undefined ? null : <Frozen {...props} shortlist={shortlist} />}
    </>
  );
}

function Decision({ site, record: { body: { outcome, contract } }, nameOf }: DirectProps): VNode | null {
  if (outcome === undefined) return null;
  const t = directTexts[site.lang];
  return (
    <section class="section" aria-labelledby="afgoerelse">
      <h2 id="afgoerelse">{t.outcomeTitle}</h2>
      <dl class="summary-list">
        <div><dt>{t.winner}</dt><dd><strong><Outside text={nameOf(outcome.winner)} /></strong></dd></div>
        <div><dt>{t.valueTold}</dt><dd>{formatAmount({ amount: outcome.value, currency: 'DKK' }, site.lang)}</dd></div>
        <div><dt>{t.because}</dt><dd><OutsideParagraphs text={outcome.reason} /></dd></div>
      </dl>
      {outcome.standstillEnds === null ? null : <p>{fill(t.waitsUntil, { ends: formatDateTime(outcome.standstillEnds, site.lang) })}</p>}
      {contract === undefined ? null : <p><a href={site.href(`/torv/kontrakt/${contract.id}`)}>{t.contract}</a></p>}
    </section>
  );
}

function Requirements({ site, record: { body: { direct } } }: DirectProps): VNode | null {
  if (direct === undefined || direct.needs.length === 0) return null;
  const t = directTexts[site.lang];
  return (
    <section class="section" aria-labelledby="krav">
      <h2 id="krav">{t.requirementsTitle}</h2>
      <DataTable
        lang={site.lang} caption={t.requirementsTitle} hideCaption rows={direct.needs}
        columns={[
          { header: t.requirement, cell: ({ text }) => <Outside text={text} /> },
          { header: t.effect, cell: ({ points }) => (points === null ? t.mustBeMet : fill(t.givesPoints, { points })) },
          { header: t.because, cell: ({ why }) => <Outside text={why} /> },
          { header: t.source, cell: ({ source }) => <Outside text={source} /> },
        ]}
      />
    </section>
  );
}

function Frozen(props: DirectProps & { readonly shortlist: PublicShortlist }): VNode {
  const { site, shortlist: { at, hash, offers, funnel, decisive, rows }, record: { body } } = props;
  const t = directTexts[site.lang];
  const textOf = (id: string): string => body.direct?.needs.find((one) => one.id === id)?.text ?? '';
  const offerName = (id: string): string => offers.find((one) => one.id === id)?.name ?? '';
  const narrowed = body.reasons.find(({ code }) => code === NARROWED);
  const steps = [{ text: t.begins, fell: '', remaining: rows.length, note: '' }, ...funnel.map(({ requirement, remaining, fell }) => {
    const alone = decisive.find((one) => one.requirement === requirement);
    return { text: textOf(requirement), fell: fell.map(offerName).join(', '), remaining, note: alone === undefined ? '' : fill(t.decisive, { remaining: alone.remainingWithout }) };
  })];
  return (
    <section class="section" aria-labelledby="liste">
      <h2 id="liste">{t.shortlistTitle}</h2>
      {narrowed === undefined ? null : <Alert tone="warning" heading={t.narrowedTitle}><p>{t.narrowedReason}</p><OutsideParagraphs text={narrowed.reason} /></Alert>}
      <DataTable
        lang={site.lang} caption={t.funnelTitle} rows={steps}
        columns={[
          { header: t.requirement, cell: ({ text, note }) => <><Outside text={text} />{note === '' ? null : <span class="quiet"> {note}</span>}</> },
          { header: t.fellHere, cell: ({ fell }) => (fell === '' ? '\u2013' : <Outside text={fell} />) },
          { header: t.remaining, numeric: true, cell: ({ remaining }) => <strong>{remaining}</strong> },
        ]}
      />
      <Offers {...props} />
      <p class="quiet">{fill(t.shortlistAbout, { at: formatDateTime(at, site.lang), hash: `${hash.slice(0, 16)}…` })}</p>
    </section>
  );
}

function Offers({ site, nameOf, shortlist: { rows, offers }, record: { body } }: DirectProps & { readonly shortlist: PublicShortlist }): VNode {
  const t = directTexts[site.lang];
  const outcomeTold = (outcome: 'met' | 'not-met' | 'not-stated' = 'not-stated'): string => outcomeTexts[site.lang][`outcome.${outcome}`];
  return (
    <DataTable
      lang={site.lang} caption={t.offersTitle} rows={rows}
      columns={[
        { header: t.offerColumn, cell: ({ offer, supplier }) => <><Outside text={nameOf(supplier)} />: <Outside text={offers.find(({ id }) => id === offer)?.name ?? ''} /></> },
        { header: t.place, cell: ({ rank }) => (rank === null ? t.out : String(rank)) },
        ...(body.direct?.needs ?? []).map(({ id, text }) => ({ header: text, cell: ({ outcomes }: (typeof rows)[number]) => outcomeTold(outcomes[id]) })),
        { header: t.points, numeric: true, cell: ({ rank, points }) => (rank === null ? '\u2013' : points) },
      ]}
    />
  );
}
