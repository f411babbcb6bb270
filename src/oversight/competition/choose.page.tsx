/** What can be asked about: a page of its own, or the other side of a comparison. */
import type { ComponentChildren, VNode } from 'preact';
import { fill } from '#base';
import { fieldLabel, Sectioned, sectionIf, type Section } from '#register';
import { Alert, Breadcrumbs, DataTable, formatCountry, Outside, Page, SearchField, shorten, type Column, type Site } from '#ui';
import { METHOD, SIDE_BY_SIDE, sideBySideAddress } from './addresses.ts';
import { da } from './choose.da.ts';
import { en } from './choose.en.ts';
import type { AgreementLine, ChooseView, FieldLine, Found } from './choose.view.ts';
import type { ScopeView } from './competition.view.ts';
import { Glance } from './figures.section.tsx';
import { LEAST_DIVIDED, meanText, number, perCent, scopeName, SharedCell, texts } from './parts.tsx';
import { ALL, COMPETITION, scopeAddress, scopeWord, type Scope } from './scope.ts';

export const chooseTexts = { da, en };
const NAME_LENGTH = 90;

interface Props {
  readonly site: Site;
  readonly view: ChooseView;
}

/** @param a the side that the other is chosen for @param same the same was chosen twice */
export function renderChoose(site: Site, view: ChooseView, a: ScopeView | null = null, same = false): VNode {
  const t = chooseTexts[site.lang];
  const title = a === null ? texts[site.lang].title : fill(t.compareWith, { name: scopeName(site, a) });
  const crumbs = [{ label: 'Torvet', href: site.href('/') }, ...(a === null ? [] : [{ label: texts[site.lang].title, href: site.href(COMPETITION) }]), { label: shorten(title, 60), href: null }];
  return (
    <Page site={site} title={title} description={t.lead} noindex={a !== null || view.q !== ''} before={<Breadcrumbs lang={site.lang} crumbs={crumbs} />}>
      <div class="wrap">
        <div class="page-head">
          <h1><Outside text={title} /></h1>
          <p class="lead">{a === null ? t.lead : t.compareLead}</p>
          {same ? <Alert tone="warning"><p>{t.same}</p></Alert> : null}
          <SearchField
            lang={site.lang} action={site.href(a === null ? COMPETITION : SIDE_BY_SIDE)} label={a === null ? t.search : t.compareChoose} hint={t.hint} value={view.q}
            hidden={a === null ? [] : [['a', scopeWord(a)]]}
          />
        </div>
        <Sectioned contents={t.contents} sections={sectionsOf({ site, view })} out={{ href: site.href(METHOD), label: texts[site.lang].method }} />
      </div>
    </Page>
  );
}

/** A link to the page of what is chosen, or to the comparison with it. */
function To({ site, view, scope, children }: Props & { readonly scope: Scope; readonly children: ComponentChildren }): VNode {
  return <a href={site.href(view.beside === null ? scopeAddress(scope) : sideBySideAddress(view.beside, scope))}>{children}</a>;
}

function sectionsOf(props: Props): readonly Section[] {
  const { site, view } = props;
  const t = chooseTexts[site.lang];
  const own = view.beside === null;
  return [
    ...(view.found === null ? [] : [{ id: 'fundet', heading: t.found, body: <Matches {...props} found={view.found} /> }]),
    ...sectionIf(own && view.found === null, { id: 'overblik', heading: t.overview, body: <Whole {...props} /> }),
    { id: 'omraader', heading: t.fields, body: <Fields {...props} /> },
    { id: 'dis', heading: t.systems, body: <Agreements {...props} rows={view.systems} caption={t.systems} lead={t.systemsLead} /> },
    { id: 'rammeaftaler', heading: t.agreements, body: <Agreements {...props} rows={view.agreements} caption={t.agreements} lead={t.agreementsLead} /> },
    { id: 'koebere', heading: t.buyers, body: <Buyers {...props} /> },
    ...sectionIf(view.countries.length > 0, { id: 'lande', heading: t.countries, body: <Countries {...props} /> }),
  ];
}

function Whole({ site, view }: Props): VNode {
  return (
    <>
      <Glance site={site} view={view.whole} prefix="hele" />
      <p><a href={site.href(scopeAddress(ALL))}>{chooseTexts[site.lang].overviewLink}</a></p>
    </>
  );
}

function Matches(props: Props & { readonly found: Found }): VNode {
  const { site, view, found } = props;
  const t = chooseTexts[site.lang];
  if (found.fields.length + found.buyers.length + found.agreements.length === 0) return <p role="status"><Outside text={fill(t.nothing, { q: shorten(view.q, 60) })} /></p>;
  const list = (heading: string, lines: readonly { readonly scope: Scope; readonly text: string }[]): VNode | null => (lines.length === 0 ? null : (
    <>
      <h3>{heading}</h3>
      <ul>{lines.map(({ scope, text }) => <li><To {...props} scope={scope}><Outside text={shorten(text, NAME_LENGTH)} /></To></li>)}</ul>
    </>
  ));
  return (
    <>
      {list(t.fields, found.fields.map((field) => ({ scope: { kind: 'field', key: field }, text: fieldLabel(field, site.lang) })))}
      {list(t.buyers, found.buyers.map(({ key, name }) => ({ scope: { kind: 'buyer', key }, text: name })))}
      {list(t.agreements, found.agreements.map(({ ocid, title }) => ({ scope: { kind: 'agreement', key: ocid }, text: title ?? ocid })))}
    </>
  );
}

function Fields(props: Props): VNode {
  const { site, view } = props;
  const { lang } = site;
  const t = chooseTexts[lang];
  const word = texts[lang];
  const columns: Column<FieldLine>[] = [
    { header: word['kind.field'], cell: ({ field }) => <To {...props} scope={{ kind: 'field', key: field }}>{fieldLabel(field, lang)}</To> },
    { header: word.tenders, numeric: true, cell: ({ processes }) => number(processes, lang) },
    { header: word.single, numeric: true, cell: ({ field, single, lots }) => <SharedCell site={site} count={single} of={lots} place={{ scope: { kind: 'field', key: field }, figure: 'single-bid' }} /> },
    { header: word.mean, numeric: true, cell: ({ lots, single, mean }) => meanText({ lots, single, mean, median: null }, lang) },
    { header: word.awards, numeric: true, cell: ({ awards }) => number(awards, lang) },
    { header: word.winnersCount, numeric: true, cell: ({ winners }) => number(winners, lang) },
    { header: word.cr1Short, numeric: true, cell: ({ awards, largest }) => (awards === 0 ? '–' : awards < LEAST_DIVIDED ? fill(word.tooFew, { n: awards }) : perCent(largest / awards, lang)) },
  ];
  return (
    <>
      <p>{t.fieldsLead}</p>
      <DataTable lang={lang} caption={t.fields} hideCaption columns={columns} rows={view.fields} />
    </>
  );
}

function Agreements(props: Props & { readonly rows: readonly AgreementLine[]; readonly caption: string; readonly lead: string }): VNode {
  const { site, rows, caption, lead } = props;
  const { lang } = site;
  const t = chooseTexts[lang];
  if (rows.length === 0) return <p>{t.none}</p>;
  const columns: Column<AgreementLine>[] = [
    { header: t.agreement, cell: ({ ocid, title }) => <To {...props} scope={{ kind: 'agreement', key: ocid }}><Outside text={shorten(title ?? ocid, NAME_LENGTH)} /></To> },
    { header: t.buyer, cell: ({ buyer }) => (buyer === null ? '–' : <Outside text={shorten(buyer, NAME_LENGTH)} />) },
    { header: t.bidders, numeric: true, cell: ({ bidders }) => number(bidders, lang) },
    { header: t.won, numeric: true, cell: ({ won }) => number(won, lang) },
    { header: t.ownProcesses, numeric: true, cell: ({ processes }) => number(processes, lang) },
  ];
  return (
    <>
      <p>{lead}</p>
      <DataTable lang={lang} caption={caption} hideCaption columns={columns} rows={rows} />
    </>
  );
}

function Buyers(props: Props): VNode {
  const { site, view } = props;
  const t = chooseTexts[site.lang];
  return (
    <>
      <p>{t.buyersLead}</p>
      <ul>{view.buyers.map(({ key, name, awards }) => (
        <li><To {...props} scope={{ kind: 'buyer', key }}><Outside text={shorten(name, NAME_LENGTH)} /></To> <span class="quiet">{fill(t.awards, { count: number(awards, site.lang) })}</span></li>
      ))}</ul>
    </>
  );
}

function Countries(props: Props): VNode {
  const { site, view } = props;
  const t = chooseTexts[site.lang];
  return (
    <>
      <p>{t.countriesLead}</p>
      <ul class="plain-list">{view.countries.map(({ country, processes }) => (
        <li><To {...props} scope={{ kind: 'country', key: country }}><Outside text={formatCountry(country, site.lang)} /></To> <span class="quiet">{fill(t.processes, { count: number(processes, site.lang) })}</span></li>
      ))}</ul>
    </>
  );
}

