/** What the register and the holdings say of the subject of an overview. */
import type { Kysely } from 'kysely';
import { NO_RULES, purchasesMatching, readWhole, type Land, type MatchRules, type NamedPurchase, type RegisterTables } from '#register';
import { readHoldings } from './holdings.store.ts';
import type { Overview } from './overview.schema.ts';
import type { Evidence, NoticeFound } from './rows.ts';
import type { Way } from './words.ts';

type Subject = Pick<Overview, 'names'> & Partial<Pick<Overview, 'suppliers' | 'cpv' | 'kle' | 'match'>>;

/** By what the notices of a subject are found. */
export function rulesOf({ names, suppliers = [], cpv = [], kle = [], match = {} }: Subject): MatchRules {
  return { ...NO_RULES, names, suppliers, cpv, kle, ...match };
}

/** @param land of the world whose register it is */
export async function findEvidence(db: Kysely<RegisterTables>, land: Land, subject: Subject): Promise<Evidence> {
  const [purchases, holdings, whole] = await Promise.all([purchasesMatching(db, land, rulesOf(subject)), readHoldings(db, subject.names), land.isWhole ? null : readWhole(db)]);
  const nameOf = new Map(land.places.map(({ code, name }) => [code, name]));
  return {
    notices: purchases.flatMap((purchase) => purchase.municipalities.map((code): NoticeFound => ({
      municipality: nameOf.get(code) ?? code, ocid: purchase.ocid, title: purchase.title, day: purchase.day, words: purchase.words, why: purchase.why,
      way: wayOf(purchase), jointly: purchase.municipalities.length > 1 || purchase.hasOtherBuyer,
    }))),
    holdings,
    searched: { central: purchases.filter(({ isCentral, municipalities }) => isCentral && municipalities.length === 0).map(({ ocid, title, day }) => ({ ocid, title, day })), whole },
    covers: (day) => land.isWhole || (whole !== null && day !== null && day.length === DAY && day >= whole.since && day <= whole.until),
  };
}

const DAY = 10;

/** What the notice says of how it was bought. */
export function wayOf({ procedure, method, technique, withoutCall }: Pick<NamedPurchase, 'procedure' | 'method' | 'technique' | 'withoutCall'>): Way | null {
  if (technique === 'call-off' || technique === 'dps') return 'framework';
  if (procedure === 'neg-wo-call') return 'without-notice';
  if (procedure === 'neg-w-call') return 'negotiated-with-notice';
  if (procedure !== null && procedure !== 'oth-single' && procedure !== 'oth-mult') return 'tendered';
  if (method === 'open' || method === 'selective') return 'tendered';
  // A direct purchase without an EU procedure may be one below the threshold.
  return withoutCall === true && procedure !== null ? 'without-notice' : null;
}
