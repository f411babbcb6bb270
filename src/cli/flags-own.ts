/** Torvet's own mode of `torvet flags`: three outcomes, coverage, and the rows of each flag. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { FailureError, LANGUAGES, unwrap, type JsonObject, type Language } from '#base';
import { askedSettings, countProcesses, explainText, FLAG_COLUMNS, linesOf, ofProcess, settingsOf, tableText, tellAll, toldJson, type Told } from '#oversight';
import { column, isUnreadable, openAnalysis, openReleases, openSource, releasesIn, valuesOf, type Answering, type Found } from '#register';
import type { FlagsOptions } from './flags.ts';
import { HEAP_FLAGS } from './heap.ts';
import { analysisPlace, type CommandConfig, type ExitCode, type Streams, type Wiring } from './wiring.ts';

/** So many parts that are no releases are named; of the rest only their number is told. */
const NAMED = 100;

/** What is looked through. */
interface Looked {
  readonly answering: Answering;
  /** For people. */
  readonly source: string;
  /** For programs. */
  readonly of: object;
  /** Parts of the file that are no releases. */
  readonly rejected: number;
  readonly address: ((path: string) => string) | null;
  close(): Promise<void>;
}

/** @param settings text of a settings file; null: all indicators by their defaults. @returns 1 when a part of the file is no release; the rest is answered */
export async function ownFlagsCommand<Config extends CommandConfig>(file: string | null, settings: string | null, options: FlagsOptions, wiring: Wiring<Config>): Promise<ExitCode> {
  for (const flag of HEAP_FLAGS) setFlagsFromString(flag);
  const lang = languageOf(options.lang ?? 'da');
  const codes = (options.indicator ?? '').split(',').map((code) => code.trim()).filter((code) => code !== '');
  const given = unwrap(askedSettings(settings, codes));
  const asked = file === null ? settingsOf(options.on === 'demo' ? 'demo' : 'register', given) : given;
  const looked = file === null ? await openWorld(options.on ?? 'register', wiring) : await openFile(file, wiring.streams);
  try {
    const ask = (sql: string): ReturnType<Answering['query']> => looked.answering.query(sql);
    const { explain } = options;
    if (explain !== undefined && (await countProcesses(ask, explain)) === 0) throw unknownProcess(explain, looked.source);
    const told = narrowed(tellAll(looked.answering, asked), explain ?? null);
    if (options.json === true) await writeJson(wiring.streams.stdout, told, looked, explain);
    else if (options.csv === true) await writeCsv(wiring.streams.stdout, told);
    else {
      const all = await Array.fromAsync(told);
      await write(wiring.streams.stdout, explain === undefined
        ? tableText(all, { lang, processes: await countProcesses(ask), source: looked.source })
        : await explainText(all, { lang, ocid: explain, address: looked.address }));
    }
    return looked.rejected > 0 ? 1 : 0;
  } finally {
    await looked.close();
  }
}

function languageOf(given: string): Language {
  const lang = LANGUAGES.find((one) => one === given);
  if (lang === undefined) throw new FailureError({ kind: 'invalid', message: `Torvet does not speak "${given}".`, help: `One of: ${LANGUAGES.join(', ')}.`, place: '--lang' });
  return lang;
}

function unknownProcess(ocid: string, source: string): FailureError {
  return new FailureError({ kind: 'not-found', message: `No process has the ocid ${ocid.slice(0, 200)} in ${source}.`, help: 'The ocid stands in the list of flags (--csv), and in the address of the page of a process.', place: ocid });
}

async function openWorld<Config extends CommandConfig>(world: 'register' | 'demo', wiring: Wiring<Config>): Promise<Looked> {
  const config = unwrap(wiring.config());
  const installation = await wiring.installation(config, { name: `torvet flags (process ${process.pid})`, serves: false, withDemo: world === 'demo' });
  try {
    const db = world === 'demo' ? installation.demo : installation.register;
    if (db === null) throw new FailureError({ kind: 'not-found', message: 'This installation has no demo world.', help: 'torvet demo restore brings it back at the next start of the server.' });
    const analysis = await openAnalysis(db, analysisPlace(config, world), { spills: true });
    if (analysis === null) throw new FailureError({ kind: 'unavailable', message: 'There are no analysis files to ask.', help: `Make them with: torvet register rebuild --analysis${world === 'demo' ? ' --demo' : ''}` });
    const { id, updatedAt } = analysis.generation;
    const base = config.url + (world === 'demo' ? '/demo' : '');
    return {
      answering: analysis, source: `${world}, ${id}`, of: { world, generation: id, updatedAt }, rejected: 0, address: (path) => base + path,
      close: async () => {
        await analysis.close();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
}

async function openFile(file: string, streams: Streams): Promise<Looked> {
  const { releases, rejected } = await releasesOf(file, streams);
  if (releases.length === 0) throw new FailureError({ kind: 'invalid', message: `${file} holds no release with an ocid.`, help: 'Give OCDS: JSON lines, releases, packages or records, also packed. Of notices in XML torvet eforms to-ocds makes releases.', place: file });
  const answering = await openReleases(releases);
  return { answering, source: file, of: { file, rejected }, rejected, address: null, close: () => answering.close() };
}

async function releasesOf(file: string, { stdin, stderr }: Streams): Promise<{ releases: JsonObject[]; rejected: number }> {
  const opened = unwrap(await openSource(file, { input: stdin }));
  const releases: JsonObject[] = [];
  let rejected = 0;
  const refuse = (place: string, message: string): void => {
    rejected += 1;
    if (rejected <= NAMED) stderr.write(`torvet: ${place} is left out: ${message}\n`);
  };
  try {
    for await (const group of valuesOf(opened.source)) for (const found of group) takeFound(found, releases, refuse);
  } finally {
    await opened.cleanUp();
  }
  if (rejected > NAMED) stderr.write(`torvet: ${rejected - NAMED} more are left out.\n`);
  return { releases, rejected };
}

function takeFound(found: Found, releases: JsonObject[], refuse: (place: string, message: string) => void): void {
  if (isUnreadable(found)) return refuse(found.place, found.failure.message);
  if (found.kind === 'notice') return refuse(found.place, 'It is a notice in XML. Of those torvet eforms to-ocds makes releases.');
  for (const one of releasesIn(found)) {
    if (isRefused(one)) refuse(one.place, one.failure.message);
    else releases.push(one);
  }
}

type Refused = Extract<ReturnType<typeof releasesIn>[number], { readonly failure: object; readonly place: string }>;

/** What is given as a release has an ocid. */
function isRefused(one: ReturnType<typeof releasesIn>[number]): one is Refused {
  return !('ocid' in one);
}

async function* narrowed(told: AsyncIterable<Told>, ocid: string | null): AsyncGenerator<Told> {
  for await (const one of told) yield ocid === null ? one : ofProcess(one, ocid);
}

async function writeJson(out: Writable, told: AsyncIterable<Told>, { of }: Looked, explain: string | undefined): Promise<void> {
  await write(out, `${JSON.stringify({ ...of, ...(explain === undefined ? {} : { ocid: explain }) }).slice(0, -1)},"indicators":[`);
  let first = true;
  for await (const one of told) {
    await write(out, `${first ? '\n' : ',\n'}${JSON.stringify(toldJson(one))}`);
    first = false;
  }
  await write(out, '\n]}\n');
}

async function writeCsv(out: Writable, told: AsyncIterable<Told>): Promise<void> {
  for await (const piece of column.csvOf(FLAG_COLUMNS, lineGroups(told), 'machine')) await write(out, piece);
}

async function* lineGroups(told: AsyncIterable<Told>): AsyncGenerator<ReturnType<typeof linesOf>> {
  for await (const { flags } of told) yield flags.flatMap(linesOf);
}

async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}
