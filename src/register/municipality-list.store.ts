import { sql, type Kysely } from 'kysely';
import { COPENHAGEN, type Clock } from '#base';
import type { Land } from './municipalities/land.ts';
import { LEAST_FOR_SHARE, type MunicipalityFigure, type MunicipalityListView, type MunicipalityRow } from './municipality-list.view.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

export interface MunicipalityQuery {
  readonly figure: MunicipalityFigure;
  readonly cpv: string | null;
}

const SOON = { months: 18 };
/** The query of a fetch that leaves out no field: everything that Danish buyers publish. */
const ALL_DANISH = 'DNK';

/** A figure for each municipality of the land, with what it is based on. */
export async function readMunicipalities(db: Db, clock: Clock, land: Land, query: MunicipalityQuery): Promise<MunicipalityListView> {
  const today = clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate();
  const [buyers, whole] = await Promise.all([readBuyers(db, land), land.isWhole ? null : readWhole(db)]);
  const counts = await countBuyers(db, buyers, query.cpv, today);
  const isWhole = land.isWhole || whole !== null;
  const rows = land.places.map(({ code, name }): MunicipalityRow => {
    const own = buyers.filter((buyer) => buyer.code === code);
    const main = own.find(({ isDepartment }) => !isDepartment) ?? own[0];
    const found = counts.get(code) ?? (isWhole ? NOTHING : null);
    return {
      code, name, region: land.regionOf(code, today), key: main?.key ?? null, departments: own.filter(({ isDepartment }) => isDepartment).length,
      ...figureOf(query.figure, found, isWhole), processes: found?.processes ?? null, firstYear: found?.firstYear ?? null, lastYear: found?.lastYear ?? null,
    };
  });
  return { ...query, whole, rows };
}

interface KnownBuyer {
  readonly key: string;
  readonly code: string;
  readonly isDepartment: boolean;
}

async function readBuyers(db: Db, land: Land): Promise<KnownBuyer[]> {
  const rows = await db.selectFrom('organisation').select(['key', 'name', 'identifiers', 'country']).where('as_buyer', '>', 0)
    .where(sql<boolean>`(country = 'DK' or country is null or key like 'DK-CVR-%')`).orderBy('as_buyer', 'desc').orderBy('key').execute();
  return rows.flatMap(({ key, ...buyer }) => {
    const found = land.recognise(buyer);
    return found === null ? [] : [{ key, ...found }];
  });
}

/** The newest days in a row that finished fetches cover. */
export async function readWhole(db: Db): Promise<MunicipalityListView['whole']> {
  const { rows } = await sql<{ since: string; until: string }>`
    select lower(days)::text as since, (upper(days) - 1)::text as until
    from (select unnest(range_agg(daterange(since, until, '[]'))) as days from sync_run where query = ${ALL_DANISH} and finished_at is not null) fetched
    order by upper(days) desc limit 1`.execute(db);
  return rows[0] ?? null;
}

interface Counts {
  readonly processes: number;
  readonly stated: number;
  readonly without: number;
  readonly counted: number;
  readonly single: number;
  readonly suppliers: number;
  readonly known: number;
  readonly ending: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

const NOTHING: Counts = { processes: 0, stated: 0, without: 0, counted: 0, single: 0, suppliers: 0, known: 0, ending: 0, firstYear: null, lastYear: null };

/** What is counted of each municipality that has processes, by code. */
async function countBuyers(db: Db, buyers: readonly KnownBuyer[], cpv: string | null, today: Temporal.PlainDate): Promise<ReadonlyMap<string, Counts>> {
  const field = cpv === null ? sql`true` : sql`p.cpv @> ${[cpv]}::text[]`;
  const { rows } = await sql<Counts & { code: string }>`
    with known as (select * from unnest(${buyers.map(({ key }) => key)}::text[], ${buyers.map(({ code }) => code)}::text[]) as k (key, code)),
    spelled as (select key, code from known union select same.key, code from known join organisation_same same on main = known.key),
    bought as (
      select distinct code, p.ocid from spelled join participation on organisation = spelled.key join process p using (ocid)
      where roles && '{buyer,procuringEntity}' and ${field}),
    sellers as (
      select code, count(distinct coalesce(main, organisation)) as suppliers
      from bought join participation using (ocid) left join organisation_same same on same.key = organisation where 'supplier' = any(roles) group by code),
    ends as (
      select code, count(c.ends) as known,
             count(*) filter (where c.ends between ${today.toString()}::date and ${today.add(SOON).toString()}::date and coalesce(c.status, '') not in ('cancelled', 'terminated')) as ending
      from bought join contract c using (ocid) where not c.repeated group by code)
    select code, count(*) as processes, count(without_call) as stated, count(*) filter (where without_call) as without,
           sum(lots_with_bids)::int as counted, sum(lots_single_bid)::int as single, coalesce(max(sellers.suppliers), 0) as suppliers,
           coalesce(max(ends.known), 0) as known, coalesce(max(ends.ending), 0) as ending, min(year) as "firstYear", max(year) as "lastYear"
    from bought join process using (ocid) left join sellers using (code) left join ends using (code) group by code`.execute(db);
  return new Map(rows.map(({ code, ...counts }) => [code, counts]));
}

type Figure = Pick<MunicipalityRow, 'value' | 'of' | 'part'>;

function figureOf(figure: MunicipalityFigure, found: Counts | null, isWhole: boolean): Figure {
  if (found === null) return { value: null, of: null, part: null };
  switch (figure) {
    case 'processes':
      return count(found.processes);
    case 'suppliers':
      // Of a municipality whose notices name no winner, nothing is known.
      return count(found.suppliers > 0 || (isWhole && found.processes === 0) ? found.suppliers : null);
    case 'ending':
      // Notices seldom say when a contract ends: of one that never does, nothing is known.
      return count(found.known > 0 || (isWhole && found.processes === 0) ? found.ending : null);
    case 'without':
      return share(found.without, found.stated);
    case 'single':
      return share(found.single, found.counted);
  }
}

function count(value: number | null): Figure {
  return { value, of: null, part: null };
}

function share(part: number, of: number): Figure {
  return { value: of < LEAST_FOR_SHARE ? null : Math.round((100 * part) / of), of, part };
}
