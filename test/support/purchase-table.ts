/** The model of a purchase: what docs/design/market.md says of its states, written down a second time and by hand. It imports nothing of the market place, so that the two can differ. */

/** From which states a step leads where. `-`: the state stays. */
type Moves = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;

const stay = (...states: readonly string[]): readonly (readonly [string, string])[] => states.map((state) => [state, state] as const);
const to = (state: string, ...from: readonly string[]): readonly (readonly [string, string])[] => from.map((one) => [one, state] as const);

/** draft → announced → closed → opened → assessed → decided → contracted; cancelled from any state before contracted; closed → announced by a later deadline for all. */
export const COMPETITIVE: Moves = {
  'purchase.write': stay('draft'), 'purchase.set-model': stay('draft'), 'purchase.set-sheet': stay('draft'), 'purchase.set-holders': stay('draft'),
  'purchase.prove-key': stay('draft', 'announced', 'closed'), 'purchase.declare': stay('draft', 'announced', 'closed', 'opened', 'assessed'),
  'purchase.announce': to('announced', 'draft'), 'purchase.answer': stay('announced'), 'purchase.change': stay('announced'), 'purchase.remind': stay('announced'), 'purchase.ask-keys': stay('announced'),
  'purchase.move-deadline': to('announced', 'announced', 'closed'), 'purchase.close': to('closed', 'announced'),
  'opening.commit': stay('closed'), 'opening.reveal': stay('closed'), 'opening.conclude': stay('closed'), 'opening.open': to('opened', 'closed'),
  'purchase.set-evaluators': stay('draft', 'announced', 'closed', 'opened'), 'purchase.check': stay('opened'), 'purchase.score': stay('opened'), 'purchase.consensus': stay('opened'),
  'purchase.assess': to('assessed', 'opened'), 'purchase.award': to('decided', 'assessed'), 'purchase.letters': stay('decided'), 'purchase.sign': to('contracted', 'decided'),
  'purchase.note-notice': stay('contracted'), 'purchase.watch-notice': stay('contracted'),
  'purchase.cancel': to('cancelled', 'draft', 'announced', 'closed', 'opened', 'assessed', 'decided'),
};

/** draft → shortlisted → decided → contracted; cancelled; shortlisted → draft when the list is opened again with a reason. */
export const DIRECT: Moves = {
  'purchase.write-direct': stay('draft'), 'purchase.declare': stay('draft', 'shortlisted'), 'purchase.shortlist': to('shortlisted', 'draft'), 'purchase.reopen': to('draft', 'shortlisted'),
  'purchase.award-direct': to('decided', 'shortlisted'), 'purchase.letters-direct': stay('decided'), 'purchase.sign-direct': to('contracted', 'decided'),
  'purchase.cancel': to('cancelled', 'draft', 'shortlisted', 'decided'),
};

/** What time gives, and the worker when enough holders have revealed. None of it decides. */
export const BY_TIME: ReadonlySet<string> = new Set(['purchase.remind', 'purchase.ask-keys', 'purchase.close', 'purchase.watch-notice', 'opening.open']);
/** Whoever drafts cannot alone publish, change a deadline, cancel or award. */
export const BY_TWO: ReadonlySet<string> = new Set(['purchase.announce', 'purchase.change', 'purchase.move-deadline', 'purchase.cancel', 'purchase.award', 'purchase.award-direct', 'opening.conclude']);

const BUYS = ['buyer', 'approver'];
const SIGNS = ['approver', 'contract-manager'];
const ROLES: Readonly<Record<string, readonly string[]>> = {
  'purchase.prove-key': ['committee'], 'opening.commit': ['committee'], 'opening.reveal': ['committee'], 'purchase.score': ['evaluator'], 'purchase.consensus': ['evaluator'],
  'purchase.sign': SIGNS, 'purchase.sign-direct': SIGNS, 'purchase.note-notice': [...BUYS, 'contract-manager'],
  'purchase.declare': ['buyer', 'approver', 'committee', 'evaluator', 'contract-manager', 'auditor'],
};

/** Who may give a step, or propose one of two persons. */
export function rolesFor(command: string): readonly string[] {
  return ROLES[command] ?? BUYS;
}

/** Where a step leads from a state; null: nowhere. */
export function after(moves: Moves, state: string, command: string): string | null {
  return moves[command]?.find(([from]) => from === state)?.[1] ?? null;
}

/** Every way from one state to another, as `from command to`. */
export function waysOf(moves: Moves): readonly string[] {
  return Object.entries(moves).flatMap(([command, ways]) => ways.map(([from, state]) => `${from} ${command} ${state}`));
}
export type { Moves };
