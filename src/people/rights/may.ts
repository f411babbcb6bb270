/** The one answer to "may they?". Pure: who acts and what is acted on come in, a verdict goes out. */
import type { Actor, Role, Subject, Verdict } from '../actor.ts';
import type { Relation, Rule } from './policy.ts';
import { POLICY, type Action } from './policy.table.ts';

const ALLOWED: Verdict = { allowed: true };
const ACTIONS: readonly Action[] = [...new Set(POLICY.map(({ action }) => action))];

/** Every action of the policy table. */
export function actionsOf(): readonly Action[] {
  return ACTIONS;
}

export function isAction(text: string): text is Action {
  return (ACTIONS as readonly string[]).includes(text);
}

/** Whether the action takes two persons: one proposes, an approver who is another person confirms. */
export function needsSecond(action: Action): boolean {
  return POLICY.some((line) => line.action === action && line.second !== null);
}

/** Whether somebody who is not logged in can be allowed it, where the thing itself is public. */
export function isForAnyone(action: Action): boolean {
  return POLICY.some((line) => line.action === action && line.roles === 'anyone');
}

/**
 * What row-level security lets an actor see: the organisation's own, what it takes part in once that is for the parties, and what is public.
 * `may` begins here, so that it never allows what the database would hide.
 */
export function isVisible(actor: Actor | null, subject: Subject): boolean {
  if (subject.audience === 'public') return true;
  if (actor === null) return false;
  return subject.owner === actor.organisation || (subject.audience === 'parties' && subject.parties.includes(actor.organisation));
}

/**
 * Whether an actor may do something. With `subject.proposer` null, yes to an action of two persons (`needsSecond`) means: may propose it.
 * With a proposer it means: may confirm what that person proposed.
 * @param actor null: nobody is logged in
 * @param table tests only: another table
 */
export function may(actor: Actor | null, action: Action, subject: Subject, table: readonly Rule[] = POLICY): Verdict {
  if (!isVisible(actor, subject)) return refusal(true, 'Nothing that you may see stands here.', 'Check the address, and which organisation you act for.');
  const relation = relationOf(actor, subject);
  const lines = table.filter((line) => line.action === action && line.on === subject.kind && line.whose.includes(relation));
  const answers = lines.map((line) => answerOf(line, actor, subject));
  const [first] = answers;
  if (answers.includes('yes')) return ALLOWED;
  // The line that came furthest says best what is missing.
  const nearest = REASONS.findLast((reason) => answers.includes(reason)) ?? (first === undefined ? 'relation' : 'role');
  // Colleagues are told why; others do not learn that it is there.
  const hidden = relation !== 'own' && subject.audience !== 'public' && !reads(actor, subject, relation, table);
  return hidden ? refusal(true, 'Nothing that you may see stands here.', 'Check the address, and which organisation you act for.') : refusal(false, ...WORDS[nearest]);
}

/** In the order in which they are asked. */
const REASONS = ['relation', 'login', 'role', 'conflict', 'state', 'named', 'key', 'scope', 'same', 'assurance'] as const;
type Reason = (typeof REASONS)[number];

const WORDS: Readonly<Record<Reason, readonly [why: string, help: string]>> = {
  relation: ['It belongs to another organisation, which alone may do this.', 'Change the organisation that you act for, if you belong to that one too.'],
  login: ['This is for people who are logged in.', 'Log in at /log-ind, or send an API key.'],
  role: ['Your roles do not allow this.', 'Ask the administrator of your organisation who may.'],
  conflict: ['You have declared a conflict of interest, which keeps you out of this.', 'Leave it to a colleague.'],
  state: ['It cannot be done in the state that this is in.', 'Read the page anew: somebody may have taken the next step already.'],
  named: ['Only those who are named for the task may do this.', 'Ask the buyer who is named.'],
  key: ['A person does this, not an API key.', 'Log in and do it there.'],
  scope: ['The API key was not made for this.', 'Make a key whose scopes name this action.'],
  same: ['Whoever proposed a step cannot confirm it.', 'Another person with the role of approver confirms or rejects it.'],
  assurance: ['This takes a login of at least level substantial.', 'Log in again with stronger proof of who you are.'],
};

function answerOf(line: Rule, actor: Actor | null, subject: Subject): Reason | 'yes' {
  if (!inState(line, subject)) return 'state';
  // A line for anyone speaks of what is public, and of nothing that merely can be seen.
  if (line.roles === 'anyone') return subject.audience === 'public' ? 'yes' : 'role';
  if (actor === null) return 'login';
  if (!rolesFor(line, subject).some((role) => actor.roles.includes(role))) return 'role';
  if (subject.conflicted.includes(actor.user)) return 'conflict';
  if (line.named && !subject.named.includes(actor.user)) return 'named';
  if (actor.via === 'api-key' && (line.personal || subject.proposer !== null)) return 'key';
  if (!inScope(actor, line)) return 'scope';
  if (subject.proposer === actor.user) return 'same';
  return line.strong && actor.assurance === 'low' ? 'assurance' : 'yes';
}

/** What has been proposed is confirmed by the second, also where the table knows of none: never by who may merely do it. */
function rolesFor(line: Rule, { proposer }: Subject): readonly Role[] {
  if (proposer !== null) return line.second ?? ['approver'];
  return line.roles === 'anyone' ? [] : line.roles;
}

function inState({ states }: Rule, { state }: Subject): boolean {
  return states === 'any' || states.includes(state);
}

function inScope({ scopes }: Actor, { action }: Rule): boolean {
  return scopes === null || scopes.includes(action);
}

function relationOf(actor: Actor | null, { owner, parties }: Subject): Relation {
  if (actor === null) return 'other';
  if (owner === actor.organisation) return 'own';
  return parties.includes(actor.organisation) ? 'party' : 'other';
}

function reads(actor: Actor | null, subject: Subject, relation: Relation, table: readonly Rule[]): boolean {
  const lines = table.filter(({ action, on, whose }) => action.endsWith('.read') && on === subject.kind && whose.includes(relation));
  return lines.some((line) => answerOf(line, actor, { ...subject, proposer: null }) === 'yes');
}

function refusal(hidden: boolean, why: string, help: string): Verdict {
  return { allowed: false, hidden, why, help };
}
