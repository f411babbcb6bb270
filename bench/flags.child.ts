/** One reading of a file of releases, measured in a process of its own: `scan FILE`, `flags FILE` or `texts FILE`. Prints what it took as JSON. */
import { DuckDBInstance } from '@duckdb/node-api';
import { cardinalFlags, defaultSettings, fileBlocks } from '#oversight/published';

export interface Taken {
  /** How many releases were read, or how many bytes the answer has: never nothing. */
  readonly result: number;
  readonly seconds: number;
  /** Of all threads of the process, from its start; of `texts` from where the tables are filled. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}

const ID = 'struct(id varchar)';
/** What the indicators read of a release, as DuckDB names it. */
const COLUMNS = {
  ocid: 'varchar', buyer: ID,
  tender: `struct(status varchar, procurementMethod varchar, procurementMethodDetails varchar, numberOfTenderers bigint, procuringEntity ${ID}, tenderPeriod struct(startDate varchar, endDate varchar))`,
  bids: `struct(details struct(status varchar, "date" varchar, "value" struct(amount double, currency varchar), tenderers ${ID}[])[])`,
  awards: `struct(status varchar, suppliers ${ID}[], items struct(classification ${ID})[])[]`,
};

/** DuckDB's bare reading of the same columns with two threads, which keeps nothing. */
async function scan(file: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const columns = Object.entries(COLUMNS).map(([name, type]) => `${name}: '${type}'`).join(', ');
  const counts = Object.keys(COLUMNS).map((name) => `count(${name})`).join(', ');
  const [row] = (await connection.runAndReadAll(`select count(*), ${counts} from read_json('${file.replaceAll("'", "''")}', format = 'newline_delimited', columns = {${columns}})`)).getRows();
  return Number(row?.[0]);
}

async function flags(file: string): Promise<number> {
  const text = await cardinalFlags(fileBlocks(file), defaultSettings(), (line, reason) => { throw new Error(`line ${line}: ${reason}`); });
  return text.length;
}

/** Fills the flat tables. @returns how the texts of all eleven are run over them */
async function filled(file: string): Promise<() => Promise<number>> {
  // Loads all that tests of the engines need: nothing that a measured command pays for.
  const { addRelease, addSettings, FlatStore, readLines, RELEASE, runIndicators } = await import('../src/oversight/engines.ts');
  const store = await FlatStore.open();
  await readLines(fileBlocks(file), RELEASE, {
    malformed: (line, reason) => { throw new Error(`line ${line}: ${reason}`); },
    value: (release, line) => { if (release !== null && release.ocid !== null) addRelease(store.add, release, release.ocid, line); },
  }, store.words);
  addSettings(store.add, defaultSettings());
  await store.filled();
  return async () => (await runIndicators(store, defaultSettings())).length;
}

const [kind = '', file = ''] = process.argv.slice(2);
const texts = kind === 'texts' ? await filled(file) : null;
const before = process.cpuUsage();
const started = performance.now();
const result = await (texts?.() ?? (kind === 'scan' ? scan(file) : flags(file)));
const seconds = (performance.now() - started) / 1000;
const { user, system } = texts === null ? process.cpuUsage() : process.cpuUsage(before);
console.log(JSON.stringify({ result, seconds, processorSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 } satisfies Taken));
