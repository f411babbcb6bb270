/** The one answer to "may they?". Pure: who acts and what is acted on come in, a verdict goes out. */
import type { Failure, Words } from '#base';
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
  if (!isVisible(actor, subject)) return refusal(true, HIDDEN);
  const relation = relationOf(actor, subject);
  const lines = table.filter((line) => line.action === action && line.on === subject.kind && line.whose.includes(relation));
  const answers = lines.map((line) => answerOf(line, actor, subject));
  const [first] = answers;
  if (answers.includes('yes')) return ALLOWED;
  // The line that came furthest says best what is missing.
  const nearest = REASONS.findLast((reason) => answers.includes(reason)) ?? (first === undefined ? 'relation' : 'role');
  // Colleagues are told why; others do not learn that it is there.
  const hidden = relation !== 'own' && subject.audience !== 'public' && !reads(actor, subject, relation, table);
  return hidden ? refusal(true, HIDDEN) : refusal(false, WORDS[nearest]);
}

/** In the order in which they are asked. */
const REASONS = ['relation', 'login', 'role', 'conflict', 'state', 'named', 'key', 'scope', 'same', 'assurance'] as const;
type Reason = (typeof REASONS)[number];

const HIDDEN: Words = {
  da: ['Her er intet, som du må se.', 'Se efter, om adressen er rigtig, og hvilken organisation du handler for.'],
  en: ['Nothing that you may see stands here.', 'Check the address, and which organisation you act for.'],
};

const WORDS: Readonly<Record<Reason, Words>> = {
  relation: {
    da: ['Det hører til en anden organisation, og kun den må gøre dette.', 'Skift den organisation, du handler for, hvis du også hører til den.'],
    en: ['It belongs to another organisation, which alone may do this.', 'Change the organisation that you act for, if you belong to that one too.'],
  },
  login: {
    da: ['Dette er for dem, der er logget ind.', 'Log ind på /log-ind, eller send en API-nøgle.'],
    en: ['This is for people who are logged in.', 'Log in at /log-ind, or send an API key.'],
  },
  role: {
    da: ['Dine roller giver ikke lov til dette.', 'Spørg jeres administrator, hvem der må.'],
    en: ['Your roles do not allow this.', 'Ask the administrator of your organisation who may.'],
  },
  conflict: {
    da: ['Du har oplyst, at du er inhabil, og så må du ikke tage del i dette.', 'Overlad det til en kollega.'],
    en: ['You have declared a conflict of interest, which keeps you out of this.', 'Leave it to a colleague.'],
  },
  state: {
    da: ['Det kan ikke gøres på det trin, sagen er nået til.', 'Hent siden igen: måske har en anden allerede taget næste skridt.'],
    en: ['It cannot be done in the state that this is in.', 'Read the page anew: somebody may have taken the next step already.'],
  },
  named: {
    da: ['Kun de, der er udpeget til opgaven, må gøre dette.', 'Spørg indkøberen, hvem der er udpeget.'],
    en: ['Only those who are named for the task may do this.', 'Ask the buyer who is named.'],
  },
  key: {
    da: ['Dette gør et menneske, ikke en API-nøgle.', 'Log ind, og gør det på siden.'],
    en: ['A person does this, not an API key.', 'Log in and do it there.'],
  },
  scope: {
    da: ['API-nøglen er ikke lavet til dette.', 'Lav en nøgle, der må udføre denne handling.'],
    en: ['The API key was not made for this.', 'Make a key whose scopes name this action.'],
  },
  same: {
    da: ['Den, der har foreslået et skridt, kan ikke selv godkende det.', 'En anden person, der er godkender, bekræfter eller afviser det.'],
    en: ['Whoever proposed a step cannot confirm it.', 'Another person with the role of approver confirms or rejects it.'],
  },
  assurance: {
    da: ['Dette kræver et login på mindst niveau betydelig.', 'Log ind igen med et stærkere bevis på, hvem du er.'],
    en: ['This takes a login of at least level substantial.', 'Log in again with stronger proof of who you are.'],
  },
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

function refusal(hidden: boolean, { da, en }: Words): Verdict {
  return { allowed: false, hidden, why: en[0], help: en[1], danish: { message: da[0], help: da[1] } };
}

/** What somebody is told who may not. */
export function refusedBy({ hidden, why, help, danish }: Exclude<Verdict, { readonly allowed: true }>): Failure {
  return { kind: hidden ? 'not-found' : 'forbidden', message: why, help, danish };
}
