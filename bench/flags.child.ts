/** One reading of a file of releases, measured in a process of its own: `scan FILE` or `flags FILE`. Prints what it took as JSON. */
import { DuckDBInstance } from '@duckdb/node-api';
import { cardinalFlags, defaultSettings, fileBlocks } from '#oversight/published';

export interface Taken {
  /** How many releases were read, or how many bytes the answer has: never nothing. */
  readonly result: number;
  readonly seconds: number;
  /** Of all threads of the process, from its start. */
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

const [kind = '', file = ''] = process.argv.slice(2);
const started = performance.now();
const result = await (kind === 'scan' ? scan(file) : flags(file));
const seconds = (performance.now() - started) / 1000;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ result, seconds, processorSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 } satisfies Taken));
