/** The cells of a buyer: how, what, in its own words, and what came of it. A buyer with several purchases has each of them by its title. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { noCallReason, noticeKindName, processAddress } from '#register';
import { formatDate, LongText, Outside, type Site } from '#ui';
import type { FieldRow, PurchaseRow } from './field.ts';
import { fieldTexts } from './field.texts.ts';

interface Props {
  readonly site: Site;
  readonly row: FieldRow;
}

interface PurchaseProps {
  readonly site: Site;
  readonly purchase: PurchaseRow;
}

export function HowCell({ site, row: { status, purchases } }: Props): VNode {
  const t = fieldTexts[site.lang];
  return <>{t[`status.${status}`]}{purchases.length === 1 ? null : <> <span class="quiet">({fill(t.newest, { count: purchases.length })})</span></>}</>;
}

/** Each purchase with its notices and what its buyer says of it, beside each other. */
export function Purchases({ site, row: { purchases, searches } }: Props): VNode {
  const t = fieldTexts[site.lang];
  return (
    <>
      {purchases.map((purchase) => <Purchase site={site} purchase={purchase} isOne={purchases.length === 1} />)}
      <p class="quiet">{fill(t.searches, { ...searches })}</p>
    </>
  );
}

function Purchase({ site, purchase, isOne }: PurchaseProps & { readonly isOne: boolean }): VNode {
  const { lang } = site;
  const t = fieldTexts[lang];
  const { ocid, title, status, notices, missing, changes } = purchase;
  return (
    <>
      <p><a href={site.href(processAddress(ocid))}><Outside text={title ?? ocid} /></a>{isOne ? null : ` – ${t[`status.${status}`]}`}</p>
      {notices.map(({ kind, number, day }) => <p class="quiet"><Outside text={fill(t.noticeLine, { kind: noticeKindName(kind, lang), number, day: day === null ? '' : formatDate(day, lang) })} /></p>)}
      {missing.length === 0 ? null : <p class="quiet"><Outside text={fill(t.missing, { numbers: missing.join(', ') })} /></p>}
      {status === 'without-notice' || changes.length > 0 ? <Explanation site={site} purchase={purchase} /> : null}
    </>
  );
}

/** Only what was bought without a call, or changed, asks for one. */
function Explanation({ site, purchase: { status, reasons, rationale, changes } }: PurchaseProps): VNode {
  const t = fieldTexts[site.lang];
  const words = status === 'without-notice' && rationale !== null ? [rationale, ...changes] : changes;
  return (
    <>
      {reasons.length === 0 ? null : <p>{fill(t.reasons, { reasons: reasons.map((code) => noCallReason(site, code)).join('; ') })}</p>}
      {words.length === 0 ? <p>{t.noReason}</p> : <><p>{t.ownWords}:</p>{words.map((text) => <div><LongText text={text} /></div>)}</>}
    </>
  );
}

export function Outcomes({ site, row: { purchases } }: Props): VNode {
  return <>{purchases.map((purchase) => <p>{purchases.length === 1 ? null : <><strong>{purchase.day === null ? '' : formatDate(purchase.day, site.lang)}:</strong> </>}<Outside text={outcomeText(site, purchase)} /></p>)}</>;
}

/** What came of a purchase, in a sentence or two. */
export function outcomeText({ lang }: Pick<Site, 'lang'>, { status, stage, suppliers, deadline }: PurchaseRow): string {
  const t = fieldTexts[lang];
  const told = fill(t[`stage.${stage}`], { suppliers: suppliers.length === 0 ? t.notNamed : suppliers.join(', '), day: deadline === null ? '' : formatDate(deadline, lang) });
  return status === 'without-notice' ? `${told} ${t.complaint}` : told;
}
