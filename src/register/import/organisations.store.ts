import { sql, type Kysely } from 'kysely';
import { joinOrganisations } from '../identity/same.store.ts';
import type { RegisterTables } from '../tables.ts';

const AT_ONCE = 5000;

/**
 * Gathers the organisations whose processes changed: which keys are one organisation, the name most notices use (then the first in
 * Danish order), every other spelling, every number, and how many processes they take part in. Nothing here depends on the order of import.
 */
export async function gatherOrganisations(db: Kysely<RegisterTables>): Promise<void> {
  await joinOrganisations(db);
  // Those that lost their last process to a correction, and those whose page is another's.
  await sql`
    delete from organisation o where stale
    and (exists (select from organisation_same s where s.key = o.key) or not exists (select from participation p where p.organisation = any(organisation_keys(o.key))))`.execute(db);
  for (;;) {
    const gathered = await sql<{ key: string }>`
      with chosen as (select key from organisation where stale limit ${AT_ONCE}),
      members as (select key as main, key from chosen union all select s.main, s.key from organisation_same s join chosen on chosen.key = s.main),
      mine as (select members.main as organisation, p.ocid, p.name, p.scheme, p.number, p.country, p.locality, p.roles from participation p join members on members.key = p.organisation),
      names as (
        select organisation, array_agg(name order by uses desc, name collate "da-x-icu", name) as names
        from (select organisation, name, count(*) as uses from mine group by organisation, name) counted group by organisation),
      numbers as (
        select organisation, jsonb_agg(jsonb_build_object('scheme', scheme, 'id', number) order by uses desc, scheme nulls last, number) as identifiers
        from (select organisation, scheme, number, count(*) as uses from mine where number is not null group by organisation, scheme, number) counted group by organisation),
      roles as (
        select organisation, jsonb_agg(jsonb_build_object('role', role, 'count', uses) order by uses desc, role) as roles,
               coalesce(max(uses) filter (where role = 'supplier'), 0)::int as as_supplier
        from (select organisation, role, count(distinct ocid) as uses from mine, unnest(mine.roles) as role group by organisation, role) counted
        group by organisation),
      buying as (
        select organisation, count(distinct ocid)::int as as_buyer from mine where roles && '{buyer,procuringEntity}' group by organisation),
      places as (
        select organisation, mode() within group (order by country) as country, mode() within group (order by locality) as locality
        from mine group by organisation)
      update organisation o set
        name = names.names[1], names = names.names, identifiers = coalesce(numbers.identifiers, '[]'), country = places.country,
        locality = places.locality, roles = coalesce(roles.roles, '[]'), as_buyer = coalesce(buying.as_buyer, 0),
        as_supplier = coalesce(roles.as_supplier, 0),
        search = to_tsvector('danish', left(array_to_string(names.names, ' '), 20000)), stale = false
      from names join places using (organisation) left join numbers using (organisation) left join roles using (organisation) left join buying using (organisation)
      where o.key = names.organisation
      returning o.key`.execute(db);
    if (gathered.rows.length === 0) return;
  }
}
