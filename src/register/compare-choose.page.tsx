/** Choosing what to compare: two fields, what a text may mean, and where to begin. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, Breadcrumbs, formatNumber, Outside, Page, shorten, type Site } from '#ui';
import { COMPARE, compareAddress, COMPARED_AS } from './addresses.ts';
import { compareTexts, nameOf, SIDES, type SideName } from './compare-parts.tsx';
import type { CompareChoice, CompareChooseView, CompareQuery, CompareTarget } from './compare.view.ts';
import { hiddenFields } from './list-parts.tsx';
import type { OrganisationRole } from './organisation.view.ts';

const TEXT_LENGTH = 60;

interface Props {
  readonly site: Site;
  readonly view: CompareChooseView;
}

export function renderCompareChoose(site: Site, view: CompareChooseView): VNode {
  const t = compareTexts[site.lang];
  const isPlain = view.a.text === '' && view.b.text === '';
  return (
    <Page
      site={site} title={t.title} description={t.chooseLead} noindex={!isPlain}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.chooseLead}</p></div>
        {view.same && view.a.target !== null ? <Alert tone="info"><p><Outside text={fill(t.same, { name: nameOf(site, view.a.target) })} /></p></Alert> : null}
        <CompareForm site={site} query={queryOf(view)} a={view.a} b={view.b} />
        {SIDES.map((name) => <Matches site={site} view={view} name={name} />)}
        <Beginnings site={site} view={view} />
      </div>
    </Page>
  );
}

function queryOf({ a, b, as }: CompareChooseView): CompareQuery {
  return { a: a.target?.side ?? a.text, b: b.target?.side ?? b.text, as };
}

interface FormProps {
  readonly site: Site;
  readonly query: CompareQuery;
  readonly a: Omit<CompareChoice, 'matches'>;
  readonly b: Omit<CompareChoice, 'matches'>;
}

/** A side that is chosen is carried along with its name; the other is a field. */
export function CompareForm({ site, query, ...sides }: FormProps): VNode {
  const t = compareTexts[site.lang];
  return (
    <form class="compare-form" method="get" action={site.href(COMPARE)}>
      {SIDES.map((name) => <SideField site={site} query={query} name={name} choice={sides[name]} />)}
      <div class="compare-submit"><button class="button-main" type="submit">{t.submit}</button></div>
      {hiddenFields({ som: query.as === null ? null : COMPARED_AS[query.as] }).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
    </form>
  );
}

interface SideFieldProps {
  readonly site: Site;
  readonly query: CompareQuery;
  readonly name: SideName;
  readonly choice: Omit<CompareChoice, 'matches'>;
}

function SideField({ site, query, name, choice: { text, target } }: SideFieldProps): VNode {
  const t = compareTexts[site.lang];
  const label = name === 'a' ? t.first : t.second;
  if (target !== null) {
    return (
      <div class="compare-field">
        <p class="compare-label">{label}</p>
        <p><Outside text={nameOf(site, target)} /></p>
        <p class="quiet"><Replace site={site} query={query} name={name} target={target} /></p>
        <input type="hidden" name={name} value={target.side} />
      </div>
    );
  }
  return (
    <div class="compare-field">
      <label for={name} class="compare-label">{label}</label>
      <p class="hint" id={`${name}-hint`}>{t.hint}</p>
      <input id={name} name={name} type="search" value={text} dir="auto" autocomplete="off" maxlength={300} aria-describedby={`${name}-hint`} />
    </div>
  );
}

/** The same comparison with that side open. */
export function Replace({ site, query, name, target }: { readonly site: Site; readonly query: CompareQuery; readonly name: SideName; readonly target: Pick<CompareTarget, 'names'> }): VNode {
  const label = fill(compareTexts[site.lang].replace, { name: nameOf(site, target) });
  return <a href={site.href(compareAddress({ ...query, [name]: '' }))}><Outside text={label} /></a>;
}

function Matches({ site, view, name }: Props & { readonly name: SideName }): VNode | null {
  const t = compareTexts[site.lang];
  const { text, target, matches } = view[name];
  if (text === '' || target !== null) return null;
  const shown = shorten(text, TEXT_LENGTH);
  if (matches.length === 0) return <p role="status"><Outside text={fill(t.nothingFound, { text: shown })} /></p>;
  return (
    <section class="compare-matches">
      <h2><Outside text={fill(t.which, { text: shown })} /></h2>
      <TargetList site={site} targets={matches} query={queryOf(view)} name={name} />
    </section>
  );
}

interface TargetListProps {
  readonly site: Site;
  readonly targets: readonly CompareTarget[];
  readonly query: CompareQuery;
  /** The side that a choice fills. */
  readonly name: SideName;
}

function TargetList({ site, targets, query, name }: TargetListProps): VNode {
  return (
    <ul class="compare-targets">
      {targets.map((target) => (
        <li>
          <a href={site.href(compareAddress({ ...query, [name]: target.side }))}><Outside text={nameOf(site, target)} /></a>
          {target.key === null ? null : <> <span class="quiet"><Outside text={about(site, target)} /></span></>}
        </li>
      ))}
    </ul>
  );
}

/** "DK-CVR 29190941, køber i 2 forløb": two of one name are told apart. */
function about(site: Site, { mark, asBuyer, asSupplier }: CompareTarget): string {
  const t = compareTexts[site.lang];
  const counts = { bought: formatNumber(asBuyer, site.lang), supplied: formatNumber(asSupplier, site.lang) };
  const roles = asBuyer > 0 ? fill(asSupplier > 0 ? t.asBoth : t.asOnlyBuyer, counts) : asSupplier > 0 ? fill(t.asOnlySupplier, counts) : null;
  return [mark === null ? null : shorten(mark, TEXT_LENGTH), roles].filter((part) => part !== null).join(', ');
}

/** With nothing typed, or nothing found: pairs to look at. With one side chosen: others to put beside it. */
function Beginnings({ site, view }: Props): VNode | null {
  const { a, b } = view;
  if ([a, b].every(({ target, matches }) => target === null && matches.length === 0)) return <Examples site={site} view={view} />;
  const chosen = a.target ?? b.target;
  const open = SIDES.find((name) => view[name].text === '');
  return chosen === null || open === undefined ? null : <Suggested site={site} view={view} chosen={chosen} name={open} />;
}

function Examples({ site, view: { examples } }: Props): VNode {
  const t = compareTexts[site.lang];
  const pairs: readonly (readonly [string, readonly CompareTarget[], OrganisationRole | null])[] = [
    [t.exampleBuyers, examples.buyers, 'buyer'], [t.exampleSuppliers, examples.suppliers, 'supplier'], [t.exampleFields, examples.fields, null],
  ];
  const whole = pairs.flatMap(([label, [a, b], as]) => (a === undefined || b === undefined ? [] : [{ label, a, b, as }]));
  if (whole.length === 0) return <p>{t.empty}</p>;
  return (
    <section class="compare-matches">
      <h2>{t.examples}</h2>
      <ul class="compare-targets">
        {whole.map(({ label, a, b, as }) => (
          <li><span class="quiet">{label}:</span> <a href={site.href(compareAddress({ a: a.side, b: b.side, as }))}><Outside text={fill(t.of, { a: nameOf(site, a), b: nameOf(site, b) })} /></a></li>
        ))}
      </ul>
    </section>
  );
}

function Suggested({ site, view, chosen, name }: Props & { readonly chosen: CompareTarget; readonly name: SideName }): VNode | null {
  const t = compareTexts[site.lang];
  const sells = view.as === null ? chosen.asSupplier > chosen.asBuyer : view.as === 'supplier';
  const [heading, all] = chosen.key === null
    ? [t.suggestFields, view.examples.fields] as const
    : sells ? [t.suggestSuppliers, view.examples.suppliers] as const : [t.suggestBuyers, view.examples.buyers] as const;
  const others = all.filter(({ side }) => side !== chosen.side);
  if (others.length === 0) return null;
  return <section class="compare-matches"><h2>{heading}</h2><TargetList site={site} targets={others} query={queryOf(view)} name={name} /></section>;
}
