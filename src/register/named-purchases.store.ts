/** Purchases whose notices name a thing: for those who follow one system through the register. */
import { sql, type Kysely } from 'kysely';
import { isObject, parseJson } from '#base';
import type { Land } from './municipalities/land.ts';
import { reasonsOf, type MatchRules, type Reason } from './matching/match.ts';
import { mentionsOf } from './matching/mentions.ts';
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
  /** Whether a central purchasing body buys, or is among the parties. */
  readonly isCentral: boolean;
  /** Whether somebody else than a municipality buys, too. */
  readonly hasOtherBuyer: boolean;
  /** Why it is taken to be about the thing, the strongest reason first; never empty. */
  readonly why: readonly Reason[];
  /** The words round the strongest reason. */
  readonly words: string;
}

const MOST = 2000;

/** Processes that are about a thing by its rules, oldest first. */
export async function purchasesMatching(db: Db, land: Land, rules: MatchRules): Promise<readonly NamedPurchase[]> {
  const words = [...rules.names, ...rules.common, ...rules.about].filter((name) => /[\p{L}\p{N}]/u.test(name));
  if (words.length === 0) return [];
  // The index knows words, not phrases with dashes and slashes: it finds what may match, and the rules decide.
  const asked = sql.join(words.map((name) => sql`plainto_tsquery('danish', ${name.normalize('NFC').replaceAll(/[\p{Pd}/]/gu, ' ')})`), sql` || `);
  const { rows } = await sql<{ ocid: string; compiled: string; cpv: string[]; day: string | null; procedure: string | null; method: string | null; technique: string | null; without_call: boolean | null }>`
    select p.ocid, p.compiled, p.cpv, (p.last_date at time zone 'Europe/Copenhagen')::date::text as day, p.procedure, p.method, p.technique, p.without_call
    from process_search s join process p on p.ocid = s.ocid where s.search @@ (${asked}) order by p.last_date, p.ocid limit ${MOST}`.execute(db);
  const found = rows.flatMap(({ compiled, cpv, ...row }) => {
    const release = parseJson(compiled);
    const why = reasonsOf(rules, { mentions: mentionsOf(release), cpv });
    return why.length === 0 ? [] : [{ ...row, why, details: readDetails(isObject(release) ? release : {}) }];
  });
  const buyers = await buyersOf(db, found.map(({ ocid }) => ocid));
  return found.map(({ ocid, details, why, without_call: withoutCall, ...row }) => {
    const parties = buyers.get(ocid) ?? [];
    const recognised = parties.filter(({ buys }) => buys).map((buyer) => land.recognise(buyer)?.code ?? null);
    return {
      ocid, withoutCall, ...row, why, title: textsOf(ocid, details, []).title, words: why[0]?.around ?? '',
      suppliers: [...new Set(details.parties.filter(({ roles, isPerson }) => !isPerson && roles.some((role) => role === 'supplier' || role === 'tenderer')).flatMap(({ name }) => name ?? []))],
      municipalities: [...new Set(recognised.filter((code) => code !== null))],
      hasOtherBuyer: recognised.includes(null), isCentral: parties.some(({ name, roles }) => roles.includes('centralPurchasingBody') || CENTRAL.test(name)),
    };
  });
}

/** The central purchasing bodies of Danish municipalities, where a notice does not say that they are: SKI and KOMBIT. */
const CENTRAL = /^(?:SKI\b|Staten og Kommunernes Indkøbs|KOMBIT\b)/iu;

interface BuyingParty {
  readonly name: string;
  readonly country: string | null;
  readonly identifiers: readonly { readonly scheme: string | null; readonly id: string }[];
  readonly roles: readonly string[];
  /** Itself, not for others alone. */
  readonly buys: boolean;
}

async function buyersOf(db: Db, ocids: readonly string[]): Promise<ReadonlyMap<string, readonly BuyingParty[]>> {
  if (ocids.length === 0) return new Map();
  const rows = await db.selectFrom('participation').select(['ocid', 'name', 'scheme', 'number', 'country', 'roles'])
    .where('ocid', 'in', ocids).where(sql<boolean>`roles && array['buyer', 'procuringEntity', 'centralPurchasingBody']`).orderBy('ocid').orderBy('name').execute();
  return new Map([...Map.groupBy(rows, ({ ocid }) => ocid)].map(([ocid, own]) => [ocid, own.map(({ name, scheme, number, country, roles }) => ({
    name, country, roles, identifiers: number === null ? [] : [{ scheme, id: number }], buys: roles.some((role) => role === 'buyer' || role === 'procuringEntity'),
  }))]));
}
