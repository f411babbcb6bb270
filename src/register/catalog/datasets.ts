import type { Language } from '#base';
import { CONTRACTS, COVERAGE, FILE_SUFFIX, FOLLOW_FORMATS, LIST_FORMATS, MUNICIPALITIES_PAGE, ORGANISATIONS, PROCESSES, type FileFormat } from '../addresses.ts';
import { DATA } from '../analysis/data.ts';
import { CHANGES, FRAMEWORKS } from '../lists/addresses.ts';

/** Data that this installation publishes as a whole: what is said of it, and where it lies. Paths are inside the site. */
export interface CatalogDataset {
  /** ASCII; a part of its address in the catalogue, so it never changes. */
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly description: Readonly<Record<Language, string>>;
  readonly keywords: Readonly<Record<Language, readonly string[]>>;
  /** The page that shows it. */
  readonly page: string;
  readonly files: readonly CatalogFile[];
  /** The same in the API, or null. */
  readonly api: string | null;
}

export interface CatalogFile {
  readonly format: FileFormat;
  readonly path: string;
  /** The standard that its contents follow. */
  readonly conformsTo?: string;
}

export const OCDS = 'https://standard.open-contracting.org/1.1/en/';

/** All that is published, in the order of the catalogue. A table that people can download gets its entry here, whatever room makes it. */
export const DATASETS: readonly CatalogDataset[] = [
  {
    id: 'processes',
    title: { da: 'Udbud og kontrakter', en: 'Tenders and contracts' },
    description: {
      da: 'Forløb, som de er lagt sammen af offentliggjorte bekendtgørelser: hvad der købes, af hvem, hvordan, frister, tildelinger, beløb i deres egen valuta. Kontaktpersoner, underskrivere, reelle ejere og mærkede enkeltmandsvirksomheder er maskeret.',
      en: 'Contracting processes as joined from published notices: what is bought, by whom and how, deadlines, awards, amounts in their own currency. Contact persons, signatories, beneficial owners and marked sole traders are masked.',
    },
    keywords: { da: ['udbud', 'offentlige indkøb', 'kontrakter'], en: ['tenders', 'public procurement', 'contracts', 'OCDS'] },
    page: PROCESSES,
    files: [
      { format: 'jsonl', path: PROCESSES + FILE_SUFFIX.jsonl, conformsTo: OCDS },
      ...[...LIST_FORMATS, ...FOLLOW_FORMATS].map((format) => ({ format, path: PROCESSES + FILE_SUFFIX[format] })),
    ],
    api: '/api/v1/processes',
  },
  {
    id: 'contracts',
    title: { da: 'Kontrakter', en: 'Contracts' },
    description: {
      da: 'Kontrakter i bekendtgørelserne med køber, leverandører, beløb i egen valuta, underskrift og udløb, og hvor udløbet står.',
      en: 'Contracts in the notices with buyer, suppliers, amount in its own currency, signature and end, and where the end stands.',
    },
    keywords: { da: ['kontrakter', 'udløb'], en: ['contracts', 'expiry'] },
    page: CONTRACTS,
    files: [...LIST_FORMATS, ...FOLLOW_FORMATS].map((format) => ({ format, path: CONTRACTS + FILE_SUFFIX[format] })),
    api: '/api/v1/contracts',
  },
  {
    id: 'changes',
    title: { da: 'Ændringer af kontrakter', en: 'Changes of contracts' },
    description: {
      da: 'Hvad der blev ændret, køberens grund, og beløbet før og efter, hvor det er oplyst.',
      en: 'What was changed, the reason of the buyer, and the amount before and after where it is stated.',
    },
    keywords: { da: ['kontraktændringer'], en: ['contract changes'] },
    page: CHANGES,
    files: [...LIST_FORMATS, 'atom' as const].map((format) => ({ format, path: CHANGES + FILE_SUFFIX[format] })),
    api: '/api/v1/changes',
  },
  {
    id: 'frameworks',
    title: { da: 'Rammeaftaler og dynamiske indkøbssystemer', en: 'Framework agreements and dynamic purchasing systems' },
    description: {
      da: 'Rammeaftaler og DIS med værdi, varighed, leverandører og de køb på dem, bekendtgørelserne fortæller om.',
      en: 'Framework agreements and dynamic purchasing systems with value, duration, suppliers and the purchases under them that notices tell of.',
    },
    keywords: { da: ['rammeaftaler', 'DIS'], en: ['framework agreements', 'dynamic purchasing systems'] },
    page: FRAMEWORKS,
    files: [...LIST_FORMATS, 'atom' as const].map((format) => ({ format, path: FRAMEWORKS + FILE_SUFFIX[format] })),
    api: '/api/v1/frameworks',
  },
  {
    id: 'organisations',
    title: { da: 'Organisationer', en: 'Organisations' },
    description: {
      da: 'Købere og leverandører i bekendtgørelserne, med registernummer, og i hvor mange forløb de optræder.',
      en: 'Buyers and suppliers in the notices, with register numbers and the number of processes that they take part in.',
    },
    keywords: { da: ['købere', 'leverandører', 'CVR'], en: ['buyers', 'suppliers'] },
    page: ORGANISATIONS,
    files: LIST_FORMATS.map((format) => ({ format, path: ORGANISATIONS + FILE_SUFFIX[format] })),
    api: '/api/v1/organisations',
  },
  {
    id: 'municipalities',
    title: { da: 'Kommunerne', en: 'The municipalities' },
    description: {
      da: 'Antal forløb for hver kommune, og hvad tallet bygger på. En tom værdi er ikke dækket, hvilket ikke er nul.',
      en: 'Number of processes of each municipality, and what the figure is based on. An empty value is not covered, which is not zero.',
    },
    keywords: { da: ['kommuner', 'indkøb'], en: ['municipalities', 'procurement'] },
    page: MUNICIPALITIES_PAGE,
    files: LIST_FORMATS.map((format) => ({ format, path: MUNICIPALITIES_PAGE + FILE_SUFFIX[format] })),
    api: '/api/v1/municipalities',
  },
  {
    id: 'coverage',
    title: { da: 'Hvad registret rummer', en: 'What the register holds' },
    description: {
      da: 'Antal bekendtgørelser efter format, land, år og formular, og hvor ofte hvert felt er udfyldt. Hvad registret ikke dækker, er ikke nul.',
      en: 'Number of notices by format, country, year and form, and how often each field is filled. What the register does not cover is not zero.',
    },
    keywords: { da: ['datakvalitet', 'dækning'], en: ['data quality', 'coverage'] },
    page: COVERAGE,
    files: LIST_FORMATS.map((format) => ({ format, path: COVERAGE + FILE_SUFFIX[format] })),
    api: '/api/v1/coverage',
  },
  {
    id: 'tables',
    title: { da: 'Tabeller til analyse', en: 'Tables for analysis' },
    description: {
      da: 'Hele registret som tabeller (Parquet og CSV) med hver kolonne forklaret. Filerne laves efter hver indlæsning.',
      en: 'The whole register as tables (Parquet and CSV), each column explained. The files are made after each import.',
    },
    keywords: { da: ['tabeller', 'Parquet'], en: ['tables', 'Parquet'] },
    page: DATA,
    files: [{ format: 'json', path: '/api/v1/data' }],
    api: '/api/v1/data',
  },
];

/** What the server says each format is, and its name in the EU's list of file types where that is known. */
export const MEDIA_TYPES: Readonly<Record<FileFormat, { readonly type: string; readonly euName: string | null }>> = {
  'csv-dk': { type: 'text/csv', euName: 'CSV' }, csv: { type: 'text/csv', euName: 'CSV' }, json: { type: 'application/json', euName: 'JSON' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', euName: 'XLSX' },
  parquet: { type: 'application/vnd.apache.parquet', euName: 'PARQUET' },
  jsonl: { type: 'application/gzip', euName: 'GZIP' }, atom: { type: 'application/atom+xml', euName: 'ATOM' }, ics: { type: 'text/calendar', euName: null },
};
