/** The policy table asked, cell by cell, what it allows: every action for every role and for nobody, from every side. */
import { POLICY, may, ROLES, type Action, type Actor, type Relation, type Role, type Rule, type Subject } from '#people';

const [HOME, AWAY, THIRD, ME, COLLEAGUE] = ['home', 'away', 'third', 'me', 'colleague'];
/** From where something is looked at, and for whom it is open. `other` sees what is public alone. */
const PLACES: readonly (readonly [Relation, Subject['audience']])[] = [['own', 'owner'], ['own', 'public'], ['party', 'parties'], ['party', 'public'], ['other', 'public']];

export function actorWith(roles: readonly Role[], change: Partial<Actor> = {}): Actor {
  return { user: ME, name: 'Navn', organisation: HOME, organisationName: 'Organisation', kind: 'supplier', roles, assurance: 'substantial', via: 'session', scopes: null, ...change };
}

/** Something that the actor of `actorWith` looks at from that side. */
export function subjectOf(kind: string, relation: Relation, change: Partial<Subject> = {}): Subject {
  return {
    kind, owner: relation === 'own' ? HOME : AWAY, parties: relation === 'party' ? [HOME] : [THIRD], state: '', audience: 'public',
    conflicted: [], named: [], proposer: null, ...change,
  };
}

/** What is allowed of an action, a line for each side and each group of roles with the same answer. What has no line is refused. */
export function matrixOf(action: Action, table: readonly Rule[] = POLICY): readonly string[] {
  const original = POLICY.filter((line) => line.action === action);
  const kind = original[0]?.on ?? '';
  const states = [...new Set([...original.flatMap((line) => (line.states === 'any' ? [] : line.states)), 'another'])];
  return PLACES.flatMap(([relation, audience]) => {
    const answers = [null, ...ROLES].map((role) => [role ?? 'nobody', answerOf(action, role, states, subjectOf(kind, relation, { audience }), table)] as const);
    const groups = Map.groupBy(answers.filter(([, answer]) => answer !== ''), ([, answer]) => answer);
    return [...groups].map(([answer, who]) => `${action} | ${relation}, ${audience} | ${who.map(([role]) => role).join(' ')} | ${answer}`);
  });
}

function answerOf(action: Action, role: Role | null, states: readonly string[], seen: Subject, table: readonly Rule[]): string {
  const actor = role === null ? null : actorWith([role]);
  const named = { ...seen, named: [ME] };
  const allows = (who: Actor | null, subject: Subject): readonly string[] => states.filter((state) => may(who, action, { ...subject, state }, table).allowed);
  const plain = tells('in', allows(actor, named));
  if (actor === null) return plain;
  // As shown where it is the same as with everything in place: most lines are.
  const also = (what: string, states: readonly string[]): string => (states.length === 0 ? '' : tells('in', states) === plain ? what : tells(`${what} in`, states));
  return [
    plain,
    also('unnamed too', allows(actor, seen)),
    also('weak login too', allows({ ...actor, assurance: 'low' }, named)),
    also('API key too', allows({ ...actor, via: 'api-key', scopes: [action] }, named)),
    also('any API key too', allows({ ...actor, via: 'api-key', scopes: [] }, named)),
    tells('confirms in', allows(actor, { ...named, proposer: COLLEAGUE })),
    tells('confirms own in', allows(actor, { ...named, proposer: ME })),
    also('in conflict too', allows(actor, { ...named, conflicted: [ME] })),
  ].filter((part) => part !== '').join('; ');
}

function tells(what: string, states: readonly string[]): string {
  return states.length === 0 ? '' : `${what} ${states.join(' ')}`;
}
