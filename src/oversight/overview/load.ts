/** An overview with what the register and the holdings say of it now. */
import type { Kysely } from 'kysely';
import { landOf, readWhole, type Land, type RegisterTables } from '#register';
import { findEvidence } from './evidence.store.ts';
import type { Overview } from './overview.schema.ts';
import { overviewView, type Asked, type OverviewView } from './overview.view.ts';
import type { Evidence } from './rows.ts';

export interface Loaded {
  readonly view: OverviewView;
  readonly land: Land;
  /** What the register holds whole, as ISO days; null: nothing. */
  readonly whole: { readonly since: string; readonly until: string } | null;
}

/** Overviews are of the real world: there are none of the demo's. */
export async function loadOverview(db: Kysely<RegisterTables>, overview: Overview, asked?: Asked): Promise<Loaded> {
  const land = landOf('register');
  const [evidence, whole] = await Promise.all([overview.names.length === 0 ? NOTHING : findEvidence(db, land, overview), readWhole(db)]);
  return { land, whole, view: overviewView(overview, land.places.map(({ name }) => name).toSorted(alphabet.compare), evidence, asked) };
}

/** An overview without names is searched for nowhere. */
const NOTHING: Evidence = { notices: [], holdings: [], covers: () => false };
const alphabet = new Intl.Collator('da');
