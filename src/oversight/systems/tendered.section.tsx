import type { VNode } from 'preact';
import { fill } from '#base';
import { processAddress } from '#register';
import { formatDate, formatNumber, Outside, type Site } from '#ui';
import { statusTexts } from '../overview/words.ts';
import { systemTexts } from './system.texts.ts';
import { whoBuys, type SystemPurchase, type SystemView } from './system.view.ts';

const DOCUMENTS_SHOWN = 12;

/** What those who tendered have published: the process, and the documents that it names. */
export function Tendered({ site, view: { tendered, others } }: { readonly site: Site; readonly view: SystemView }): VNode {
  const t = systemTexts[site.lang];
  return (
    <section class="section" aria-labelledby="udbudsmateriale">
      <h2 id="udbudsmateriale">{t.tendered}</h2>
      {tendered.length === 0 ? <p>{t.tenderedNone}</p> : <><p>{t.tenderedLead}</p><Purchases site={site} purchases={tendered} /></>}
      {others.length === 0 ? null : <details class="overview-rest"><summary>{fill(t.others, { count: formatNumber(others.length, site.lang) })}</summary><Purchases site={site} purchases={others} /></details>}
    </section>
  );
}

function Purchases({ site, purchases }: { readonly site: Site; readonly purchases: readonly SystemPurchase[] }): VNode {
  const { lang } = site;
  const t = systemTexts[lang];
  return (
    <ul class="overview-statements">
      {purchases.map((purchase) => {
        const { ocid, title, day, way, words } = purchase;
        return (
          <li class="overview-statement">
            <p><a href={site.href(processAddress(ocid))}><Outside text={title ?? ocid} /></a></p>
            <p><Outside text={whoBuys(purchase)} /> – {way === null ? t.wayUnknown : statusTexts[way][lang]}{day === null ? '' : `, ${formatDate(day, lang)}`}</p>
            <blockquote><Outside text={words} /></blockquote>
            <Documents site={site} purchase={purchase} />
          </li>
        );
      })}
    </ul>
  );
}

function Documents({ site, purchase: { documents } }: { readonly site: Site; readonly purchase: SystemPurchase }): VNode {
  const t = systemTexts[site.lang];
  const linked = documents.filter(({ url }) => url !== null);
  if (linked.length === 0) return <p class="quiet">{t.noDocuments}</p>;
  return (
    <>
      <p class="quiet">{t.documents}:</p>
      <ul>
        {linked.slice(0, DOCUMENTS_SHOWN).map(({ title, url }) => <li><a class="outside-link" href={url ?? ''} rel="nofollow noopener noreferrer"><Outside text={title ?? url ?? t.document} /></a></li>)}
        {linked.length > DOCUMENTS_SHOWN ? <li>{fill(t.moreDocuments, { count: formatNumber(linked.length - DOCUMENTS_SHOWN, site.lang) })}</li> : null}
      </ul>
    </>
  );
}
