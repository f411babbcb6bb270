import type { VNode } from 'preact';
import { fill } from '#base';
import { formatDate, type Site } from '#ui';
import { da as formDa } from './form.da.ts';
import { en as formEn } from './form.en.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import type { Overview } from './overview.schema.ts';

const texts = { da: { ...da, ...formDa }, en: { ...en, ...formEn } };

interface PublishedByProps {
  readonly site: Site;
  readonly overview: Overview;
  readonly whole: { readonly since: string; readonly until: string } | null;
}

/** Who publishes, who entered it and whom they are bound to; what the register covers; when something was entered last. */
export function PublishedBy(props: PublishedByProps): VNode {
  return <>{publishedLines(props).map((lines) => <p class="quiet">{lines.join(' ')}</p>)}</>;
}

/** The same as text: a paragraph each. */
export function publishedLines({ site, overview, whole }: PublishedByProps): readonly (readonly string[])[] {
  const { lang } = site;
  const t = texts[lang];
  const { name, email, owners = [], customers = [] } = site.publisher;
  const list = (names: readonly string[]): string => (names.length === 0 ? t.none : names.join(', '));
  const { from, to } = overview.period;
  return [
    [
      email === null ? fill(t.publishedOnly, { publisher: name }) : fill(t.published, { publisher: name, email }),
      ...(owners.length === 0 ? [] : [fill(t.owners, { names: list(owners) })]), ...(customers.length === 0 ? [] : [fill(t.customers, { names: list(customers) })]),
      ...(overview.editors === undefined ? [] : [fill(t.editors, { names: overview.editors.map((editor) => fill(t.editorTies, { name: editor.name, owners: list(editor.owners), customers: list(editor.customers) })).join(', ') })]),
      t.tieRule,
    ],
    [
      from === to ? fill(t.coveragePeriodOne, { from }) : fill(t.coveragePeriod, { from, to }),
      ...(overview.names.length === 0 ? [] : [whole === null ? t.coverageNone : fill(t.coverage, { since: formatDate(whole.since, lang), until: formatDate(whole.until, lang) })]),
      fill(t.lastEntry, { day: formatDate(lastEntered(overview), lang) }),
    ],
  ];
}

function lastEntered({ statements }: Overview): string {
  return statements.map(({ entered }) => entered).toSorted().at(-1) ?? '';
}
