/** The record of an opening: who took part, which bids there were, what could not be opened; and the bids themselves, for who may read them. Made to be printed too. */
import type { VNode } from 'preact';
import { fill, moneyText } from '#base';
import { formatAmount, formatBytes, formatDateTime, Outside, OutsideParagraphs, type Site } from '#ui';
import { bidFaults, bidTotals, type BidAsked, type BidDocument } from '../bid/bid.ts';
import { da as bidDa, script as scriptDa } from '../bid/bid.da.ts';
import { en as bidEn, script as scriptEn } from '../bid/bid.en.ts';
import { deadlineOf, internalOf } from '../purchase/purchase.life.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import type { ShownBid } from './opening.store.ts';
import type { OpeningView } from './opening.view.ts';
import { da } from './opening.da.ts';
import { en } from './opening.en.ts';

const texts = { da, en } as const;
const bidTexts = { da: bidDa, en: bidEn } as const;
const faultTexts = { da: scriptDa, en: scriptEn } as const;

type RecordProps = OpeningView & { readonly site: Site };

export function OpeningRecord(view: RecordProps): VNode {
  const { site, purchase, bids } = view;
  const { lang } = site;
  const t = texts[lang];
  const { holders, opening: { commits, reveals, concluded, bids: all } } = internalOf(purchase);
  const when = (at: string | undefined): string => (at === undefined ? '\u2013' : formatDateTime(at, lang));
  return (
    <>
      <p class="lead">{fill(t.recordLead, { when: when(purchase.body.openedAt), deadline: when(deadlineOf(purchase).toString()) })}</p>
      <section class="section" aria-labelledby="deltog">
        <h2 id="deltog">{t.tookPart}</h2>
        <ul>
          {reveals.map(({ person, at }) => (
            <li><Outside text={fill(t.tookPartLine, { name: holders.find((one) => one.person === person)?.name ?? '', committed: when(commits.find((one) => one.person === person)?.at), revealed: when(at) })} /></li>
          ))}
        </ul>
        {concluded === undefined ? null : <p><Outside text={fill(t.concluded, { when: when(concluded.at), reason: concluded.reason })} /></p>}
      </section>
      <section class="section" aria-labelledby="tilbud">
        <h2 id="tilbud">{t.bids}</h2>
        {all.length === 0 ? <p>{t.noBids}</p> : bids.length === 0 ? <p>{t.nothingShown}</p> : bids.map((bid) => <OneBid view={view} bid={bid} />)}
      </section>
    </>
  );
}

function OneBid({ view: { site, purchase, suppliers }, bid }: { readonly view: RecordProps; readonly bid: ShownBid }): VNode {
  const t = texts[site.lang];
  const { holders } = internalOf(purchase);
  const wrong = holders.filter(({ person }) => bid.wrongHolders.includes(person)).map(({ name }) => name).join(', ');
  const step = bid.failedStep === null ? null : t[`step.${bid.failedStep}` as keyof typeof da] ?? bid.failedStep;
  return (
    <article class="section">
      <h3><Outside text={suppliers.get(bid.supplier) ?? bid.supplier} /></h3>
      {step === null ? null : <p><strong>{fill(t.failed, { step })}</strong> <span class="quiet" lang="en"><Outside text={bid.failedWhy ?? ''} /></span></p>}
      {wrong === '' ? null : <p>{fill(t.wrongShare, { names: wrong })}</p>}
      <dl class="summary-list">
        <div><dt>{t.received}</dt><dd>{formatDateTime(bid.receivedAt, site.lang)} <span class="quiet">({bid.receivedAt})</span></dd></div>
        <div><dt>{t.bidVersion}</dt><dd>{bid.bidVersion}</dd></div>
        <div><dt>{t.envelope}</dt><dd class="torv-hash">{bid.envelope}</dd></div>
      </dl>
      {bid.document === null ? null : <Content site={site} purchase={purchase} submission={bid.submission} document={bid.document} />}
    </article>
  );
}

interface ContentProps {
  readonly site: Site;
  readonly purchase: Purchase;
  readonly submission: string;
  readonly document: BidDocument;
}

function Content({ site, purchase: { id, body }, submission, document }: ContentProps): VNode {
  const { lang } = site;
  const [t, b] = [texts[lang], bidTexts[lang]];
  const asked: BidAsked = { requirements: body.requirements, sheet: body.sheet ?? { currency: 'DKK', lines: [] } };
  const totals = bidTotals(document, asked);
  const faults = bidFaults(document, asked);
  const money = (amount: string): string => formatAmount({ amount, currency: asked.sheet.currency }, lang);
  return (
    <>
      {totals.ok ? <p>{t.sum}: <strong>{money(moneyText(totals.value.evaluated))}</strong></p> : null}
      {faults.length === 0 ? null : <><p><strong>{t.faults}</strong></p><ul>{faults.map(({ code, place }) => <li><Outside text={fill(faultTexts[lang][`fault.${code}`], { place })} /></li>)}</ul></>}
      {document.files.length === 0 ? null : (
        <><p><strong>{t.files}</strong></p><ul>{document.files.map(({ name, bytes }, at) => <li><a href={site.href(`/torv/koeb/${id}/aabning/${submission}/filer/${at + 1}`)} rel="nofollow"><Outside text={name} /></a>, {formatBytes(bytes, lang)}</li>)}</ul></>
      )}
      <details>
        <summary>{t.answers}, {t.prices}</summary>
        <dl class="summary-list">
          {document.answers.map(({ requirement, answer, text, line }) => <div><dt>{requirement}</dt><dd><strong>{b[answer]}</strong>{line === undefined ? null : <> ({line})</>}<OutsideParagraphs text={text} /></dd></div>)}
          {Object.entries(document.prices).map(([number, price]) => <div><dt>{number} <Outside text={asked.sheet.lines.find((one) => one.number === number)?.name ?? ''} /></dt><dd><Outside text={price} /></dd></div>)}
          {document.confidential.map(({ what, why }) => <div><dt>{t.confidential}</dt><dd><OutsideParagraphs text={`${what}\n\n${why}`} /></dd></div>)}
          <div><dt>{t.declaration}</dt><dd>{document.declaration.unchanged ? t.unchanged : t.changed} <OutsideParagraphs text={document.declaration.text} /></dd></div>
        </dl>
      </details>
    </>
  );
}
