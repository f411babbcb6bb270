/** What a file says of itself, so that it can be understood and used on a desk far from the page it came from. */
import type { Clock } from '#base';
import { formatDateTime, type Site } from '#ui';
import { DATA_LICENCE, licenceTerms } from '../licence.ts';
import { da } from './about.da.ts';
import { en } from './about.en.ts';
import { instant, text, type TableColumn } from './table.ts';

const texts = { da, en };

export interface FileAbout {
  readonly world: Site['world'];
  readonly title: string;
  readonly publisher: string;
  /** Page with the same content; absolute. */
  readonly address: string;
  /** ISO instants: when the file was made, and when data last came in (null: never). */
  readonly retrieved: string;
  readonly updated: string | null;
  readonly licence: typeof DATA_LICENCE;
  readonly terms: readonly string[];
}

/** @param path of the page with the same content, inside the site */
export function aboutOf(site: Site, clock: Clock, title: string, path: string): FileAbout {
  return {
    world: site.world, title, publisher: site.publisher.name, address: (site.origin ?? '') + site.href(path),
    retrieved: clock.now().toString({ smallestUnit: 'second' }), updated: site.updatedAt, licence: DATA_LICENCE, terms: licenceTerms(site),
  };
}

/** The sheet of a workbook that tells of the others. */
export function aboutSheet(about: FileAbout, { lang }: Pick<Site, 'lang'>): { readonly sheet: string; readonly rows: readonly (readonly [string, string])[] } {
  const t = texts[lang];
  return {
    sheet: t.sheet,
    rows: [
      [t.title, about.title], [t.world, t[about.world]], [t.publisher, about.publisher], [t.address, about.address],
      [t.retrieved, formatDateTime(about.retrieved, lang)], [t.updated, about.updated === null ? t.never : formatDateTime(about.updated, lang)],
      [t.licence, `${about.licence.id} ${about.licence.url}`], ...about.terms.map((sentence) => [t.terms, sentence] as const),
    ],
  };
}

/** For a file that has room for facts about itself: each with a name for programs. */
export function aboutFacts({ world, title, publisher, address, retrieved, updated, licence, terms }: FileAbout): Readonly<Record<string, string>> {
  return { world, title, publisher, address, retrieved, ...(updated === null ? {} : { updated }), licence: licence.url, terms: terms.join(' ') };
}

/** A file of rows alone has no other place: the least that must not be lost stands behind each row. */
export function aboutColumns<Row>(about: FileAbout): readonly TableColumn<Row>[] {
  return [
    { name: 'retrieved', heading: { da: 'Hentet (dansk tid)', en: 'Retrieved (Danish time)' }, values: instant(() => about.retrieved) },
    { name: 'licence', heading: { da: 'Licens', en: 'Licence' }, values: text(() => about.licence.url) },
  ];
}

/**
 * The description beside a CSV file, which `rel="describedby"` leads to.
 * @param file absolute address of the CSV file
 * @see https://www.w3.org/TR/tabular-metadata/
 */
export function csvMetadata(about: FileAbout, columns: readonly TableColumn<never>[], file: string, lang: Site['lang'], danish: boolean): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': lang }],
    url: file,
    'dc:title': about.title,
    'dc:publisher': about.publisher,
    'dc:license': { '@id': about.licence.url },
    'dc:rights': about.terms,
    'dc:source': { '@id': about.address },
    ...(about.updated === null ? {} : { 'dc:modified': { '@value': about.updated, '@type': 'xsd:dateTime' } }),
    dialect: { encoding: 'utf-8', header: true, delimiter: danish ? ';' : ',', lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: [...columns, ...aboutColumns<never>(about)].map(({ name, heading }) => ({
        name, titles: danish ? { da: heading.da } : [name], 'dc:description': heading[lang],
      })),
    },
  };
}
