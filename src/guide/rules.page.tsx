/** The rules as a jurist reads them: each in own words, with its grade and what must be confirmed; then the numbers, and what is left out. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { LAW_VERSION, LEFT_OUT, LIMITS, RULES, THRESHOLD_TABLES, THRESHOLDS, type Grade, type Rule } from '#law';
import { Breadcrumbs, formatDate, formatNumber, Page, type Site } from '#ui';
import { answerTextsOf } from './answer-parts.ts';
import { da } from './rules.da.ts';
import { en } from './rules.en.ts';
import { GUIDE, guideTexts } from './start.page.tsx';

const texts = { da, en } as const;

export function renderRules(site: Site): VNode {
  const t = texts[site.lang];
  const laws = Map.groupBy(RULES, ({ id }) => id.split('-')[0] ?? '');
  const toConfirm = RULES.filter(({ confirm }) => confirm !== null);
  return (
    <Page
      site={site} title={guideTexts.rules[site.lang]} description={guideTexts.rulesLead[site.lang]}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: guideTexts.title[site.lang], href: site.href(GUIDE) }, { label: guideTexts.rules[site.lang], href: null }]} />}
    >
      <div class="wrap guide-rules">
        <div class="page-head"><h1>{guideTexts.rules[site.lang]}</h1><p class="lead">{guideTexts.rulesLead[site.lang]}</p></div>
        <p>{fill(t.count, { rules: RULES.length, confirm: toConfirm.length, date: formatDate(LAW_VERSION, site.lang) })}</p>
        <Grades site={site} />
        <nav aria-label={t.contents}><ul class="plain-list">
          {[...laws.keys()].map((law) => <li><a href={`#${law}`}>{lawName(law, site)}</a></li>)}
          <li><a href="#taerskler">{t.thresholds}</a></li><li><a href="#tal">{t.limits}</a></li><li><a href="#udeladt">{t.leftOut}</a></li>
        </ul></nav>
        {[...laws].map(([law, rules]) => (
          <section class="section" id={law}><h2>{lawName(law, site)}</h2>{rules.map((rule) => <RuleEntry site={site} rule={rule} />)}</section>
        ))}
        <Thresholds site={site} />
        <Limits site={site} />
        <section class="section" id="udeladt"><h2>{t.leftOut}</h2><p>{t.leftOutLead}</p>
          <ul class="guide-items">{LEFT_OUT.map(({ topic, why, source, grade }) => <li><p>{topic[site.lang]} <GradeMark grade={grade} /></p><p class="quiet">{why[site.lang]} {fill(answerTextsOf[site.lang].source, { source })}</p></li>)}</ul>
        </section>
      </div>
    </Page>
  );
}

function lawName(law: string, { lang }: Site): string {
  const names: Readonly<Record<string, string>> = texts[lang].laws;
  return names[law] ?? law;
}

function Grades({ site }: { readonly site: Site }): VNode {
  const t = answerTextsOf[site.lang];
  return <dl class="guide-grades">{(['V', 'P', 'U', 'M'] as const).map((grade) => <div><dt><GradeMark grade={grade} /></dt><dd>{t[grade]}</dd></div>)}</dl>;
}

function GradeMark({ grade }: { readonly grade: Grade }): VNode {
  return <span class={`grade grade-${grade}`}>{grade}</span>;
}

function RuleEntry({ site, rule: { id, paragraph, title, sentence, grade, source, validFrom, validTo, confirm } }: { readonly site: Site; readonly rule: Rule }): VNode {
  const { lang } = site;
  const t = texts[lang];
  return (
    <article class="guide-rule" id={id}>
      <h3>{`${paragraph}: ${title[lang]}`} <GradeMark grade={grade} /></h3>
      <p>{sentence[lang]}</p>
      <p class="quiet">{fill(answerTextsOf[lang].source, { source })} {validTo === null ? fill(t.since, { from: formatDate(validFrom, lang) }) : fill(t.between, { from: formatDate(validFrom, lang), to: formatDate(validTo, lang) })}</p>
      {confirm === null ? null : <p class="guide-confirm"><strong>{t.confirm}</strong> {confirm[lang]}</p>}
    </article>
  );
}

function Thresholds({ site }: { readonly site: Site }): VNode {
  const { lang } = site;
  const t = texts[lang];
  return (
    <section class="section" id="taerskler">
      <h2>{t.thresholds}</h2>
      <p>{t.thresholdsLead}</p>
      {THRESHOLD_TABLES.map((table) => (
        <div class="guide-table" role="region" aria-label={t.tables[table]} tabindex={0}><table class="plain-table">
          <caption>{t.tables[table]}</caption>
          <thead><tr><th scope="col">{t.period}</th><th scope="col" class="numeric">{t.dkk}</th><th scope="col" class="numeric">{t.eur}</th><th scope="col">{t.source}</th></tr></thead>
          <tbody>
            {THRESHOLDS[table].map(({ from, to, dkk, dkkGrade, eur, eurGrade, source }) => (
              <tr>
                <th scope="row">{`${from.slice(0, 4)}\u2013${to.slice(0, 4)}`}</th>
                <td class="numeric">{dkk === null ? t.notFound : formatNumber(dkk, lang)} <GradeMark grade={dkkGrade} /></td>
                <td class="numeric">{eur === null ? t.notFound : formatNumber(eur, lang)} <GradeMark grade={eurGrade} /></td>
                <td>{source === 'not found' ? t.notFound : source}</td>
              </tr>
            ))}
          </tbody>
        </table></div>
      ))}
    </section>
  );
}

function Limits({ site }: { readonly site: Site }): VNode {
  const { lang } = site;
  const t = texts[lang];
  const units: Readonly<Record<string, string>> = t.units;
  return (
    <section class="section" id="tal">
      <h2>{t.limits}</h2>
      <div class="guide-table" role="region" aria-label={t.limitsLead} tabindex={0}><table class="plain-table">
        <caption>{t.limitsLead}</caption>
        <thead><tr><th scope="col">{t.name}</th><th scope="col" class="numeric">{t.value}</th><th scope="col">{t.source}</th></tr></thead>
        <tbody>{LIMITS.map(({ id, value, unit, grade, source }) => <tr><th scope="row"><code>{id}</code></th><td class="numeric">{`${formatNumber(value, lang)} ${units[unit] ?? unit}`} <GradeMark grade={grade} /></td><td>{source}</td></tr>)}</tbody>
      </table></div>
    </section>
  );
}
