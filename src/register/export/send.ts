import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { COPENHAGEN, type Clock } from '#base';
import type { Site } from '#ui';
import type { ListFormat } from '../addresses.ts';
import { csvOf, MOST_XLSX_ROWS, xlsxOf, type TableColumn } from './table.ts';

/** Rows fetched at once while a file is written; a file of any length passes through in such groups. */
export const EXPORT_GROUP = 1000;

export interface ListFile<Row> {
  readonly site: Site;
  readonly clock: Clock;
  /** ASCII name of what is listed, for the file name: `udbud`. */
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  /** How many rows there are in all. */
  readonly total: number;
  groups(): AsyncIterable<readonly Row[]>;
}

/** Sends a list as a file. The name tells the world and the day, so that two files on a desk are not mixed up. */
export async function sendList<Row>(reply: FastifyReply, format: ListFormat, file: ListFile<Row>): Promise<FastifyReply> {
  const day = file.clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate().toString();
  const world = file.site.world === 'demo' ? 'demo-' : '';
  const suffix = format === 'csv-dk' ? 'excel.csv' : format;
  const dot = format === 'csv-dk' ? '-' : '.';
  void reply.header('content-disposition', `attachment; filename="torvet-${world}${file.name}-${day}${dot}${suffix}"`);
  switch (format) {
    case 'csv':
      return reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(file.columns, file.groups(), 'machine')));
    case 'csv-dk':
      return reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(file.columns, file.groups(), 'danish-excel')));
    case 'json':
      return reply.type('application/json; charset=utf-8').send(Readable.from(jsonOf(file)));
    case 'xlsx':
      return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(await workbook(file));
  }
}

async function* jsonOf<Row>(file: ListFile<Row>): AsyncGenerator<string> {
  const { site, total } = file;
  yield `{"world":${JSON.stringify(site.world)},"publisher":${JSON.stringify(site.publisher.name)},"retrieved":${JSON.stringify(file.clock.now().toString())},"total":${total},"rows":[`;
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
  return xlsxOf(file.columns, rows, file.site.lang, file.name, Math.max(file.total, rows.length));
}
