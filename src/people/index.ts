/** Who acts and what they may: organisations, people, roles, login, sessions, API keys, the policy table. */
import path from 'node:path';

export * from './actor.ts';
export { asActor, enterActor, leaveActor } from './as-actor.store.ts';
export { actionsOf, isAction, isForAnyone, isVisible, may, needsSecond } from './rights/may.ts';
export { POLICY, type Action } from './rights/policy.table.ts';
export type { Relation, Rule, SubjectKind } from './rights/policy.ts';
export { peopleIn, type PeopleDatabase, type PeopleTables } from './tables.ts';

/** The tables of people and organisations, and the database role that policies of other rooms speak of. */
export const peopleMigrations = { room: 'people', folder: path.join(import.meta.dirname, 'migrations') };
