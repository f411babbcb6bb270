import type { VNode } from 'preact';
import { fill } from '#base';
import { Breadcrumbs, DataTable, DownloadLinks, EmptyState, formatDate, formatNumber, Page, Selects, TileMap, type Column, type Site, type Tile } from '#ui';
import { COVERAGE, LIST_FORMATS, municipalityListAddress, municipalityListFile, organisationAddress } from './addresses.ts';
import { fieldLabel } from './cpv/names.ts';
import { figureAbout } from './licence.ts';
import type { Land } from './municipalities/land.ts';
import { da } from './municipality-list.da.ts';
import { en } from './municipality-list.en.ts';
import { LEAST_FOR_SHARE, MUNICIPALITY_FIGURES, SHARES, type MunicipalityFigure, type MunicipalityListView, type MunicipalityRow } from './municipality-list.view.ts';

const texts = { da, en };
export const municipalityTitles = { da: da.title, en: en.title };

interface Props {
  readonly site: Site;
  readonly view: MunicipalityListView;
}

export function renderMunicipalityList(site: Site, view: MunicipalityListView, land: Land): VNode {
  const t = texts[site.lang];
  const crumbs = <Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />;
  const figure = figureOf(view);
  const covered = view.rows.filter(({ processes }) => processes !== null).length;
  return (
    <Page site={site} title={`${t.title}: ${t[`figure.${figure}`]}`} description={fill(t.lead, { count: view.rows.length })} before={crumbs}>
      <div class="wrap">
        <div class="page-head">
          <h1>{t.title}</h1>
          <p class="lead">{fill(t.lead, { count: view.rows.length })}</p>
        </div>
        <Choice site={site} view={view} />
        {covered === 0 ? <EmptyState heading={t.noneCoveredHeading}><p>{t.noneCoveredText}</p><p><a href={site.href(COVERAGE)}>{t.more}</a></p></EmptyState> : null}
        <div class="split">
          <MunicipalityMap site={site} view={view} tiles={tilesOf(view, land)} />
          <Coverage site={site} view={view} covered={covered} isWhole={land.isWhole} />
        </div>
        <section class="section" aria-labelledby="tabel">
          <h2 id="tabel">{t[`figure.${figure}`]}</h2>
          <Table site={site} view={view} />
          <DownloadLinks lang={site.lang} heading={t.download} downloads={LIST_FORMATS.map((format) => ({ format, href: site.href(municipalityListFile(view, format)) }))} />
        </section>
      </div>
    </Page>
  );
}

function figureOf({ figure }: MunicipalityListView): MunicipalityFigure {
  return MUNICIPALITY_FIGURES.find((known) => known === figure) ?? 'processes';
}

/** The tiles of a map: a municipality without a value is not covered. */
export function tilesOf(view: MunicipalityListView, land: Land): Tile[] {
  const rows = new Map(view.rows.map((row) => [row.code, row]));
  return land.places.map(({ code, name, short, column, row }) => {
    const own = rows.get(code);
    const key = own?.key ?? null;
    return { code, name, short, column, row, value: own?.value ?? null, path: key === null ? null : organisationAddress(key) };
  });
}

function Choice({ site, view }: Props): VNode {
  const t = texts[site.lang];
  const { cpv } = view;
  const figures = MUNICIPALITY_FIGURES.filter((figure) => figure !== 'processes').map((figure) => ({ value: figure, label: t[`figure.${figure}`] }));
  const chosen = figureOf(view);
  return (
    <>
      <Selects
        lang={site.lang} action={site.href(municipalityListAddress({ figure: 'processes', cpv: null }))} hidden={cpv === null ? [] : [['cpv', cpv]]}
        fields={[{ name: 'figure', label: t.figure, all: t.all, options: figures, chosen: chosen === 'processes' ? null : chosen }]}
        clearHref={null}
      />
      {cpv === null ? null : (
        <p>{fill(t.inField, { field: fieldLabel(cpv, site.lang) })} <a href={site.href(municipalityListAddress({ figure: view.figure, cpv: null }))}>{t.allFields}</a></p>
      )}
    </>
  );
}

function MunicipalityMap({ site, view, tiles }: Props & { readonly tiles: readonly Tile[] }): VNode {
  const t = texts[site.lang];
  const figure = t[`figure.${figureOf(view)}`];
  const covered = tiles.filter((tile) => tile.value !== null).toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0));
  const [most] = covered;
  return (
    <TileMap
      site={site} id="kommuner" about={figureAbout(site)} title={figure} unit={figure} tiles={tiles}
      description={most === undefined ? fill(t.mapTextNone, { figure }) : fill(t.mapText, {
        figure, covered: covered.length, count: tiles.length, most: most.name, highest: formatNumber(most.value ?? 0, site.lang),
      })}
    />
  );
}

function Coverage({ site, view, covered, isWhole }: Props & { readonly covered: number; readonly isWhole: boolean }): VNode {
  const t = texts[site.lang];
  const figure = figureOf(view);
  const { whole } = view;
  return (
    <div class="prose">
      <p>{fill(t.coverage, { covered, count: view.rows.length })}</p>
      <p>{isWhole ? t.coverageDemo : whole === null ? t.coverageLoose : fill(t.coverageWhole, { since: formatDate(whole.since, site.lang), until: formatDate(whole.until, site.lang) })}</p>
      <p>{t.departments}{SHARES.has(figure) ? ` ${fill(t.tooFew, { least: LEAST_FOR_SHARE })}` : ''}{figure === 'ending' ? ` ${t.endingNote}` : ''}</p>
      <p><a href={site.href(COVERAGE)}>{t.more}</a></p>
    </div>
  );
}

function Table({ site, view }: Props): VNode {
  const t = texts[site.lang];
  const figure = figureOf(view);
  const columns: Column<MunicipalityRow>[] = [
    { header: t.municipality, cell: ({ name, key }) => (key === null ? name : <a href={site.href(organisationAddress(key))}>{name}</a>) },
    { header: t.region, cell: ({ region }) => region },
    { header: t.value, numeric: true, cell: (row) => valueText(site, figure, row) },
    { header: t.basis, numeric: true, cell: (row) => basisText(site, row) },
  ];
  const covered = view.rows.filter(({ processes }) => processes !== null).toSorted((one, other) => (other.value ?? -1) - (one.value ?? -1));
  const rest = view.rows.filter(({ processes }) => processes === null);
  return (
    <>
      {covered.length === 0 ? null : <DataTable lang={site.lang} caption={fill(t.caption, { figure: t[`figure.${figure}`] })} hideCaption columns={columns} rows={covered} />}
      {rest.length === 0 ? null : (
        <details class="fold">
          <summary>{fill(t.notCoveredMany, { count: rest.length })}</summary>
          <ul class="columns">{rest.map(({ name, region }) => <li>{name} <span class="quiet">{region}</span></li>)}</ul>
        </details>
      )}
    </>
  );
}

function valueText(site: Site, figure: MunicipalityFigure, { value, of }: MunicipalityRow): VNode | string {
  const t = texts[site.lang];
  if (value === null) return <span class="quiet">{of === null ? t.notCovered : t.tooFewShort}</span>;
  return SHARES.has(figure) ? `${formatNumber(value, site.lang)} %` : formatNumber(value, site.lang);
}

function basisText(site: Site, { processes, part, of, firstYear, lastYear }: MunicipalityRow): string | null {
  const t = texts[site.lang];
  if (processes === null) return null;
  const years = firstYear === null || lastYear === null ? t.noYears : firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;
  const based = fill(t.basisProcesses, { count: formatNumber(processes, site.lang), years });
  return part === null || of === null ? based : `${fill(t.basisShare, { part: formatNumber(part, site.lang), of: formatNumber(of, site.lang) })}; ${based}`;
}
