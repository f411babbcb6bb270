/** Purchases of a field by the buyers of some countries: for those who follow a field through the register. */
import { sql, type Kysely } from 'kysely';
import { isObject, parseJson, type JsonObject } from '#base';
import { object, objects, text, wording } from './dirty.ts';
import { REGIONAL_OR_LOCAL } from './legal-kind.ts';
import { mainOf } from './identity/same.store.ts';
import { kindOf, type NoticeKind } from './notice-kind.ts';
import { readDetails } from './process-details.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

export interface FieldBuyer {
  /** Key of its page. */
  readonly key: string;
  readonly name: string;
  /** Two letters. */
  readonly country: string;
  /** EU codelist buyer-legal-type; null: not stated. */
  readonly legalKind: string | null;
}

export interface FieldNotice {
  /** Number in the gazette, else the id of the release. */
  readonly number: string;
  readonly kind: NoticeKind;
  /** ISO day. */
  readonly day: string | null;
}

export interface FieldPurchase {
  readonly ocid: string;
  readonly title: string | null;
  /** Main CPV code, eight digits. */
  readonly cpv: string;
  /** ISO day of the newest notice. */
  readonly day: string | null;
  /** As in `NamedPurchase`. */
  readonly procedure: string | null;
  readonly method: string | null;
  readonly technique: string | null;
  readonly withoutCall: boolean | null;
  /** EU codelist direct-award-justification. */
  readonly reasons: readonly string[];
  /** Why without a call for competition, in the buyer’s words. */
  readonly rationale: string | null;
  /** Why a contract was changed, in the buyer’s words. */
  readonly changes: readonly string[];
  /** Those of the countries asked for. */
  readonly buyers: readonly FieldBuyer[];
  /** Whether more than these buy, here or elsewhere. */
  readonly isJoint: boolean;
  /** Whether a central purchasing body is among the parties. */
  readonly isCentral: boolean;
  /** Names of those who won. */
  readonly suppliers: readonly string[];
  /** ISO day until which bids may come; null: not stated. */
  readonly deadline: string | null;
  /** Oldest first. */
  readonly notices: readonly FieldNotice[];
  /** Numbers of earlier notices that these name and the register does not have. */
  readonly missing: readonly string[];
}

export interface FieldQuery {
  /** Two to eight digits each: the main code begins with one of them. */
  readonly cpv: readonly string[];
  /** Two letters each. */
  readonly countries: readonly string[];
}

const MOST = 5000;

interface Row {
  readonly ocid: string;
  readonly compiled: string;
  readonly title: string | null;
  readonly deadline: string | null;
  readonly procedure: string | null;
  readonly method: string | null;
  readonly technique: string | null;
  readonly without_call: boolean | null;
  readonly reasons: string[];
  readonly rationale: string | null;
}

/** In the order of their ocids. */
export async function purchasesInField(db: Db, { cpv, countries }: FieldQuery): Promise<readonly FieldPurchase[]> {
  const { rows } = await sql<Row>`
    select ocid, compiled, title, (tender_end at time zone 'Europe/Copenhagen')::date::text as deadline,
           procedure, method, technique, without_call, reasons, rationale
    from process where division = any(${cpv.map((field) => field.slice(0, 2))}::text[]) and exists (
      select from participation where participation.ocid = process.ocid and roles && '{buyer,procuringEntity}' and country = any(${countries}::text[]))
    order by ocid limit ${MOST}`.execute(db);
  const read = rows.flatMap(({ compiled, without_call: withoutCall, ...row }) => {
    const release = parseJson(compiled);
    const details = readDetails(isObject(release) ? release : {});
    const code = details.items[0]?.classification?.id ?? '';
    return cpv.some((field) => code.startsWith(field)) ? [{ ...row, withoutCall, cpv: code, release: object(release), details }] : [];
  });
  const ocids = read.map(({ ocid }) => ocid);
  const [parties, notices] = await Promise.all([partiesOf(db, ocids), noticesOf(db, ocids)]);
  return read.map(({ release, details, ...row }): FieldPurchase => {
    const own = parties.get(row.ocid) ?? [];
    const course = notices.get(row.ocid) ?? [];
    const buyers = own.filter(({ roles }) => roles.some((role) => role === 'buyer' || role === 'procuringEntity'));
    return {
      ...row, day: course.map(({ day }) => day ?? '').toSorted().at(-1) || null, changes: changesOf(release), buyers: withKinds(buyers.filter(({ country }) => countries.includes(country ?? '')), release, course.every(({ source }) => source === 'ted')),
      isJoint: new Set(buyers.map(({ key }) => key)).size > 1, isCentral: own.some(({ roles }) => roles.includes('centralPurchasingBody')),
      suppliers: [...new Set(details.parties.filter(({ roles, isPerson }) => !isPerson && roles.includes('supplier')).flatMap(({ name }) => name ?? []))],
      notices: course.map(({ number, kind, day }) => ({ number, kind, day })), missing: [...new Set(course.flatMap(({ missing }) => missing))].toSorted(),
    };
  });
}

interface Party {
  readonly ocid: string;
  readonly partyId: string;
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly roles: string[];
}

async function partiesOf(db: Db, ocids: readonly string[]): Promise<ReadonlyMap<string, readonly Party[]>> {
  const rows = await db.selectFrom('participation').select(['ocid', 'party_id as partyId', mainOf(sql.ref('organisation')).as('key'), 'name', 'country', 'roles'])
    .where(sql<boolean>`ocid = any(${ocids}::text[])`).orderBy('ocid').orderBy('name').orderBy('party_id').execute();
  return Map.groupBy(rows, ({ ocid }) => ocid);
}

/** Each buyer once, with its kind where one of its mentions has it. The forms before eForms have one kind for regional and local authorities. */
function withKinds(parties: readonly Party[], release: JsonObject, isOld: boolean): readonly FieldBuyer[] {
  const kinds = new Map(objects(release['parties']).map((party) => [
    text(party['id']) ?? '', objects(object(party['details'])['classifications']).filter(({ scheme }) => scheme === 'eu-buyer-legal-type').map(({ id }) => text(id)).find((id) => id !== null) ?? null,
  ]));
  const read = (kind: string | null): string | null => (isOld && kind === 'ra' ? REGIONAL_OR_LOCAL : kind);
  return [...Map.groupBy(parties, ({ key }) => key)].map(([key, own]) => ({
    key, name: own[0]?.name ?? '', country: own[0]?.country ?? '', legalKind: read(own.map(({ partyId }) => kinds.get(partyId) ?? null).find((kind) => kind !== null) ?? null),
  }));
}

interface CourseNotice extends FieldNotice {
  readonly source: string | null;
  readonly missing: readonly string[];
}

/** The day is that of publication, else the one written in the notice, in whatever zone. */
async function noticesOf(db: Db, ocids: readonly string[]): Promise<ReadonlyMap<string, readonly CourseNotice[]>> {
  const { rows } = await sql<{ ocid: string; id: string; number: string | null; source: string | null; type: string | null; tags: string[]; day: string | null; missing: string[] }>`
    select r.ocid, r.release_id as id, n.number, n.source, n.notice_type as type, r.tags, coalesce(n.published::text, left(r.received::jsonb ->> 'date', 10)) as day,
           array(select named ->> 'notice' from jsonb_array_elements(coalesce(r.received::jsonb -> 'x_notice' -> 'references', '[]')) as named
                 where named ->> 'notice' is not null and not exists (select from notice known where known.names && array[named ->> 'notice'])) as missing
    from release r left join notice n on n.release = r.id where r.ocid = any(${ocids}::text[]) order by r.ocid, day, r.release_id`.execute(db);
  return new Map([...Map.groupBy(rows, ({ ocid }) => ocid)].map(([ocid, own]) => [ocid, own.map(({ id, number, type, tags, ...row }) => ({
    ...row, number: number ?? id, kind: kindOf({ noticeType: type, isCorrigendum: false, tags, hasNoWinner: false }),
  }))]));
}

function changesOf(release: JsonObject): readonly string[] {
  return [...new Set(objects(release['contracts']).flatMap((contract) => objects(contract['amendments'])).flatMap((change) => [wording(change, 'rationale'), wording(change, 'description')]).filter((words) => words !== null))];
}

/** What the register holds of the countries: how many releases, of which days. It says nothing of what it does not hold. */
export async function heldOf(db: Db, countries: readonly string[]): Promise<readonly { readonly country: string; readonly releases: number; readonly first: string | null; readonly last: string | null }[]> {
  const { rows } = await sql<{ country: string; releases: number; first: string | null; last: string | null }>`
    select asked.country, coalesce(sum(releases), 0)::integer as releases, min(first_date)::text as first, max(last_date)::text as last
    from unnest(${countries}::text[]) with ordinality as asked (country, place) left join coverage on coverage.country = asked.country and field = ''
    group by asked.country, asked.place order by asked.place`.execute(db);
  return rows;
}
