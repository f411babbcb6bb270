/** A real chain of purchases, and what the engine of the law says of each link. */
import type { VNode } from 'preact';
import { judgeRoute, replayAddon, UNTENDERED_CHAIN, written } from '#law';
import { Breadcrumbs, Page, type Site } from '#ui';
import type { Item } from './answer.ts';
import { addonVerdictTexts, answerTextsOf, findingItem, kronerText, routeVerdictTexts } from './answer-parts.ts';
import { AnswerItems } from './answer.page.tsx';
import { chainTexts } from './chain.texts.ts';
import { ADDON_WIZARD } from './addon.wizard.ts';
import { GUIDE, guideTexts } from './start.page.tsx';

export function renderChain(site: Site): VNode {
  const { lang } = site;
  const t = chainTexts[lang];
  const { title, told, first, extension, assumed, sources } = written(UNTENDERED_CHAIN, lang);
  const route = written(judgeRoute(UNTENDERED_CHAIN.first), lang);
  const { atPurchase, today } = replayAddon(UNTENDERED_CHAIN.extension, t.replayDay);
  const [then, now] = [written(atPurchase, lang), written(today, lang)];
  const routeWords = ({ verdict, likely }: { readonly verdict: keyof (typeof routeVerdictTexts)['da']; readonly likely: keyof (typeof routeVerdictTexts)['da'] | null }): string =>
    `${routeVerdictTexts[lang][verdict][0]}${likely === null ? '' : `. ${answerTextsOf[lang].likely.replace('{verdict}', routeVerdictTexts[lang][likely][0])}`}`;
  const whole = then.route?.value.amount ?? null;
  return (
    <Page
      site={site} title={title} description={told}
      before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: guideTexts.title[lang], href: site.href(GUIDE) }, { label: title, href: null }]} />}
    >
      <div class="wrap guide">
        <div class="page-head"><h1>{title}</h1><p class="lead">{told}</p></div>
        <Link heading={t.first} verdict={routeWords(route)} items={route.findings.map(findingItem)} site={site} amount={first.value ? kronerText(first.value.amount, lang) : null} />
        <Link heading={t.second} verdict={addonVerdictTexts[lang][then.verdict][0]} items={then.steps.map(findingItem)} site={site} amount={kronerText(extension.purchase.value.amount, lang)} />
        <section class="section">
          <h2>{t.whole}</h2>
          {whole === null ? null : <p class="guide-amount">{kronerText(whole, lang)}</p>}
          <p>{t.wholeText}</p>
          {then.route === null ? null : <AnswerItems lang={lang} items={then.route.findings.map(findingItem)} />}
        </section>
        <section class="section">
          <h2>{t.today}</h2>
          <p><strong>{addonVerdictTexts[lang][now.verdict][0]}</strong>. {now.route === null ? null : `${routeWords(now.route)}.`}</p>
          {now.route === null ? null : <AnswerItems lang={lang} items={now.route.findings.map(findingItem)} />}
        </section>
        <section class="section"><h2>{t.assumed}</h2><ul class="guide-details">{assumed.map((text) => <li>{text}</li>)}</ul></section>
        <section class="section"><h2>{t.sources}</h2><ul class="guide-details">{sources.map((source) => <li>{source}</li>)}</ul><p class="quiet">{t.unnamed}</p></section>
        <p><a class="button-main" href={site.href(ADDON_WIZARD.path)}>{t.tryIt}</a></p>
        <p class="guide-note">{then.note}</p>
      </div>
    </Page>
  );
}

interface LinkProps {
  readonly heading: string;
  readonly amount: string | null;
  readonly verdict: string;
  readonly items: readonly Item[];
  readonly site: Site;
}

function Link({ heading, amount, verdict, items, site }: LinkProps): VNode {
  return (
    <section class="section">
      <h2>{heading}</h2>
      {amount === null ? null : <p class="guide-amount">{amount}</p>}
      <p><strong>{verdict}</strong></p>
      <AnswerItems lang={site.lang} items={items} />
    </section>
  );
}
