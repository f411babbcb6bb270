import { sql, type Kysely, type RawBuilder } from 'kysely';
import { COPENHAGEN, type Clock } from '#base';
import { CLOSING_WITHIN, type AboutView, type FrontView, type YearCount } from './front.view.ts';
import { isOpen } from './process-filter.store.ts';
import { SUMMARY_COLUMNS, summaryOf } from './processes.store.ts';
import type { RegisterTables } from './tables.ts';
import { keeping } from './version.store.ts';

type Db = Kysely<RegisterTables>;

const NEWEST = 6;
const CLOSING_SOON = 4;

/** The figures and lists of the front page. The map's tiles are the world's own and are added by the route. */
export async function readFront(db: Db, clock: Clock): Promise<Omit<FrontView, 'tiles'>> {
  const [figures, organisations, releases, newest, closingSoon, perYear] = await Promise.all([
    db.selectFrom('process').select((eb) => [
      eb.fn.countAll<number>().as('processes'),
      sql<number>`count(*) filter (where ${isOpen(clock)})`.as('openTenders'),
      sql<number>`count(distinct country)`.as('countries'),
    ]).executeTakeFirstOrThrow(),
    db.selectFrom('organisation').select([
      sql<number>`count(*) filter (where as_buyer > 0)`.as('buyers'), sql<number>`count(*) filter (where as_supplier > 0)`.as('suppliers'),
    ]).executeTakeFirstOrThrow(),
    db.selectFrom('release').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    db.selectFrom('process').select(SUMMARY_COLUMNS).orderBy(sql`coalesce(last_date, '-infinity') desc, ocid desc`).limit(NEWEST).execute(),
    db.selectFrom('process').select(SUMMARY_COLUMNS).where(closesSoon(clock)).orderBy(sql`country is not distinct from 'DK' desc, tender_end, ocid`).limit(CLOSING_SOON).execute(),
    readYears(db),
  ]);
  return { ...figures, ...organisations, releases: releases.count, newest: newest.map(summaryOf), closingSoon: closingSoon.map(summaryOf), perYear };
}

function closesSoon(clock: Clock): RawBuilder<boolean> {
  const last = clock.now().toZonedDateTimeISO(COPENHAGEN).add({ days: CLOSING_WITHIN }).toInstant().toString();
  return sql<boolean>`(${isOpen(clock)} and tender_end <= ${last}::timestamptz and technique is distinct from 'dps')`;
}

function readYears(db: Db): Promise<YearCount[]> {
  return db.selectFrom('process').select((eb) => [sql<number>`year`.as('year'), eb.fn.countAll<number>().as('count')])
    .where('year', 'is not', null).groupBy('year').orderBy('year').execute();
}

const MOST_SOURCES = 100;

/** What the page about Torvet says of the data: how much there is, and which files it came from. */
export async function readAbout(db: Db): Promise<AboutView> {
  const [processes, releases, sources] = await Promise.all([
    db.selectFrom('process').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    db.selectFrom('release').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    db.selectFrom('source_file as f').select((eb) => [
      'f.name', 'f.first_seen as importedAt',
      eb.selectFrom('release as r').whereRef('r.file', '=', 'f.sha256').select((count) => count.fn.countAll<number>().as('n')).as('releases'),
    ]).where('f.imported', '>', 0).orderBy('f.first_seen', 'desc').limit(MOST_SOURCES).execute(),
  ]);
  const shown = sources.map(({ name, importedAt, releases: count }) => ({ name: name.split(/[/\\]/).at(-1) ?? name, importedAt, releases: count ?? 0 }));
  return { processes: processes.count, releases: releases.count, sources: shown };
}

const keepUpdatedAt = keeping<string | null>(1);

/** When data last came in (ISO instant), or null when the register is empty. Asked for each page, so it must be cheap. */
export function readUpdatedAt(db: Db): Promise<string | null> {
  return keepUpdatedAt(db, '', () => findUpdatedAt(db));
}

async function findUpdatedAt(db: Db): Promise<string | null> {
  // The counts of a file begin anew when a later reader takes it in again; its releases stay.
  const row = await db.selectFrom('source_file as f').select('f.first_seen')
    .where((eb) => eb.exists(eb.selectFrom('release as r').select('r.id').whereRef('r.file', '=', 'f.sha256')))
    .orderBy('f.first_seen', 'desc').limit(1).executeTakeFirst();
  return row?.first_seen ?? null;
}
