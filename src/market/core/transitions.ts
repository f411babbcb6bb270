/** Which command leads from which state to which: the table "Kinds and their states" of docs/design/market.md as data (M1). */
import type { RecordKind } from './record.ts';

/** The kinds of purchase have states of their own; the other records have one table each. */
export const LIVES = ['need', 'dialogue', 'dis', 'application', 'framework', 'purchase-competitive', 'purchase-direct', 'contribution', 'letter', 'contract'] as const;
export type Life = (typeof LIVES)[number];

export interface Transition {
  /** Null: the command begins the record. */
  readonly from: string | null;
  readonly command: string;
  readonly to: string;
}

export interface LifeTable {
  readonly kind: RecordKind;
  /** In the order in which they are usually reached. */
  readonly states: readonly string[];
  readonly transitions: readonly Transition[];
}

const step = (from: string | null, command: string, to: string): Transition => ({ from, command, to });
/** The same command from several states; `to` left out: the state stays. */
const each = (from: readonly string[], command: string, to?: string): readonly Transition[] => from.map((state) => step(state, command, to ?? state));

const NEED: LifeTable = {
  kind: 'need',
  states: ['draft', 'decided', 'used', 'dropped'],
  transitions: [
    step(null, 'need.start', 'draft'), step('draft', 'need.edit', 'draft'), step('draft', 'need.decide', 'decided'), step('decided', 'need.use', 'used'),
    ...each(['draft', 'decided'], 'need.drop', 'dropped'),
  ],
};

const DIALOGUE: LifeTable = {
  kind: 'dialogue',
  states: ['open', 'closed'],
  // Answers and notes also after the end: the last question comes on the last day.
  transitions: [
    step(null, 'dialogue.start', 'open'), ...['dialogue.answer', 'dialogue.note'].flatMap((command) => each(['open', 'closed'], command)),
    ...['dialogue.close', 'dialogue.lapse'].map((command) => step('open', command, 'closed')),
  ],
};

const DIS: LifeTable = {
  kind: 'dis',
  states: ['draft', 'open', 'ended', 'cancelled'],
  transitions: [
    step(null, 'dis.start', 'draft'), step('draft', 'dis.write', 'draft'), step('draft', 'dis.publish', 'open'), step('draft', 'dis.drop', 'cancelled'),
    step('open', 'dis.change-period', 'open'), step('open', 'dis.end-first-period', 'open'), step('open', 'dis.end', 'ended'), step('open', 'dis.lapse', 'ended'), step('open', 'dis.cancel', 'cancelled'),
  ],
};

const UNDECIDED = ['draft', 'submitted', 'correction'];

const APPLICATION: LifeTable = {
  kind: 'application',
  states: ['draft', 'submitted', 'correction', 'admitted', 'refused', 'renewal', 'hearing', 'removed', 'withdrawn', 'left'],
  transitions: [
    step(null, 'application.start', 'draft'), ...each(['draft', 'correction'], 'application.write'), ...each(['draft', 'correction'], 'application.submit', 'submitted'),
    step('submitted', 'application.extend', 'submitted'), step('submitted', 'application.note-overdue', 'submitted'), step('submitted', 'application.ask-correction', 'correction'),
    step('submitted', 'application.admit', 'admitted'), step('submitted', 'application.refuse', 'refused'),
    step('admitted', 'application.ask-renewal', 'renewal'), step('renewal', 'application.note-late-renewal', 'renewal'), step('renewal', 'application.renew', 'admitted'),
    ...each(['admitted', 'renewal'], 'application.hear', 'hearing'), step('hearing', 'application.respond', 'hearing'),
    step('hearing', 'application.keep', 'admitted'), step('hearing', 'application.remove', 'removed'),
    ...each(UNDECIDED, 'application.withdraw', 'withdrawn'), ...each(['admitted', 'renewal', 'hearing'], 'application.withdraw', 'left'),
  ],
};

const FRAMEWORK: LifeTable = {
  kind: 'framework',
  states: ['draft', 'active', 'ended'],
  transitions: [
    step(null, 'framework.start', 'draft'), ...['framework.write', 'framework.set-parties'].map((command) => step('draft', command, 'draft')),
    ...['framework.write-offer', 'framework.drop-offer'].flatMap((command) => each(['draft', 'active'], command)), step('draft', 'framework.publish', 'active'),
    ...each(['active', 'ended'], 'framework.record-call-off'), step('active', 'framework.party-left', 'active'), step('active', 'framework.end', 'ended'), step('active', 'framework.lapse', 'ended'),
  ],
};

const COMPETITIVE_OPEN = ['draft', 'announced', 'closed', 'opened', 'assessed', 'decided'];

const PURCHASE_COMPETITIVE: LifeTable = {
  kind: 'purchase',
  states: [...COMPETITIVE_OPEN, 'contracted', 'cancelled'],
  transitions: [
    step(null, 'purchase.start', 'draft'),
    ...['purchase.write', 'purchase.set-model', 'purchase.set-sheet', 'purchase.attach', 'purchase.detach', 'purchase.set-holders'].map((command) => step('draft', command, 'draft')),
    ...each(['draft', 'announced', 'closed'], 'purchase.prove-key'), ...each(['draft', 'announced', 'closed', 'opened', 'assessed'], 'purchase.declare'),
    step('draft', 'purchase.announce', 'announced'),
    ...['purchase.answer', 'purchase.change', 'purchase.remind', 'purchase.ask-keys'].map((command) => step('announced', command, 'announced')),
    ...each(['announced', 'closed'], 'purchase.move-deadline', 'announced'), step('announced', 'purchase.close', 'closed'),
    ...['opening.commit', 'opening.reveal', 'opening.conclude'].map((command) => step('closed', command, 'closed')), step('closed', 'opening.open', 'opened'),
    ...each(['draft', 'announced', 'closed', 'opened'], 'purchase.set-evaluators'),
    step('opened', 'purchase.check', 'opened'), step('opened', 'purchase.score', 'opened'), step('opened', 'purchase.consensus', 'opened'), step('opened', 'purchase.assess', 'assessed'),
    step('assessed', 'purchase.award', 'decided'), step('decided', 'purchase.letters', 'decided'), step('decided', 'purchase.sign', 'contracted'),
    step('contracted', 'purchase.note-notice', 'contracted'), step('contracted', 'purchase.watch-notice', 'contracted'),
    ...each(COMPETITIVE_OPEN, 'purchase.cancel', 'cancelled'),
  ],
};

const DIRECT_OPEN = ['draft', 'shortlisted', 'decided'];

const PURCHASE_DIRECT: LifeTable = {
  kind: 'purchase',
  states: [...DIRECT_OPEN, 'contracted', 'cancelled'],
  transitions: [
    step(null, 'purchase.start-direct', 'draft'), ...['purchase.write-direct', 'purchase.attach', 'purchase.detach'].map((command) => step('draft', command, 'draft')),
    ...each(['draft', 'shortlisted'], 'purchase.declare'),
    step('draft', 'purchase.shortlist', 'shortlisted'), step('shortlisted', 'purchase.reopen', 'draft'), step('shortlisted', 'purchase.award-direct', 'decided'),
    step('decided', 'purchase.letters-direct', 'decided'), step('decided', 'purchase.sign-direct', 'contracted'), ...each(DIRECT_OPEN, 'purchase.cancel', 'cancelled'),
  ],
};

/** Begun by a right to its parent, and so by commands that bear the name of that one's kind. */
const CONTRIBUTION: LifeTable = {
  kind: 'contribution',
  states: ['sent'],
  transitions: ['purchase.ask', 'purchase.decline', 'dialogue.ask', 'dialogue.respond', 'dialogue.decline'].map((command) => step(null, command, 'sent')),
};

const CONTRACT: LifeTable = {
  kind: 'contract',
  states: ['signed', 'ended'],
  // Begun by the step of a purchase that signs it.
  transitions: [step(null, 'purchase.sign-direct', 'signed'), step('signed', 'contract.end', 'ended')],
};

/** Sent by a step of a purchase, and never changed. */
const LETTER: LifeTable = { kind: 'letter', states: ['sent'], transitions: [step(null, 'purchase.letters-direct', 'sent')] };

export const LIFE_TABLES: Readonly<Record<Life, LifeTable>> = {
  need: NEED, dialogue: DIALOGUE, dis: DIS, application: APPLICATION, framework: FRAMEWORK,
  'purchase-competitive': PURCHASE_COMPETITIVE, 'purchase-direct': PURCHASE_DIRECT, contribution: CONTRIBUTION, letter: LETTER, contract: CONTRACT,
};

/** Whether a command may be given in a state; null as state: to begin the record. */
export function canGive(life: Life, state: string | null, command: string): boolean {
  return LIFE_TABLES[life].transitions.some((one) => one.from === state && one.command === command);
}

/** The state that a command leads to; null: it may not be given there. */
export function stateAfter(life: Life, state: string | null, command: string): string | null {
  return LIFE_TABLES[life].transitions.find((one) => one.from === state && one.command === command)?.to ?? null;
}

/** States that nothing leads out of. */
export function finalStates(life: Life): readonly string[] {
  const { states, transitions } = LIFE_TABLES[life];
  return states.filter((state) => transitions.every(({ from, to }) => from !== state || to === state));
}

/** Every state that can be reached, from the beginning or from a state. */
export function reachable(life: Life, from: string | null = null): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting: (string | null)[] = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { to } of LIFE_TABLES[life].transitions.filter((one) => one.from === at)) {
      if (reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}

/** All tables as Markdown: docs/design/market-states.md is this text. */
export function statesDocument(): string {
  const tables = LIVES.map((life) => {
    const rows = LIFE_TABLES[life].transitions.map(({ from, command, to }) => `| ${from ?? '(begins)'} | \`${command}\` | ${to === from ? '(stays)' : to} |`);
    return [`## ${life}`, '', `States: ${LIFE_TABLES[life].states.join(', ')}. Nothing leads out of: ${finalStates(life).join(', ')}.`, '', '| from | command | to |', '| --- | --- | --- |', ...rows].join('\n');
  });
  return `${['# States of the market place', 'Written by `src/market/core/transitions.ts`; `src/market/core/transitions.test.ts` sees to it that the two agree. What the states mean stands in [market.md](market.md).', ...tables].join('\n\n')}\n`;
}
