/** Purchases whose notices name a thing: for those who follow one system through the register. */
import { sql, type Kysely } from 'kysely';
import { isObject, parseJson } from '#base';
import type { Land } from './municipalities/land.ts';
import { readDetails } from './process-details.ts';
import type { RegisterTables } from './tables.ts';
import { textsOf } from './process-texts.ts';

type Db = Kysely<RegisterTables>;

export interface NamedPurchase {
  readonly ocid: string;
  readonly title: string | null;
  /** ISO day of the newest notice. */
  readonly day: string | null;
  /** EU codelist procurement-procedure-type, OCDS method, and the technique of the flat tables. */
  readonly procedure: string | null;
  readonly method: string | null;
  readonly technique: string | null;
  readonly withoutCall: boolean | null;
  /** Names of the suppliers. */
  readonly suppliers: readonly string[];
  /** Codes of the municipalities that buy, each once. */
  readonly municipalities: readonly string[];
  /** Whether somebody else than a municipality buys, too. */
  readonly hasOtherBuyer: boolean;
  /** The text in which a name stands. */
  readonly words: string;
}

const MOST = 2000;

/** Processes in whose words one of the names stands, word by word. @param names not empty */
export async function purchasesNaming(db: Db, land: Land, names: readonly string[]): Promise<readonly NamedPurchase[]> {
  const asked = sql.join(names.map((name) => sql`phraseto_tsquery('danish', ${name})`), sql` || `);
  const { rows } = await sql<{ ocid: string; compiled: string; day: string | null; procedure: string | null; method: string | null; technique: string | null; without_call: boolean | null }>`
    select p.ocid, p.compiled, (p.last_date at time zone 'Europe/Copenhagen')::date::text as day, p.procedure, p.method, p.technique, p.without_call
    from process_search s join process p on p.ocid = s.ocid where s.search @@ (${asked}) order by p.last_date, p.ocid limit ${MOST}`.execute(db);
  const buyers = await buyersOf(db, rows.map(({ ocid }) => ocid));
  return rows.flatMap(({ ocid, compiled, without_call: withoutCall, ...row }) => {
    const release = parseJson(compiled);
    const details = readDetails(isObject(release) ? release : {});
    const texts = textsOf(ocid, details, []);
    const words = [texts.title, texts.description, texts.details].filter((text) => text !== null).join('\n');
    const found = wordsNaming(words, names);
    if (found === null) return [];
    const own = buyers.get(ocid) ?? [];
    const recognised = own.map((buyer) => land.recognise(buyer)?.code ?? null);
    return [{
      ocid, withoutCall, ...row, title: texts.title, words: found,
      suppliers: [...new Set(details.parties.filter(({ roles, isPerson }) => !isPerson && roles.some((role) => role === 'supplier' || role === 'tenderer')).flatMap(({ name }) => name ?? []))],
      municipalities: [...new Set(recognised.filter((code) => code !== null))],
      hasOtherBuyer: recognised.includes(null),
    }];
  });
}

async function buyersOf(db: Db, ocids: readonly string[]): Promise<ReadonlyMap<string, readonly { name: string; identifiers: readonly { scheme: string | null; id: string }[]; country: string | null }[]>> {
  if (ocids.length === 0) return new Map();
  const rows = await db.selectFrom('participation').select(['ocid', 'name', 'scheme', 'number', 'country'])
    .where('ocid', 'in', ocids).where(sql<boolean>`roles && array['buyer', 'procuringEntity']`).orderBy('ocid').orderBy('name').execute();
  const byProcess = Map.groupBy(rows, ({ ocid }) => ocid);
  return new Map([...byProcess].map(([ocid, own]) => [ocid, own.map(({ name, scheme, number, country }) => ({ name, country, identifiers: number === null ? [] : [{ scheme, id: number }] }))]));
}

const LEAST_AROUND = 80;

/** The words round the first name, as a quotation of the notice; null: the search found its parts alone. */
export function wordsNaming(text: string, names: readonly string[]): string | null {
  for (const name of names) {
    const parts = name.trim().split(/\s+/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    const match = new RegExp(String.raw`(?<![\p{L}\p{N}])${parts.join(String.raw`[\s\p{Pd}]+`)}(?![\p{L}\p{N}])`, 'iu').exec(text);
    if (match === null) continue;
    const [from, to] = [Math.max(0, match.index - LEAST_AROUND), Math.min(text.length, match.index + match[0].length + LEAST_AROUND)];
    return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`;
  }
  return null;
}
