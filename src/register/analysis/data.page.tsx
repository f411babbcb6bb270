import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, Breadcrumbs, DataTable, EmptyState, formatBytes, formatDateTime, formatNumber, Icon, Page, SummaryList, Time, type Column, type Site } from '#ui';
import { Sectioned, type Section } from '../sectioned.tsx';
import { da } from './data.da.ts';
import { en } from './data.en.ts';
import type { DataTableView, DataView } from './data.view.ts';
import { DECIMAL_DIGITS, DECIMAL_SCALE } from '../stored-decimal.ts';
import { LONGEST_TEXT } from './tables.ts';

const texts = { da, en };

interface DataProps {
  readonly site: Site;
  readonly data: DataView;
}

/** The data dictionary, with the files themselves. */
export function renderData(site: Site, data: DataView): VNode {
  const t = texts[site.lang];
  const sections: readonly Section[] = [
    ...(data.state === 'ready' ? [{ id: 'friske', heading: t.freshHeading, body: <Fresh site={site} data={data} /> }] : []),
    { id: 'regler', heading: t.rulesHeading, body: <Rules site={site} data={data} /> },
    { id: 'vilkaar', heading: t.termsHeading, body: <Terms site={site} data={data} /> },
    ...data.tables.map((table) => ({ id: `tabel-${table.name}`, heading: table.name, body: <Table site={site} table={table} /> })),
  ];
  return (
    <Page
      site={site} title={t.title} description={t.lead}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
          {site.world === 'demo' ? <Alert tone="warning" heading={t.demo}><p>{t.demoText}</p></Alert> : null}
          {data.state === 'ready' ? null : <NoFiles site={site} data={data} />}
        </div>
        <Sectioned contents={t.contents} sections={sections} />
      </div>
    </Page>
  );
}

function NoFiles({ site, data }: DataProps): VNode {
  const t = texts[site.lang];
  const none = data.state === 'none';
  return (
    <EmptyState heading={none ? t.noneHeading : t.elsewhereHeading}>
      <p>{none ? t.noneText : t.elsewhereText}</p>
      <pre tabindex={0}><code>{t.command}{site.world === 'demo' ? ' --demo' : ''}</code></pre>
    </EmptyState>
  );
}

function Fresh({ site, data }: DataProps): VNode {
  const t = texts[site.lang];
  const at = (value: string | null): VNode | string => (value === null ? t.never : <Time value={value} text={formatDateTime(value, site.lang)} />);
  const rows = data.tables.reduce((sum, table) => sum + (table.rows ?? 0), 0);
  const bytes = data.tables.reduce((sum, { parquet }) => sum + (parquet?.bytes ?? 0), 0);
  return (
    <>
      {data.updatedAt === site.updatedAt ? null : <Alert tone="info"><p>{t.behind}</p></Alert>}
      <SummaryList
        rows={[
          { label: t.updatedAt, value: at(data.updatedAt) },
          { label: t.madeAt, value: at(data.madeAt) },
          { label: t.size, value: fill(t.sizeText, { rows: formatNumber(rows, site.lang), bytes: formatBytes(bytes, site.lang) }) },
          { label: t.generation, value: <code>{data.generation}</code> },
        ]}
      />
      <p class="quiet">{t.generationNote}</p>
    </>
  );
}

function Rules({ site }: DataProps): VNode {
  const t = texts[site.lang];
  const sizes = { scale: DECIMAL_SCALE, digits: DECIMAL_DIGITS, longest: formatNumber(LONGEST_TEXT, site.lang) };
  const rules = [t.ruleAmounts, t.ruleDecimals, t.ruleEmpty, t.ruleTimes, t.ruleTexts, t.ruleOrder, t.ruleCsv, t.rulePersons];
  return <ul>{rules.map((rule) => <li>{fill(rule, sizes)}</li>)}</ul>;
}

function Terms({ site, data }: DataProps): VNode {
  const t = texts[site.lang];
  const [before = '', after = ''] = t.terms.split('{licence}');
  return (
    <>
      <p>{before}<a href={data.licence.url} rel="license">{data.licence.id}</a>{after}</p>
      <p><a href={site.dataHref('/api/v1/data')}>{t.api}</a></p>
    </>
  );
}

function Table({ site, table }: { readonly site: Site; readonly table: DataTableView }): VNode {
  const { lang } = site;
  const t = texts[lang];
  const columns: readonly Column<DataTableView['columns'][number]>[] = [
    { header: t.column, cell: ({ name }) => <code>{name}</code> },
    { header: t.meaning, cell: ({ meaning }) => meaning[lang] },
    { header: t.type, cell: ({ type, stored }) => <>{t[`type.${type}`]}<div class="quiet">{stored}</div></> },
    { header: t.unit, cell: ({ unit }) => (unit === null ? '' : unitName(unit, site)) },
  ];
  const { parquet, csv, rows } = table;
  return (
    <>
      <p>{table.meaning[lang]}{rows === null ? '' : `: ${formatNumber(rows, lang)} ${rows === 1 ? t.row : t.rows}`}</p>
      {parquet === null || csv === null ? null : (
        <ul class="plain-list" aria-label={fill(t.download, { table: table.name })}>
          <li><a class="file-link" href={parquet.href} download><Icon name="download" />{fill(t.parquet, { bytes: formatBytes(parquet.bytes, lang) })}</a></li>
          <li><a class="file-link" href={csv.href} download><Icon name="download" />{fill(t.csv, { bytes: formatBytes(csv.bytes, lang) })}</a></li>
          <li><a class="file-link" href={table.metadata}><Icon name="document" />{t.metadata}</a></li>
        </ul>
      )}
      <DataTable lang={lang} caption={fill(t.columnsOf, { table: table.name })} hideCaption columns={columns} rows={table.columns} />
    </>
  );
}

/** Every unit of the flat tables has its word in the texts; a test holds them against each other. */
function unitName(unit: string, { lang }: Site): string {
  return (texts[lang] as Readonly<Record<string, string>>)[`unit.${unit}`] ?? unit;
}
