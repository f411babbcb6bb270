import type { VNode } from 'preact';
import { fill } from '#base';
import { CONTRACTS, organisationAddress, ProcessLines, processListAddress, viewAddress, WITHOUT_CALL, type OrganisationSummary, type Said } from '#register';
import { formatNumber, Outside, type Site } from '#ui';
import { answerTextsOf } from './answer-parts.ts';
import type { Seen } from './seen.ts';

/** Who bought the same, as far as the register knows. */
function SeenBefore({ site, seen: { what, total, withoutCall, rows } }: { readonly site: Site; readonly seen: Seen }): VNode {
  const t = answerTextsOf[site.lang];
  const filters = { call: ['without'] };
  return (
    <section class="section" id="andre">
      <h2>{t.seen}</h2>
      <p><Outside text={total === 0 ? fill(t.seenNone, { what }) : fill(t.seenSome, { count: formatNumber(total, site.lang), what })} /></p>
      {total === 0 ? null : (
        <>
          <ProcessLines site={site} rows={rows} short />
          <p class="guide-back">
            <a href={site.href(processListAddress({ q: what }))}>{t.seenAll}</a>
            {withoutCall === 0 ? null : <> <a href={site.href(processListAddress({ q: what, filters }))}>{`${t.seenWithout} (${formatNumber(withoutCall, site.lang)})`}</a></>}
          </p>
        </>
      )}
    </section>
  );
}

/** The pages of the register on the buyer: its contracts, and what it bought without a call. */
function BuyerSeen({ site, who, buyers }: { readonly site: Site; readonly who: string; readonly buyers: readonly OrganisationSummary[] }): VNode {
  const t = answerTextsOf[site.lang];
  return (
    <section class="section" id="ordregiver">
      <h2>{t.buyer}</h2>
      {buyers.length === 0 ? <p><Outside text={fill(t.buyerNone, { who })} /></p> : (
        <ul class="guide-details">
          {buyers.map(({ key, name }) => (
            <li>
              <a href={site.href(organisationAddress(key))}><Outside text={name} /></a>{': '}
              <a href={site.href(viewAddress(CONTRACTS, { buyer: key }))}>{t.buyerContracts}</a>{', '}
              <a href={site.href(viewAddress(WITHOUT_CALL, { buyer: key }))}>{t.buyerWithout}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface Known {
  readonly site: Site;
  /** null: nobody said what is bought. */
  readonly seen: Seen | null;
  /** null: nobody said who buys. */
  readonly buyers: { readonly who: string; readonly rows: readonly OrganisationSummary[] } | null;
  /** What other rooms say of what is bought. */
  readonly said: Said;
}

/** What the register knows of what is bought, and of who buys. */
export function RegisterKnows({ site, seen, buyers, said }: Known): VNode {
  return (
    <>
      {said.sections.map(({ id, heading, body }) => <section class="section" aria-labelledby={id}><h2 id={id}>{heading}</h2>{body}</section>)}
      {seen === null ? null : <SeenBefore site={site} seen={seen} />}
      {buyers === null ? null : <BuyerSeen site={site} who={buyers.who} buyers={buyers.rows} />}
    </>
  );
}
