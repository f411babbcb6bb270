/** What the register and the lists say of a system. */
import type { Kysely } from 'kysely';
import { purchasesMatching, readPapers, type Land, type RegisterTables } from '#register';
import { findEvidence, rulesOf, wayOf } from '../overview/evidence.store.ts';
import { spokenOf, type KnownSystem } from './systems.ts';
import type { SystemFound, SystemPurchase } from './system.view.ts';

/** @param land of the world whose register it is */
export async function findSystem(db: Kysely<RegisterTables>, land: Land, system: KnownSystem): Promise<SystemFound> {
  const spoken = spokenOf(system);
  const [evidence, named] = await Promise.all([findEvidence(db, land, spoken), purchasesMatching(db, land, rulesOf(spoken))]);
  const papers = await readPapers(db, named.map(({ ocid }) => ocid));
  const nameOf = new Map(land.places.map(({ code, name }) => [code, name]));
  return {
    evidence,
    purchases: named.flatMap((purchase): SystemPurchase[] => {
      const own = papers.find(({ ocid }) => ocid === purchase.ocid);
      if (own === undefined) return [];
      const { day, municipalities, words, technique } = purchase;
      return [{ ...own, day, words, way: wayOf(purchase), municipalities: municipalities.map((code) => nameOf.get(code) ?? code), isFramework: technique === 'framework' || technique === 'dps' }];
    }),
  };
}
