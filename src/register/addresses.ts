/** Where the register's pages and files stand: paths inside the site, before language and world (`site.href`). */
import type { CompareQuery } from './compare.view.ts';
import type { CoverageQuery } from './coverage.view.ts';
import type { OrganisationQuery } from './organisation.view.ts';
import type { ProcessQuery } from './list.view.ts';

/** The files a list can be taken away as; `csv-dk` is for Danish Excel (semicolon, decimal comma, byte order mark). */
export const LIST_FORMATS = ['csv-dk', 'csv', 'xlsx', 'parquet', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];
/** A search of processes also as compiled releases, one a line, packed. */
export const PROCESS_FORMATS = [...LIST_FORMATS, 'jsonl'] as const;
/** What a search of processes can be followed by: a feed, and a calendar of deadlines. */
export const FOLLOW_FORMATS = ['atom', 'ics'] as const;
export type FollowFormat = (typeof FOLLOW_FORMATS)[number];
export type FileFormat = (typeof PROCESS_FORMATS)[number] | FollowFormat;

export const FILE_SUFFIX: Readonly<Record<FileFormat, string>> = {
  'csv-dk': '-excel.csv', csv: '.csv', xlsx: '.xlsx', parquet: '.parquet', json: '.json', jsonl: '.jsonl.gz', atom: '.atom', ics: '.ics',
};

export const PROCESSES = '/udbud';
export const ORGANISATIONS = '/organisationer';
export const COVERAGE = '/daekning';
export const MARKET = '/marked';
export const CONTRACTS = '/kontrakter';
export const MUNICIPALITIES_PAGE = '/kommuner';
export const COMPARE = '/sammenlign';

/** What `as` is called in the address of the page. */
export const COMPARED_AS = { buyer: 'koeber', supplier: 'leverandoer' } as const;

export function processAddress(ocid: string): string {
  return `${PROCESSES}/${encodeURIComponent(ocid)}`;
}

/**
 * What a notice is called in the address of its page: its id; of two contents under one id each with the beginning of its hash.
 * @param content SHA-256 of the notice; null: no other notice of the process has this id
 */
export function noticeName(id: string, content: string | null): string {
  return content === null ? id : `${id}@${content.slice(0, 8)}`;
}

/** @param name `ReleaseView.name` */
export function noticeAddress(ocid: string, name: string): string {
  return `${processAddress(ocid)}/bekendtgoerelse/${encodeURIComponent(name)}`;
}

/** A process in the API. Use with `site.dataHref`. */
export function processDataAddress(ocid: string): string {
  return `/api/v1/processes/${encodeURIComponent(ocid)}`;
}

/** One release exactly as it was received. Use with `site.dataHref`. */
export function releaseDownloadAddress(ocid: string, key: string): string {
  return `${processDataAddress(ocid)}/releases/${encodeURIComponent(key)}`;
}

/** The notice that a release was read from, in XML with its persons masked. Use with `site.dataHref`. */
export function originalAddress(ocid: string, key: string): string {
  return `${releaseDownloadAddress(ocid, key)}/original.xml`;
}

/** All releases of a process as an OCDS release package. Use with `site.dataHref`. */
export function releasePackageAddress(ocid: string): string {
  return `${processDataAddress(ocid)}/release-package`;
}

/** The OCDS record package, with the compiled release. Use with `site.dataHref`. */
export function recordPackageAddress(ocid: string): string {
  return `${processDataAddress(ocid)}/record-package`;
}

export function organisationAddress(key: string): string {
  return `${ORGANISATIONS}/${encodeURIComponent(key)}`;
}

/** An organisation in the API. Use with `site.dataHref`. */
export function organisationDataAddress(key: string): string {
  return `/api/v1/organisations/${encodeURIComponent(key)}`;
}

/** What the processes of a search say together, in the API. Use with `site.dataHref`. */
export function overviewDataAddress(query: Partial<ProcessQuery>): string {
  return `/api/v1/overview${queryText(processPairs({ ...query, sort: null }))}`;
}

/** A place in a list: `after` and `before` are the cursors of the view. */
export interface Place {
  readonly after?: string | null;
  readonly before?: string | null;
}

export const EMPTY_PROCESS_QUERY: ProcessQuery = { q: '', filters: {}, cpv: null, buyer: null, supplier: null, sort: null };
export const EMPTY_ORGANISATION_QUERY: OrganisationQuery = { q: '', filters: {} };

export function processListAddress(query: Partial<ProcessQuery>, place: Place = {}): string {
  return PROCESSES + queryText([...processPairs(query), ...placePairs(place)]);
}

/** What the processes of a search say together. */
export function marketAddress(query: Partial<ProcessQuery>): string {
  return MARKET + queryText(processPairs({ ...query, sort: null }));
}

/** The contracts of a search, those that end first. */
export function contractListAddress(query: Partial<ProcessQuery>): string {
  return CONTRACTS + queryText(processPairs({ ...query, sort: null }));
}

/** The municipalities by a figure, in one field or all. */
export function municipalityListAddress({ figure, cpv }: { readonly figure: string; readonly cpv: string | null }): string {
  return MUNICIPALITIES_PAGE + queryText([...one('figure', figure === 'processes' ? null : figure), ...one('cpv', cpv)]);
}

export function municipalityListFile(query: { readonly figure: string; readonly cpv: string | null }, format: ListFormat): string {
  return MUNICIPALITIES_PAGE + FILE_SUFFIX[format] + queryText([...one('figure', query.figure === 'processes' ? null : query.figure), ...one('cpv', query.cpv)]);
}

export function processListFile(query: ProcessQuery, format: FileFormat): string {
  return PROCESSES + FILE_SUFFIX[format] + queryText(processPairs(query));
}

export function organisationListAddress(query: Partial<OrganisationQuery>, place: Place = {}): string {
  return ORGANISATIONS + queryText([...organisationPairs(query), ...placePairs(place)]);
}

export function organisationListFile(query: OrganisationQuery, format: ListFormat): string {
  return ORGANISATIONS + FILE_SUFFIX[format] + queryText(organisationPairs(query));
}

export const ALL_COVERAGE: CoverageQuery = { source: null, country: null, year: null, form: null };

export function coverageAddress(query: CoverageQuery): string {
  return COVERAGE + coverageText(query);
}

export function coverageFile(query: CoverageQuery, format: ListFormat): string {
  return COVERAGE + FILE_SUFFIX[format] + coverageText(query);
}

function coverageText(query: CoverageQuery): string {
  return queryText(Object.entries(query).flatMap(([name, value]) => one(name, value)));
}

/** Two sides next to each other, or the choice of them. */
export function compareAddress(query: Partial<CompareQuery>): string {
  return COMPARE + queryText(comparePairs(query));
}

export function compareFile(query: CompareQuery, format: ListFormat): string {
  return COMPARE + FILE_SUFFIX[format] + queryText(comparePairs(query));
}

/** The comparison in the API. Use with `site.dataHref`. */
export function compareDataAddress({ a, b, as }: CompareQuery): string {
  return `/api/v1/compare${queryText([...one('a', a), ...one('b', b), ...one('as', as)])}`;
}

export type Pair = readonly [string, string];

export function processPairs(query: Partial<ProcessQuery>): Pair[] {
  return [
    ...one('q', query.q), ...one('cpv', query.cpv), ...filterPairs(query.filters ?? {}),
    ...one('buyer', query.buyer), ...one('supplier', query.supplier),
    ...one('open', query.open === true ? 'yes' : null), ...filterPairs({ reason: query.reason }), ...one('under', query.under),
    ...filterPairs({ procedure: query.procedure }), ...one('bids', query.oneBid === true ? 'one' : null), ...one('sort', query.sort),
  ];
}

function organisationPairs(query: Partial<OrganisationQuery>): Pair[] {
  return [...one('q', query.q), ...filterPairs(query.filters ?? {})];
}

function comparePairs({ a, b, as = null }: Partial<CompareQuery>): Pair[] {
  return [...one('a', a), ...one('b', b), ...one('som', as === null ? null : COMPARED_AS[as])];
}

export function placePairs(place: Place): Pair[] {
  return [...one('after', place.after), ...one('before', place.before)];
}

function one(name: string, value: string | null | undefined): Pair[] {
  return value === null || value === undefined || value === '' ? [] : [[name, value]];
}

function filterPairs(filters: Readonly<Record<string, readonly string[] | undefined>>): Pair[] {
  return Object.entries(filters).flatMap(([name, values]) => (values ?? []).map((value): Pair => [name, value]));
}

export function queryText(pairs: readonly Pair[]): string {
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return text === '' ? '' : `?${text}`;
}
