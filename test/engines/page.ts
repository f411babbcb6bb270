/** docs/engines.md, as the run writes it. */
import { CLICKHOUSE_SETTINGS } from '../../src/register/analysis/engines.ts';
import type { SomeEngine, Tally } from './engine.ts';

export interface EnginesRun {
  readonly day: string;
  readonly engines: readonly SomeEngine[];
  readonly tally: Tally;
  /** The names of the cases in which the engines differed. */
  readonly failed: readonly string[];
  readonly register: string;
  /** Rows that were equal when asked over HTTP; null: they were not. */
  readonly overHttp: number | null;
  readonly seed: number;
  readonly cases: { readonly written: number; readonly random: number };
  readonly folders: { readonly published: number; readonly own: number; readonly cases: number };
}

export function enginesPage({ day, engines, tally, failed, register, overHttp, seed, cases, folders }: EnginesRun): string {
  const texts = [...tally.texts].filter(([file]) => file.endsWith('.sql'));
  const tables = [...tally.texts.keys()].filter((name) => name.startsWith('table '));
  const row = [day, ...engines.map(({ version }) => version.replace(/^v/, '')), texts.length, tally.answers, tally.rows, failed.length === 0 ? 'equal everywhere' : `different: ${failed.length}`];
  return `# One query text, two engines

\`npm run test:engines\` runs every text of the indicators in DuckDB and in ClickHouse over the same Parquet files and demands equal rows; it writes this page.
ClickHouse is the npm package \`chdb\`: its engine inside the process, not a server. It has a package file and a lockfile of its own in \`test/engines/clickhouse\`
(540 MB, installed at the first run), so neither the product nor \`npm test\` ever needs it. Why: [ADR 0024](adr/0024-one-query-text-two-engines.md).

| Day | ${engines.map(({ name }) => name).join(' | ')} | Texts | Answers compared | Rows compared | Outcome |
| --- | ${engines.map(() => '---').join(' | ')} | ---: | ---: | ---: | --- |
| ${row.join(' | ')} |

- ${cases.written} written cases (each case and worked example of ${folders.published} published indicators, and the outside suite where it is at hand) and ${cases.random} random files with random settings (seed ${seed}).
- Each text that makes or fills a table: all rows of the table, in any order. Each question: the same rows in the same order. Numbers must be the same to the last bit.
- ${folders.own} indicators asked of a register, over their ${folders.cases} cases and over the register, with all that they build on; and the ${tables.length} tables themselves, whole, of ${register === '' ? 'nothing: they could not be made' : register}.
- Over HTTP, by the client of \`TORVET_CLICKHOUSE_URL\`: ${overHttp === null ? 'not equal' : `${overHttp} equal rows of a register with hostile values`}, parameters, a table that a session keeps, questions at once, refusals.
${failed.length === 0 ? '' : `\nThe engines differ in:\n\n${failed.map((name) => `- ${name}`).join('\n')}\n`}
## What was run, and what was not

Run: ClickHouse's engine, in this process, on Linux. For HTTP a small server of our own (\`test/engines/chdb-server.ts\`) stands around that engine; it takes the statement, the settings, the
parameters and the session as ClickHouse's server does. Not run: a ClickHouse server, a cluster, S3, TLS, the rights of a user on a server, and the closing of a session by a server. The text
that reads from S3 is compared with the documented form alone. \`npm test\` tries the client against recorded answers.

## What the texts keep to

What the two understand differently is either not written or set. ClickHouse gets these settings with every question: ${Object.keys(CLICKHOUSE_SETTINGS).map((name) => `\`${name}\``).join(', ')}.
DuckDB gets the name \`leftUTF8\`, by which ClickHouse takes letters and not bytes from the left. The rest the texts do:

- tables that a text makes are temporary, so that they need no right on a server and are gone with the session;
- a \`union\` says \`distinct\` or \`all\`; the order of a union is that of a query around it, for in ClickHouse it is otherwise that of its last part;
- a column that is taken from one of several joined tables is named again (\`p.line as line\`), for in ClickHouse it is otherwise called \`p.line\`;
- places that are joined on are whole numbers of one type (\`cast(row_number() … as integer)\`); no list functions, no \`filter\`, no \`qualify\`, no quantile functions;
- every question ends in an order that leaves no two different rows alike.
`;
}
