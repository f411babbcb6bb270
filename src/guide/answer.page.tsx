/** The answer as a page: the verdict first, then why, the sums, what would change it and who settles what is open. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { Breadcrumbs, Icon, Page, type IconName, type Site } from '#ui';
import type { AnswerDocument, Basis, Item, Mark, Section } from './answer.ts';
import { answerTextsOf, markText } from './answer-parts.ts';
import { Given, wizardTexts } from './wizard-answers.tsx';
import { addressOf, type Answers, type Wizard } from './wizard.ts';

export interface AnswerProps {
  readonly site: Site;
  readonly wizard: Wizard;
  readonly answers: Answers;
  readonly document: AnswerDocument;
  /** What stands after the sections: who bought the same. */
  readonly after?: VNode | null;
}

export function renderAnswer({ site, wizard, answers, document, after = null }: AnswerProps): VNode {
  const t = answerTextsOf[site.lang];
  const address = (suffix: string): string => site.href(addressOf(wizard, answers, null, suffix));
  return (
    <Page
      site={site} title={`${document.verdict} \u2013 ${document.title}`} noindex
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: document.title, href: site.href(wizard.path) }, { label: t.disclaimer, href: null }]} />}
    >
      <div class="wrap guide">
        <div class={`verdict verdict-${document.tone}`}>
          <p class="verdict-question">{document.title}</p>
          <h1>{document.verdict}</h1>
          <p class="lead">{document.meaning}</p>
        </div>
        <Sums document={document} />
        <p class="guide-files"><a class="file-link" href={address('.pdf')}>{t.print}</a> <a class="file-link" href={address('.txt')}>{t.text}</a> <a class="file-link" href={address('.json')}>{t.data}</a></p>
        {document.sections.map((section) => <AnswerSection lang={site.lang} section={section} />)}
        {after}
        <section class="section"><h2>{wizardTexts[site.lang].yourAnswers}</h2><Given site={site} wizard={wizard} answers={answers} folded={false} /><p class="quiet">{t.share2}</p></section>
        <p class="guide-back"><a href={site.href(wizard.path)}>{wizardTexts[site.lang].startOver}</a> <a href={site.href('/regler')}>{document.version}</a></p>
        <p class="guide-note">{document.note}</p>
      </div>
    </Page>
  );
}

function Sums({ document }: { readonly document: AnswerDocument }): VNode | null {
  if (document.sums.length === 0) return null;
  return <dl class="guide-sums">{document.sums.map(({ label, value }) => <div><dt>{label}</dt><dd>{value}</dd></div>)}</dl>;
}

function AnswerSection({ lang, section }: { readonly lang: Language; readonly section: Section }): VNode {
  const { id, heading, lead, items, isLong = false } = section;
  const list = <AnswerItems lang={lang} items={items} />;
  const intro = lead === undefined ? null : <p class="quiet">{lead}</p>;
  return (
    <section class="section" id={id}>
      {isLong ? <details class="guide-long"><summary><h2>{heading}</h2></summary>{intro}{list}</details> : <><h2>{heading}</h2>{intro}{list}</>}
    </section>
  );
}

export function AnswerItems({ lang, items }: { readonly lang: Language; readonly items: readonly Item[] }): VNode {
  return <ul class="guide-items">{items.map((item) => <li><AnswerItem lang={lang} item={item} /></li>)}</ul>;
}

const ICONS: Readonly<Record<Mark, IconName>> = {
  met: 'success', yes: 'success', 'not-met': 'error', no: 'error', unknown: 'info', if: 'info', review: 'warning',
};

function AnswerItem({ lang, item: { text, mark, basis, details = [] } }: { readonly lang: Language; readonly item: Item }): VNode {
  return (
    <>
      <p class="guide-item-text">
        {mark === undefined ? null : <span class={`guide-mark guide-mark-${mark}`}><Icon name={ICONS[mark]} /> {markText(lang, mark)}</span>}
        {' '}{text}
      </p>
      {details.length === 0 ? null : <ul class="guide-details">{details.map((detail) => <li>{detail}</li>)}</ul>}
      {basis === undefined ? null : <BasisLine lang={lang} basis={basis} />}
    </>
  );
}

function BasisLine({ lang, basis: { paragraph, grade, source } }: { readonly lang: Language; readonly basis: Basis }): VNode {
  const t = answerTextsOf[lang];
  return <p class="guide-basis"><strong>{paragraph}</strong> <abbr class={`grade grade-${grade}`} title={fill(t.grade, { grade, meaning: t[grade] })}>{grade}</abbr> <span>{fill(t.source, { source })}</span></p>;
}
