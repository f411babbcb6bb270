/** The addresses that the benchmark of the pages asks for, made from what its register holds. */
import { sql, type Kysely } from 'kysely';
import type { RegisterTables } from '#register';
import { openDatabase, openServer } from '#store';

/** One line of the table. */
export interface Kind {
  readonly what: string;
  /** Each is asked once. */
  readonly paths: readonly string[];
  readonly isSearch: boolean;
}

const EACH = 20;
/** Rows between two of the places far down the list. */
const STRIDE = 100;

/** The kinds of pages, and how many processes there are. The server of the data folder must be running at the address. */
export async function pagesToAsk(dataFolder: string, address: string): Promise<{ kinds: Kind[]; processes: number }> {
  const server = await openServer({ dataFolder, databaseUrl: null, name: `torvet bench ${process.pid}` });
  const db = openDatabase<RegisterTables>(server.connection(server.mainDatabase), 1);
  try {
    const { rows: [counted] } = await sql<{ processes: number }>`select count(*) as processes from process`.execute(db);
    const processes = counted?.processes ?? 0;
    return { kinds: [...searches(await readWords(db, processes)), await farDown(address), ...await organisations(db)], processes };
  } finally {
    await db.destroy();
    await server.close();
  }
}

interface Words {
  readonly frequent: readonly string[];
  readonly middling: readonly string[];
  readonly rare: readonly string[];
}

async function readWords(db: Kysely<RegisterTables>, processes: number): Promise<Words> {
  const near = async (uses: number): Promise<string[]> => {
    const { rows } = await sql<{ word: string }>`
      select word from word where length(word) >= 5 and word !~ '[^a-zæøå]' order by abs(uses - ${uses}), word limit ${EACH}`.execute(db);
    if (rows.length < EACH) throw new Error('The register has too few words to search for.');
    return rows.map(({ word }) => word);
  };
  return { frequent: await near(processes), middling: await near(Math.round(processes / 100)), rare: await near(2) };
}

function search(what: string, queries: readonly Readonly<Record<string, string>>[]): Kind {
  return { what: `search: ${what}`, paths: queries.map((query) => `/udbud?${new URLSearchParams(query).toString()}`), isSearch: true };
}

function searches({ frequent, middling, rare }: Words): Kind[] {
  const years = Array.from({ length: EACH }, (_, at) => String(2007 + at));
  const pairs = frequent.map((word, at) => `${word} ${frequent[(at + 7) % EACH] ?? ''}`);
  return [
    search('nothing typed, one year', years.map((year) => ({ year }))),
    search('two filters', years.map((year, at) => ({ year, method: at % 2 === 0 ? 'open' : 'selective', country: 'DK' }))),
    search('nearest deadline first, one year', years.map((year) => ({ year, sort: 'deadline' }))),
    search('one frequent word', frequent.map((q) => ({ q }))),
    search('two frequent words', pairs.map((q) => ({ q }))),
    search('a frequent word, newest first, filter', frequent.map((q) => ({ q, sort: 'newest', method: 'open' }))),
    search('a word of one in a hundred', middling.map((q) => ({ q }))),
    search('a rare word', rare.map((q) => ({ q }))),
    search('a misspelt word', middling.map((word) => ({ q: `${word.slice(0, 3)}x${word.slice(3)}` }))),
  ];
}

/** Places far down the list, by following it. */
async function farDown(address: string): Promise<Kind> {
  const paths: string[] = [];
  for (let after = ''; paths.length < EACH;) {
    const page = (await (await fetch(new URL(`/api/v1/processes?limit=${STRIDE}${after}`, address))).json()) as { next: string | null };
    if (page.next === null) throw new Error('The register is too small to go far down its list.');
    after = `&after=${encodeURIComponent(page.next)}`;
    paths.push(`/udbud?${after.slice(1)}`);
  }
  return { what: 'search: far down the list', paths, isSearch: true };
}

async function organisations(db: Kysely<RegisterTables>): Promise<Kind[]> {
  const keys = async (what: string, order: ReturnType<typeof sql>): Promise<Kind> => {
    const { rows } = await sql<{ key: string }>`select key from organisation order by ${order} limit ${EACH}`.execute(db);
    return { what: `organisation: ${what}`, paths: rows.map(({ key }) => `/organisationer/${encodeURIComponent(key)}`), isSearch: false };
  };
  return [
    await keys('the biggest buyers', sql`as_buyer desc, key`),
    await keys('the biggest suppliers', sql`as_supplier desc, key`),
    await keys('small ones', sql`as_buyer + as_supplier, key`),
  ];
}
