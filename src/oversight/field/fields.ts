/** The overviews that are made out of notices: a YAML file each beside the folders of the others. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import { LineCounter, parseDocument } from 'yaml';
import { fail, ok, type Failure, type Json, type Result } from '#base';
import type { Site } from '#ui';
import { OVERVIEW_FOLDER } from '../overview/overviews.ts';
import { lineOf, told } from '../overview/read.ts';
import { FieldSchema, type Field } from './field.schema.ts';

const schema = Compile(FieldSchema);
const FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/;

export interface Fields {
  /** By the name of their file. */
  readonly found: readonly Field[];
  /** Those with a mistake are not among them. */
  readonly failures: readonly Failure[];
}

export function readFields(folder = OVERVIEW_FOLDER): Fields {
  const files = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && FILE.test(entry.name)).map(({ name }) => name).toSorted() : [];
  const read = files.map((name) => readField(readFileSync(path.join(folder, name), 'utf8'), name.replace(/\.yaml$/, ''), path.join(path.basename(folder), name)));
  return { found: read.flatMap((one) => (one.ok ? [one.value] : [])), failures: read.flatMap((one) => (one.ok ? [] : [one.failure])) };
}

/** @param file for messages @returns the field, or the first mistake with its line */
export function readField(yaml: string, id: string, file: string): Result<Field> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { schema: 'core', strict: true, uniqueKeys: true, logLevel: 'error', lineCounter: lines });
  const refuse = (line: number, message: string, help: string): Result<Field> => fail({ kind: 'invalid', message: `${file}, line ${line}: ${message}`, help, place: `${file}:${line}` });
  const [broken] = document.errors;
  if (broken !== undefined) return refuse(lines.linePos(broken.pos[0]).line, `It is no YAML: ${broken.message.split('\n')[0] ?? ''}`, 'Mend the line.');
  const given = document.toJS() as Json;
  if (!schema.Check(given)) {
    const [fault] = told(FieldSchema, schema.Errors(given), []);
    return refuse(lineOf(document, lines, fault?.at ?? []), fault?.message ?? 'it is no overview of a field', fault?.help ?? 'Compare with the other overviews.');
  }
  return ok({ ...given, id });
}

/** Those of the world that is asked for. A mistake keeps one away and is logged. */
export function fieldsFor(request: FastifyRequest, { world }: Pick<Site, 'world'>): readonly Field[] {
  if (world !== 'register') return [];
  const { found, failures } = readFields();
  for (const { message, help } of failures) request.log.error({ help }, `an overview is not shown: ${message}`);
  return found;
}
