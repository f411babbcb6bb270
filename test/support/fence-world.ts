/** A random world for the two fences of rights: rows of every table that a member may touch, each with what the policy table is to be asked of it. */
import { KINDS, type Audience, type MarketRecord, type RecordKind } from '#market';
import { POLICY, ROLES, type Action, type Actor, type Assurance, type Subject } from '#people';
import { dice, type Dice } from './dice.ts';

/** A question to `may`. */
export interface Ask {
  readonly action: Action;
  readonly subject: Subject;
}

/** A row, and by which rights somebody has it: by one of these. None: by no right that the policy table knows. */
export interface FencedRow {
  readonly table: string;
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly asks: (actor: Actor | null) => readonly Ask[];
  /** Whose it is, for the list of differences. */
  readonly about: Subject;
}

export interface World {
  readonly dice: Dice;
  readonly organisations: readonly string[];
  readonly persons: readonly string[];
  readonly records: readonly MarketRecord[];
  readonly rows: readonly FencedRow[];
  /** Null: nobody is logged in. */
  readonly actors: readonly (Actor | null)[];
}

export const NOW = '2026-12-01T09:00:00Z';
const ORGANISATION_KINDS = ['municipality', 'municipality', 'central-purchasing-body', 'supplier', 'supplier', 'supplier', 'platform'] as const;
const PERSONS = 14;
const OPENED: ReadonlySet<string> = new Set(['opened', 'assessed', 'decided', 'contracted']);
/** What lies between two organisations is never for everybody; the database keeps it so. */
const BETWEEN_TWO: ReadonlySet<RecordKind> = new Set(['application', 'contribution', 'letter']);
const ORDER: readonly Audience[] = ['owner', 'parties', 'public'];

export function recordSubject(record: MarketRecord, action: string, change: Partial<Subject> = {}): Subject {
  const { kind, owner, parties, state, audience } = record;
  return { kind, owner, parties, state, audience, ...KINDS.of(kind).persons(record, action), proposer: null, ...change };
}

export function ownSubject(kind: string, owner: string): Subject {
  return { kind, owner, parties: [], state: '', audience: 'owner', conflicted: [], named: [], proposer: null };
}

/** @param records how many of them @param actors how many people ask */
export function fenceWorld(records: number, actors: number, seed?: number): World {
  const drawn = dice(seed);
  const organisations = ORGANISATION_KINDS.map(() => drawn.uuid());
  const persons = Array.from({ length: PERSONS }, () => drawn.uuid());
  const made = Array.from({ length: records }, () => randomRecord(drawn, organisations, persons));
  const world = { dice: drawn, organisations, persons, records: made };
  return { ...world, rows: [...peopleRows(world), ...made.flatMap((record) => rowsOf(world, record))], actors: [null, ...Array.from({ length: actors - 1 }, () => randomActor(world))] };
}

type Ground = Omit<World, 'rows' | 'actors'>;

function randomActor({ dice: drawn, organisations, persons }: Ground): Actor {
  const roles = drawn.chance(10) ? [] : drawn.chance(20) ? ROLES : drawn.some(ROLES, 25);
  const actions = [...new Set(POLICY.map(({ action }) => action))];
  const isKey = drawn.chance(25);
  return {
    user: drawn.pick(persons), name: 'Navn', organisation: drawn.pick(organisations), organisationName: 'Organisation', kind: 'supplier', roles,
    assurance: drawn.pick<Assurance>(['low', 'substantial', 'high']), via: isKey ? 'api-key' : 'session', scopes: isKey ? drawn.some(actions, drawn.pick([0, 30, 100])) : null,
  };
}

function randomRecord(drawn: Dice, organisations: readonly string[], persons: readonly string[]): MarketRecord {
  const kind = drawn.chance(35) ? 'purchase' : drawn.pick(KINDS.all).kind;
  const state = drawn.pick(KINDS.of(kind).states);
  const owner = drawn.pick(organisations);
  const internal = kind === 'purchase' ? { conflicted: drawn.some(persons, 15), holders: drawn.some(persons, 25).map((person) => ({ person })), evaluators: drawn.some(persons, 25) } : drawn.chance(50) ? {} : null;
  const documents = kind === 'purchase' ? Array.from({ length: drawn.roll(3) }, () => ({ id: drawn.uuid() })) : [];
  const isOpened = OPENED.has(state) || (state === 'cancelled' && drawn.chance(50));
  return {
    id: drawn.uuid(), kind, owner, parent: null, state, version: 1 + drawn.roll(9), audience: BETWEEN_TWO.has(kind) ? drawn.pick(['owner', 'parties'] as const) : drawn.pick(ORDER),
    parties: drawn.some(organisations.filter((one) => one !== owner), 35), body: { documents, ...(isOpened ? { openedAt: NOW } : {}) }, internal, withheld: null, ocid: null, createdAt: NOW, changedAt: NOW,
  };
}

function rowsOf(world: Ground, record: MarketRecord): readonly FencedRow[] {
  const read = `${record.kind}.read` as Action;
  const seen = recordSubject(record, read);
  const { id, kind, owner, parent, state, version, audience, parties, body } = record;
  const own: readonly FencedRow[] = [
    { table: 'market_record', key: id, about: seen, asks: () => [{ action: read, subject: seen }], values: { id, kind, owner, parent, state, version, audience, parties, body, ocid: null, created_at: NOW, changed_at: NOW } },
    ...(record.internal === null ? [] : [internalRow(record, read)]), ...eventRows(world, record, read), ...proposalRows(world, record, read), ...conflictRows(world, record),
  ];
  return kind === 'purchase' ? [...own, ...documentRows(world, record), ...(audience === 'owner' ? [] : parties.flatMap((supplier) => bidRows(world, record, supplier))), ...targetRows(world, record)] : own;
}

/** For the owner alone, whatever the audience of the record. */
function ownersAlone(record: MarketRecord, action: Action): Subject {
  return recordSubject(record, action, { audience: 'owner', parties: [] });
}

function internalRow(record: MarketRecord, action: Action): FencedRow {
  const about = ownersAlone(record, action);
  return { table: 'market_internal', key: record.id, about, asks: () => [{ action, subject: about }], values: { record: record.id, data: record.internal } };
}

/** A line of history is seen by whom both it and its record are for. */
function eventRows({ dice: drawn, persons, organisations }: Ground, record: MarketRecord, action: Action): readonly FencedRow[] {
  return Array.from({ length: drawn.roll(3) }, (_none, n) => {
    const audience = drawn.pick(ORDER);
    const about = recordSubject(record, action, { audience: ORDER[Math.min(ORDER.indexOf(audience), ORDER.indexOf(record.audience))] ?? 'owner' });
    return {
      table: 'market_event', key: `${record.id}/1/${n}`, about, asks: () => [{ action, subject: about }],
      values: { record: record.id, version: 1, n, at: NOW, command: action, type: 'x', audience, person: drawn.pick(persons), proposer: null, organisation: drawn.pick(organisations), data: {} },
    };
  });
}

/** A proposal is the business of the organisation that made it, which has a part in the record. */
function proposalRows({ dice: drawn, persons }: Ground, record: MarketRecord, action: Action): readonly FencedRow[] {
  const [command] = drawn.shuffled(KINDS.of(record.kind).commands.filter(({ twoPersons }) => twoPersons));
  if (command === undefined || drawn.chance(50)) return [];
  const organisation = record.kind === 'application' && record.audience !== 'owner' && record.parties[0] !== undefined ? record.parties[0] : record.owner;
  // It is never for everybody, also where the record is.
  const about = recordSubject(record, action, record.audience === 'public' ? { audience: 'parties' } : {});
  return [{
    table: 'market_proposal', key: `${record.id}/${command.name}`, about, asks: (actor) => (actor?.organisation === organisation ? [{ action, subject: about }] : []),
    values: { record: record.id, command: command.name, input: {}, version: 1, person: drawn.pick(persons), organisation, at: NOW },
  }];
}

/** Who has declared a conflict in a purchase, as the people's own room keeps it. */
function conflictRows({ dice: drawn }: Ground, { id: record, owner, internal }: MarketRecord): readonly FencedRow[] {
  const { conflicted = [] } = (internal ?? {}) as { readonly conflicted?: readonly string[] };
  return conflicted.map((person) => {
    const id = drawn.uuid();
    return {
      table: 'interest', key: id, about: ownSubject('person', owner), asks: (actor) => byColleague(person, [owner], actor),
      values: { id, person, organisation: owner, record, conflict: true, text: '', declared_at: NOW },
    };
  });
}

/** What a purchase names is seen with it; what waits, by its owner. */
function documentRows({ dice: drawn, persons }: Ground, record: MarketRecord): readonly FencedRow[] {
  const { documents } = record.body as { readonly documents: readonly { readonly id: string }[] };
  return [...documents.map(({ id }) => [id, true] as const), [drawn.uuid(), false] as const].map(([id, isNamed]) => {
    const about = isNamed ? recordSubject(record, 'purchase.read') : ownersAlone(record, 'purchase.read');
    const values = { id, record: record.id, name: 'x', type: 'x', sha256: '0'.repeat(64), bytes: 1, content: '\\x00', person: drawn.pick(persons), at: NOW };
    return { table: 'market_document', key: id, about, asks: () => [{ action: 'purchase.read' as const, subject: about }], values };
  });
}

function bidRows({ dice: drawn, persons }: Ground, record: MarketRecord, supplier: string): readonly FencedRow[] {
  const person = drawn.pick(persons);
  const isOpened = Object.hasOwn(record.body as object, 'openedAt');
  const drafting = recordSubject(record, 'bid.draft', { parties: [supplier] });
  const bid = recordSubject(record, 'bid.read', { kind: 'bid', owner: supplier, parties: [record.owner], audience: 'parties' });
  const look = ownSubject('look', supplier);
  const submission = drawn.uuid();
  return [
    { table: 'market_document_look', key: `${record.id}/${supplier}`, about: look, asks: () => [], values: { purchase: record.id, organisation: supplier, first_at: NOW } },
    {
      table: 'market_bid_draft', key: `${record.id}/${supplier}`, about: drafting, asks: () => [{ action: 'bid.draft', subject: drafting }],
      values: { record: record.id, supplier, version: 1, content: '\\x00', person, at: NOW },
    },
    {
      table: 'market_opened_bid', key: submission, about: bid, asks: () => (isOpened ? [{ action: 'bid.read', subject: bid }] : []),
      values: { submission, record: record.id, lot: 'L', supplier, bid_version: 1, received_at: NOW, envelope: '0'.repeat(64), bytes: 1, key: null, document: null, failed_step: 'x', failed_why: 'x', wrong_holders: [], reveals: 2, tried_at: NOW },
    },
  ];
}

/** What the intake keeps: who may bid, and what each supplier has sent. */
function targetRows({ dice: drawn, persons }: Ground, record: MarketRecord): readonly FencedRow[] {
  if (record.audience === 'owner') return [];
  const about = recordSubject(record, 'bid.upload');
  const at = { purchase: record.id, lot: 'L' };
  const target: FencedRow = {
    table: 'intake_target', key: record.id, about, asks: (actor) => (actor !== null && record.parties.includes(actor.organisation) ? [{ action: 'bid.upload', subject: about }] : []),
    values: { ...at, key_set: '0'.repeat(64), holders: [], deadline: NOW, invited: record.parties, opening_at: null, cancelled_at: null },
  };
  return [target, ...record.parties.flatMap((supplier): readonly FencedRow[] => {
    const [upload, submission, person] = [drawn.uuid(), drawn.uuid(), drawn.pick(persons)];
    const receipt = ownSubject('receipt', supplier);
    const asks = (): readonly Ask[] => [{ action: 'receipt.read', subject: receipt }];
    return [
      { table: 'intake_upload', key: upload, about: receipt, asks, values: { ...at, id: upload, supplier, begun_by: person, begun_at: NOW, touched_at: NOW, bytes: 0, submitted_at: NOW } },
      { table: 'intake_chunk', key: upload, about: receipt, asks, values: { upload, part: 0, number: 0, sha256: `\\x${'00'.repeat(32)}`, bytes: 16, content: '\\x00' } },
      {
        table: 'intake_submission', key: submission, about: receipt, asks,
        values: { ...at, id: submission, supplier, submitted_by: person, verdict: 'submitted', bid_version: 1, upload, header: '{}', envelope: '0'.repeat(64), bytes: 1, received_at: NOW, deadline: NOW, installation: 't', key: 'k', idempotency_key: submission, request: `\\x${'00'.repeat(32)}`, retired_at: null },
      },
    ];
  })];
}

/** By what somebody sees a person: as oneself, or as a colleague in one of these organisations. */
function byColleague(person: string, own: readonly string[], actor: Actor | null): readonly Ask[] {
  if (actor === null) return [];
  if (actor.user === person) return [{ action: 'account.read', subject: ownSubject('account', actor.organisation) }];
  return own.includes(actor.organisation) ? [{ action: 'people.manage', subject: ownSubject('people', actor.organisation) }] : [];
}

/** People: one sees oneself and colleagues, one's own sessions, and keys that one made or administers. */
function peopleRows({ dice: drawn, organisations, persons }: Ground): readonly FencedRow[] {
  const members = persons.map((person) => [person, drawn.some(organisations, 30)] as const);
  return members.flatMap(([person, own]) => {
    const asks = (actor: Actor | null): readonly Ask[] => byColleague(person, own, actor);
    const about = ownSubject('person', '');
    const key = drawn.uuid();
    return [
      { table: 'person', key: person, about, asks, values: { id: person, name: 'Person', issuer: 'test', subject: person, created_at: NOW } },
      { table: 'person_key', key, about, asks, values: { id: key, person, recipient: `age1${drawn.hex(29).replaceAll(/[1bio]/g, 'q')}`, registered_at: NOW, proved_at: null, retired_at: null } },
      ...own.flatMap((organisation): readonly FencedRow[] => {
        const [session, apiKey, interest] = [drawn.uuid(), drawn.uuid(), drawn.uuid()];
        const asked = (actor: Actor | null): readonly Ask[] => byColleague(person, [organisation], actor);
        const whose = ownSubject('person', organisation);
        return [
          { table: 'membership', key: `${person}/${organisation}`, about: whose, asks: asked, values: { person, organisation, roles: drawn.some(ROLES, 30), valid_from: NOW, valid_to: null } },
          { table: 'interest', key: interest, about: whose, asks: asked, values: { id: interest, person, organisation, record: drawn.uuid(), conflict: true, text: '', declared_at: NOW } },
          {
            table: 'session', key: session, about: whose, asks: (actor) => (actor?.user === person ? [{ action: 'session.revoke', subject: ownSubject('session', actor.organisation) }] : []),
            values: { id: `\\x${drawn.hex(32)}`, handle: session, person, organisation, assurance: 'low', created_at: NOW, seen_at: NOW, ends_at: NOW, revoked_at: null },
          },
          {
            table: 'api_key', key: apiKey, about: whose, values: { id: apiKey, hash: `\\x${drawn.hex(32)}`, prefix: 'tvk_', name: 'x', person, organisation, roles: [], scopes: [], created_at: NOW, ends_at: NOW, used_at: null, revoked_at: null },
            asks: (actor) => (actor?.organisation !== organisation ? [] : actor.user === person
              ? [{ action: 'api-key.manage', subject: ownSubject('api-key', organisation) }, { action: 'account.read', subject: ownSubject('account', organisation) }]
              : [{ action: 'people.manage', subject: ownSubject('people', organisation) }]),
          },
        ];
      }),
    ];
  });
}
