/** What is told of the analysis files: one view for the page, the API and the description beside each CSV file. */
import type { Kysely } from 'kysely';
import type { Site } from '#ui';
import type { RegisterTables } from '../tables.ts';
import type { DataTableView, DataView } from './data.view.ts';
import { readGeneration, type AnalysisPlace, type FileFacts, type Generation } from './generation.ts';
import { DATA_LICENCE } from '../licence.ts';
import { currentGeneration } from './snapshot.store.ts';
import { ANALYSIS_TABLES, STORED_TYPES, type StoredTable } from './tables.ts';

export const DATA = '/data';

export type FileKind = 'parquet' | 'csv' | 'metadata';
const SUFFIX: Readonly<Record<FileKind, string>> = { parquet: '.parquet', csv: '.csv.gz', metadata: '.csv-metadata.json' };

/** Use with `site.dataHref`. */
export function dataFileAddress(table: string, kind: FileKind): string {
  return `${DATA}/${table}${SUFFIX[kind]}`;
}

/** @param place null: this server was given no folder of analysis files */
export async function readData(db: Kysely<RegisterTables>, place: AnalysisPlace | null, site: Pick<Site, 'dataHref'>): Promise<DataView> {
  const id = place === null ? null : await currentGeneration(db);
  const generation = place === null || id === null ? null : await readGeneration(place, id);
  return {
    state: generation !== null ? 'ready' : id === null ? 'none' : 'elsewhere',
    generation: generation?.id ?? null, madeAt: generation?.madeAt ?? null, updatedAt: generation?.updatedAt ?? null,
    licence: DATA_LICENCE,
    tables: ANALYSIS_TABLES.map((table) => tableView(table, generation, site)),
  };
}

function tableView({ name, meaning, columns }: StoredTable, generation: Generation | null, site: Pick<Site, 'dataHref'>): DataTableView {
  const files = generation?.tables.find((table) => table.name === name);
  const file = (kind: FileKind, facts: FileFacts | undefined): DataTableView['csv'] =>
    (facts === undefined ? null : { href: site.dataHref(dataFileAddress(name, kind)), bytes: facts.bytes, sha256: facts.sha256 });
  return {
    name, meaning,
    rows: files?.rows ?? null,
    columns: columns.map((column) => ({ name: column.name, type: column.type, stored: STORED_TYPES[column.type].toUpperCase(), unit: column.unit ?? null, meaning: column.meaning })),
    parquet: file('parquet', files?.parquet), csv: file('csv', files?.csv), metadata: site.dataHref(dataFileAddress(name, 'metadata')),
  };
}

const CSVW_TYPES = { text: 'string', integer: 'integer', decimal: 'decimal', boolean: 'boolean', date: 'date', instant: 'dateTime' } as const;

/**
 * The description beside a CSV file.
 * @see https://www.w3.org/TR/tabular-metadata/
 */
export function csvMetadata(site: Site, data: DataView, table: DataTableView): object {
  const address = (path: string): string => (site.origin ?? '') + path;
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: address(site.dataHref(dataFileAddress(table.name, 'csv'))),
    'dc:title': table.name,
    'dc:description': [{ '@value': table.meaning.da, '@language': 'da' }, { '@value': table.meaning.en, '@language': 'en' }],
    'dc:publisher': site.publisher.name,
    'dc:license': { '@id': data.licence.url },
    'dc:source': { '@id': address(site.href(DATA)) },
    'dc:identifier': data.generation,
    ...(data.madeAt === null ? {} : { 'dc:created': { '@value': data.madeAt, '@type': 'xsd:dateTime' } }),
    ...(data.updatedAt === null ? {} : { 'dc:modified': { '@value': data.updatedAt, '@type': 'xsd:dateTime' } }),
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: table.columns.map(({ name, type, unit, meaning }) => ({
        name, titles: [name], datatype: CSVW_TYPES[type], null: '',
        'dc:description': [{ '@value': meaning.da, '@language': 'da' }, { '@value': meaning.en, '@language': 'en' }],
        ...(unit === null ? {} : { 'schema:unitText': unit }),
      })),
    },
  };
}
