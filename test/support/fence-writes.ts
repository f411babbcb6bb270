/** What people may try to write in a random world: every kind of statement that the database lets some member do, by those who may and those who may not. */
import { KINDS, type MarketRecord } from '#market';
import type { Action, Actor, Role } from '#people';
import { NOW, ownSubject, recordSubject, type Ask, type World } from './fence-world.ts';
import type { Attempt } from './fences.ts';

const SUPPLIERS: readonly Role[] = ['supplier-admin', 'bidder'];
const HOUSE: readonly Role[] = ['buyer', 'approver', 'committee', 'evaluator', 'contract-manager', 'auditor'];
const COLLEAGUE = 'colleague';

/** Statements that an actor may try, with what the policy table is to be asked of each. */
export function attemptsOf(world: World): (actor: Actor | null) => readonly Attempt[] {
  return (actor) => [
    ...world.organisations.flatMap((owner) => begun(world, owner)),
    ...world.records.flatMap((record) => [
      ...changed(record), ...written(world, record, actor), ...proposed(world, record, actor), ...(record.kind === 'purchase' ? [...stored(world, record, actor), ...drafted(world, record, actor)] : []),
    ]),
    ...administered(world, actor),
  ];
}

/** A text as SQL has it; there are only keys, names and JSON here. */
function q(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function attempt(what: string, statement: string, about: Attempt['about'], asks: readonly Ask[]): Attempt {
  return { what, statement, about, asks: () => asks };
}

function begun({ dice }: World, owner: string): readonly Attempt[] {
  return KINDS.all.filter(({ commands }) => commands.some((command) => command.starts && command.rightTo === 'itself')).map(({ kind, commands }) => {
    const about = { ...ownSubject(kind, owner), state: 'new' };
    const statement = `insert into market_record (id, kind, owner, state, version, audience, parties, body, created_at, changed_at) values (${q(dice.uuid())}, ${q(kind)}, ${q(owner)}, 'draft', 1, 'owner', '{}', '{}', ${q(NOW)}, ${q(NOW)})`;
    return attempt('market_record begun', statement, about, commands.filter(({ starts }) => starts).map(({ name }) => ({ action: name as Action, subject: about })));
  });
}

/** Every step of the record's kind, as one who gives it and as one who confirms it. */
function stepsOf(record: MarketRecord): readonly Ask[] {
  return KINDS.of(record.kind).commands.filter(({ starts, byTime }) => !starts && !byTime).flatMap(({ name }) => [null, COLLEAGUE]
    .map((proposer) => ({ action: name as Action, subject: recordSubject(record, name, { proposer }) })));
}

function changed(record: MarketRecord): readonly Attempt[] {
  const statement = `do $do$ begin update market_record set version = version + 1 where id = ${q(record.id)}; if not found then raise insufficient_privilege; end if; end $do$`;
  return [attempt('market_record changed', statement, recordSubject(record, ''), stepsOf(record))];
}

/** By the actor, and in the name of somebody else or of another organisation. */
function names({ dice, persons, organisations }: World, actor: Actor | null): readonly (readonly [string, string, boolean])[] {
  const [person, organisation] = [actor?.user ?? dice.pick(persons), actor?.organisation ?? dice.pick(organisations)];
  const [another, elsewhere] = [dice.pick(persons.filter((one) => one !== person)), dice.pick(organisations.filter((one) => one !== organisation))];
  return [[person, organisation, true], dice.chance(50) ? [another, organisation, false] : [person, elsewhere, false]];
}

function written(world: World, record: MarketRecord, actor: Actor | null): readonly Attempt[] {
  return names(world, actor).map(([person, organisation, isOwn]) => attempt('market_event written', `insert into market_event (record, version, n, at, command, type, audience, person, organisation, data)
    values (${q(record.id)}, 99, 0, ${q(NOW)}, 'x', 'x', 'owner', ${q(person)}, ${q(organisation)}, '{}')`, recordSubject(record, ''), isOwn ? stepsOf(record) : []));
}

function proposed(world: World, record: MarketRecord, actor: Actor | null): readonly Attempt[] {
  const two = KINDS.of(record.kind).commands.filter(({ twoPersons }) => twoPersons);
  if (two.length === 0) return [];
  const { name } = world.dice.pick(two);
  const subject = recordSubject(record, name);
  return names(world, actor).map(([person, organisation, isOwn]) => attempt('market_proposal made', `insert into market_proposal (record, command, input, version, person, organisation, at)
    values (${q(record.id)}, 'tried.${name}', '{}', 1, ${q(person)}, ${q(organisation)}, ${q(NOW)})`, subject, isOwn ? [{ action: name as Action, subject }] : []));
}

function stored(world: World, record: MarketRecord, actor: Actor | null): readonly Attempt[] {
  const subject = recordSubject(record, 'purchase.upload');
  return names(world, actor).filter(([person, , isOwn]) => isOwn || person !== actor?.user).map(([person, , isOwn]) => attempt('market_document stored', `insert into market_document (id, record, name, type, sha256, bytes, content, person, at)
    values (${q(world.dice.uuid())}, ${q(record.id)}, 'x', 'x', repeat('0', 64), 1, '\\x00', ${q(person)}, ${q(NOW)})`, subject, isOwn ? [{ action: 'purchase.upload', subject }] : []));
}

function drafted(world: World, record: MarketRecord, actor: Actor | null): readonly Attempt[] {
  const subject = recordSubject(record, 'bid.draft');
  return names(world, actor).map(([person, supplier, isOwn]) => attempt('market_bid_draft written', `insert into market_bid_draft (record, supplier, version, content, person, at)
    values (${q(record.id)}, ${q(supplier)}, 1, '\\x00', ${q(person)}, ${q(NOW)}) on conflict (record, supplier) do update set version = market_bid_draft.version + 1, person = excluded.person`, subject, isOwn ? [{ action: 'bid.draft', subject }] : []));
}

/** An administrator of a supplier gives the roles of suppliers, an approver those of a house, and to others than itself. */
function administered({ dice, persons, organisations, rows }: World, actor: Actor | null): readonly Attempt[] {
  const members = new Set(rows.filter(({ table }) => table === 'membership').map(({ key }) => key));
  const wanted = persons.flatMap((person) => [SUPPLIERS, HOUSE, ['platform-admin'] as const].map((roles) => ({ person, roles, organisation: actor !== null && dice.chance(60) ? actor.organisation : dice.pick(organisations) })));
  return wanted.filter(({ person, organisation }) => !members.has(`${person}/${organisation}`)).map(({ person, roles, organisation }) => {
    const isTheirs = actor !== null && ((roles === SUPPLIERS && actor.roles.includes('supplier-admin')) || (roles === HOUSE && actor.roles.includes('approver') && person !== actor.user));
    const subject = ownSubject('people', organisation);
    const statement = `insert into membership (person, organisation, roles, valid_from) values (${q(person)}, ${q(organisation)}, ${q(`{${roles.join(',')}}`)}, ${q(NOW)})`;
    return attempt('membership given', statement, subject, isTheirs && actor.organisation === organisation ? [{ action: 'people.manage', subject }] : []);
  });
}
