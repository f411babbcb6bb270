/** What the page of a need shows: the need, what the law says to it, what was decided. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { readOrganisations } from '#people';
import { contractListAddress, fieldName, ProcessLines, processListAddress } from '#register';
import { formatAmount, formatDate, Outside, OutsideParagraphs, type Site } from '#ui';
import { presentation, type RecordView } from '../core/present.ts';
import type { MarketTransaction } from '../core/records.store.ts';
import type { BoughtBefore } from '../core/run.ts';
import { byServer } from '../core/server-rights.ts';
import { DialoguesOfNeed } from '../dialogue/annex.tsx';
import { answersOf, type Need, type NeedAnswers, type NeedBody } from './need.ts';
import { da } from './need.da.ts';
import { en } from './need.en.ts';

const texts = { da, en };

export const needPresentation = presentation({
  kind: 'need',
  texts,
  load: async ({ market, trx, actor }, { owner, body }): Promise<BoughtBefore | null> => {
    const buyer = (await byServer(actor, trx as MarketTransaction, () => readOrganisations(trx, [owner]))).get(owner);
    return buyer === undefined || market.bought === undefined ? null : market.bought(buyer, (body as NeedBody).cpv);
  },
  content: (view) => <NeedContent view={view} record={view.record as Need} />,
  initial: (command, { record }) => {
    if (command !== 'need.write' || record === null) return {};
    const { answers, decision, ...description } = record.body as NeedBody;
    void [answers, decision];
    return description;
  },
});

function NeedContent({ view: { site, now, children, extra }, record }: { readonly view: RecordView<BoughtBefore | null>; readonly record: Need }): VNode {
  const { body, state } = record;
  const t = texts[site.lang];
  const answers = body.answers ?? answersOf(body, now);
  return (
    <>
      {body.decision === undefined ? null : (
        <section class="section" aria-labelledby="afgoerelse">
          <h2 id="afgoerelse">{t.decisionTitle}</h2>
          <p><strong>{t[`choice.way.${body.decision.way}`]}</strong></p>
          <OutsideParagraphs text={body.decision.reason} />
        </section>
      )}
      <section class="section" aria-labelledby="behov">
        <h2 id="behov">{t.describedTitle}</h2>
        <Described body={body} lang={site.lang} />
      </section>
      {extra === null ? null : <Bought site={site} bought={extra} />}
      <DialoguesOfNeed site={site} need={record} children={children} />
      <section class="section" aria-labelledby="loven">
        <h2 id="loven">{t.answersTitle}</h2>
        {body.answers === undefined && state === 'draft' ? <p class="quiet">{t.answersToday}</p> : null}
        <Answered answers={answers} lang={site.lang} />
        <p>
          {site.hasGuide === false ? null : <a href={site.href('/skal-det-i-udbud')}>{t.guideRoute}</a>}{' '}
          {body.isAddOn && site.hasGuide !== false ? <a href={site.href('/er-det-et-tilkoeb')}>{t.guideAddOn}</a> : null}
        </p>
      </section>
    </>
  );
}

/** What exists today, as far as it was published: none found says nothing of what there is. */
function Bought({ site, bought: { query, rows } }: { readonly site: Site; readonly bought: BoughtBefore }): VNode {
  const t = texts[site.lang];
  const field = fieldName(query.cpv, site.lang) ?? query.cpv;
  return (
    <section class="section" aria-labelledby="registret">
      <h2 id="registret">{t.boughtTitle}</h2>
      <p class="quiet">{fill(rows.length === 0 ? t.boughtNone : t.boughtAbout, { field })}</p>
      {rows.length === 0 ? null : <ProcessLines site={site} rows={rows} short />}
      <p>
        {rows.length === 0 ? null : <><a href={site.href(processListAddress(query))}>{t.boughtAll}</a>{' \u00B7 '}<a href={site.href(contractListAddress(query))}>{t.boughtContracts}</a>{' \u00B7 '}</>}
        <a href={site.href(processListAddress({ cpv: query.cpv }))}>{t.boughtOthers}</a>
      </p>
    </section>
  );
}

function Described({ body, lang }: { readonly body: NeedBody; readonly lang: Language }): VNode {
  const t = texts[lang];
  const kroner = (amount: string): string => formatAmount({ amount, currency: 'DKK' }, lang);
  const paragraphs = ([['field.why', body.why], ['field.wanted', body.wanted], ['field.mustNotChange', body.mustNotChange], ['field.today', body.today], ['field.security', body.security], ['field.dataProtection', body.dataProtection], ['field.addOnTo', body.isAddOn ? body.addOnTo : undefined]] as const)
    .flatMap(([key, text]) => (text === undefined ? [] : [{ label: t[key], text }]));
  return (
    <dl class="summary-list">
      {paragraphs.map(({ label, text }) => <div><dt>{label}</dt><dd><OutsideParagraphs text={text} /></dd></div>)}
      <div><dt>{t['field.service']}</dt><dd>{t[`choice.service.${body.service}`]}</dd></div>
      <div><dt>CPV</dt><dd>{body.cpv}</dd></div>
      <div>
        <dt>{t['field.options']}</dt>
        <dd>{body.options.length === 0 ? '\u2013' : <ul class="plain-list">{body.options.map(({ name, value }) => <li><Outside text={name} />: {kroner(value)}</li>)}</ul>}</dd>
      </div>
    </dl>
  );
}

function Answered({ answers, lang }: { readonly answers: NeedAnswers; readonly lang: Language }): VNode {
  const t = texts[lang];
  const verdict = t[`verdict.${answers.verdict}` as keyof typeof da];
  return (
    <>
      <p class="lead">{verdict}</p>
      <p class="quiet">{fill(t.answersDay, { day: formatDate(answers.on, lang), version: formatDate(answers.version, lang), value: formatAmount({ amount: answers.value, currency: 'DKK' }, lang) })}</p>
      <ul class="guide-items">
        {answers.findings.map(({ paragraph, result, because, source, grade }) => (
          <li>
            <p class="guide-item-text"><strong>{t[`result.${result}` as keyof typeof da]}:</strong> {because[lang]}</p>
            <p class="guide-basis">{paragraph} ({grade}). {source}</p>
          </li>
        ))}
      </ul>
      <h3>{t.waysTitle}</h3>
      <ol>{answers.ways.map(({ title, for: pro }) => <li><strong>{title[lang]}</strong>{pro[0] === undefined ? null : `: ${pro[0][lang]}`}</li>)}</ol>
    </>
  );
}
