/** One pattern: what it says, how it is found, how much could be assessed, and everything that has it. */
import type { VNode } from 'preact';
import { Sectioned, type Section } from '#register';
import { Alert, Breadcrumbs, formatNumber, Page, SummaryList, type Site } from '#ui';
import type { Asked } from '../indicators/indicator.ts';
import { FLAGS } from './addresses.ts';
import { CoverageSection } from './coverage.section.tsx';
import { flagTexts, whenAsked } from './flag-parts.tsx';
import type { CoverageRow, FlagListView, Run } from './flags.view.ts';
import { FlagList, LIST_ID } from './list.section.tsx';
import { Markdown } from './markdown.section.tsx';
import { PlainWords } from './overview.page.tsx';
import { HEADINGS, sectionBlocks, type Heading, type Readme } from './readme.ts';

export interface IndicatorView {
  readonly indicator: Asked;
  readonly readme: Readme;
  readonly run: Run | null;
  readonly coverage: readonly CoverageRow[];
  readonly list: FlagListView;
}

interface Props {
  readonly site: Site;
  readonly view: IndicatorView;
}

/** It names parties, so search engines keep out. */
export function renderIndicator(site: Site, view: IndicatorView): VNode {
  const t = flagTexts[site.lang];
  const { indicator, run } = view;
  const title = indicator.title[site.lang];
  return (
    <Page
      site={site} title={`${title} (${indicator.code})`} description={indicator.says[site.lang]} noindex
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: site.href(FLAGS) }, { label: title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head">
          <p class="title-line"><span>{indicator.code}</span>{run === null ? null : <span>{whenAsked(site, run)}</span>}</p>
          <h1>{title}</h1>
          <p class="lead">{indicator.says[site.lang]}</p>
        </div>
        <PlainWords site={site} />
        {run === null ? <Alert tone="warning" heading={t.neverHeading}><p>{t.never}</p></Alert> : null}
        <Sectioned contents={t.contents} sections={sectionsOf({ site, view })} />
      </div>
    </Page>
  );
}

function sectionsOf({ site, view }: Props): readonly Section[] {
  const t = flagTexts[site.lang];
  const { indicator, readme, list } = view;
  const counted = list.total === 0 ? '' : ` (${formatNumber(list.total, site.lang)})`;
  return [
    { id: 'hvad', heading: t.whatHeading, body: <What site={site} view={view} /> },
    { id: 'forklaringer', heading: t.innocentHeading, body: <p class="prose">{indicator.innocent[site.lang]}</p> },
    { id: 'kontrol', heading: t.checkHeading, body: <><p class="prose">{t.check}</p><Markdown blocks={sectionBlocks(readme, 'How to check it')} label={t['h.How to check it']} /></> },
    ...(view.run === null ? [] : [
      { id: 'daekning', heading: t.coverageHeading, body: <CoverageSection site={site} indicator={indicator} rows={view.coverage} /> },
      { id: LIST_ID, heading: t.listHeading + counted, body: <FlagList site={site} view={list} code={indicator.code} /> },
    ]),
    { id: 'definition', heading: t.definitionHeading, body: <Definition site={site} readme={readme} /> },
  ];
}

function What({ site, view: { indicator } }: Props): VNode {
  const t = flagTexts[site.lang];
  const { lang } = site;
  return (
    <SummaryList
      rows={[{ label: t.saysLabel, value: indicator.says[lang] }, { label: t.valueLabel, value: indicator.question.value[lang] }, { label: t.cannotLabel, value: indicator.cannotBeAssessed[lang] }]}
    />
  );
}

/** What stands elsewhere on the page in the reader's language is not said twice. */
const ELSEWHERE: ReadonlySet<Heading> = new Set(['Innocent explanations', 'How to check it']);

function Definition({ site, readme }: { readonly site: Site; readonly readme: Readme }): VNode {
  const t = flagTexts[site.lang];
  return (
    <>
      <p class="quiet prose">{t.definitionNote}</p>
      {HEADINGS.filter((heading) => !ELSEWHERE.has(heading) && readme.sections[heading] !== '').map((heading) => {
        const body = <Markdown blocks={sectionBlocks(readme, heading)} label={t[`h.${heading}`]} />;
        return <><h3>{t[`h.${heading}`]}</h3>{heading === 'Worked example' ? <details class="more"><summary>{t.exampleFold}</summary>{body}</details> : body}</>;
      })}
    </>
  );
}
