import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { COPENHAGEN, type Json } from '#base';
import type { Site } from '#ui';
import { FILE_SUFFIX, type ListFormat } from '../addresses.ts';
import { aboutColumns, aboutFacts, aboutSheet, type FileAbout } from './about.ts';
import { parquetOf } from './parquet.ts';
import { csvOf, MOST_XLSX_ROWS, xlsxOf, type TableColumn } from './table.ts';

/** What is listed, and what is said of it. */
export interface SentFile {
  readonly site: Pick<Site, 'lang' | 'world'>;
  readonly about: FileAbout;
  /** ASCII name of what is listed, for the file name: `udbud`. */
  readonly name: string;
}

export interface ListFile<Row> extends SentFile {
  readonly columns: readonly TableColumn<Row>[];
  /** How many rows there are in all. */
  readonly total: number;
  /** Address of the description of the file, for CSV. */
  readonly describedBy: string | null;
  groups(): AsyncIterable<readonly Row[]>;
}

/** Sends a list as a file. */
export async function sendList<Row>(reply: FastifyReply, format: ListFormat, file: ListFile<Row>): Promise<FastifyReply> {
  head(reply, file, FILE_SUFFIX[format]);
  if (file.describedBy !== null) addLink(reply, `<${file.describedBy}>; rel="describedby"; type="application/csvm+json"`);
  const withAbout = [...file.columns, ...aboutColumns<Row>(file.about)];
  switch (format) {
    case 'csv':
      return reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(withAbout, file.groups(), 'machine')));
    case 'csv-dk':
      return reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(withAbout, file.groups(), 'danish-excel')));
    case 'json':
      return reply.type('application/json; charset=utf-8').send(Readable.from(jsonOf(file)));
    case 'parquet':
      return reply.type('application/vnd.apache.parquet').send(Readable.from(parquetOf(file.columns, file.groups(), aboutFacts(file.about))));
    case 'xlsx':
      return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(await workbook(file));
  }
}

/** Sends values one a line, packed. A line holds nothing but its value, so what is said of the file stands in its name and in the headers. */
export function sendLines(reply: FastifyReply, file: SentFile, values: AsyncIterable<Json>): FastifyReply {
  head(reply, file, `-${file.about.licence.id}${FILE_SUFFIX.jsonl}`);
  const packed = createGzip();
  // An error is the reply's to tell: it sees the packed stream end with it.
  pipeline(Readable.from(lines(values)), packed, () => {});
  return reply.type('application/gzip').send(packed);
}

async function* lines(values: AsyncIterable<Json>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}

/** The name tells the world and the day, so that two files on a desk are not mixed up. */
function head(reply: FastifyReply, { about, name }: SentFile, ending: string): void {
  const day = Temporal.Instant.from(about.retrieved).toZonedDateTimeISO(COPENHAGEN).toPlainDate().toString();
  const world = about.world === 'demo' ? 'demo-' : '';
  void reply.header('content-disposition', `attachment; filename="torvet-${world}${name}-${day}${ending}"`);
  // The day of the data alone would let a browser keep an old file for weeks.
  void reply.header('cache-control', 'no-cache');
  if (about.updated !== null) void reply.header('last-modified', new Date(about.updated).toUTCString());
  addLink(reply, `<${about.licence.url}>; rel="license"`);
  addLink(reply, `<${new URL(about.address).origin}/>; rel="author"; title*=UTF-8''${encodeURIComponent(about.publisher).replaceAll(/['()*]/g, percent)}`);
  addLink(reply, `<${about.address}>; rel="collection"; type="text/html"`);
}

// What encodeURIComponent leaves alone and RFC 8187 does not.
function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function addLink(reply: FastifyReply, link: string): void {
  const links = reply.getHeader('link');
  void reply.header('link', links === undefined ? link : `${String(links)}, ${link}`);
}

async function* jsonOf<Row>(file: ListFile<Row>): AsyncGenerator<string> {
  yield `${JSON.stringify({ ...file.about, total: file.total }).slice(0, -1)},"rows":[`;
  let first = true;
  for await (const rows of file.groups()) {
    for (const row of rows) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(row)}`;
      first = false;
    }
  }
  yield '\n]}\n';
}

async function workbook<Row>(file: ListFile<Row>): Promise<Buffer> {
  const rows: Row[] = [];
  for await (const group of file.groups()) {
    rows.push(...group.slice(0, MOST_XLSX_ROWS - rows.length));
    if (rows.length >= MOST_XLSX_ROWS) break;
  }
  return xlsxOf(file.columns, rows, file.site.lang, file.name, { total: Math.max(file.total, rows.length), about: aboutSheet(file.about, file.site) });
}
