/** Who is in a category of a system, who is invited to a purchase, and who of them may still win it. */
import { forbids, warns, type MarketFinding } from '../findings.ts';

export interface Member {
  /** Organisation that applied. */
  readonly organisation: string;
  /** State of its application. */
  readonly state: string;
  readonly categories: readonly string[];
}

/** Whoever is asked to renew, or is heard, is admitted until it is decided otherwise. */
const ADMITTED: ReadonlySet<string> = new Set(['admitted', 'renewal', 'hearing']);

export function isAdmitted({ state }: Pick<Member, 'state'>): boolean {
  return ADMITTED.has(state);
}

export interface Invitation {
  /** All who are admitted in the category at the moment of the announcement, in the order of their ids; nobody else (M2). */
  readonly invited: readonly string[];
  readonly leftOut: readonly { readonly organisation: string; readonly why: 'not-admitted' | 'other-category' }[];
}

/** Who is invited now. Whoever is admitted later comes too late for this purchase: the law has the admitted invited, and knows no later admission to one purchase. */
export function invite(members: readonly Member[], category: string): Invitation {
  const sorted = members.toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1));
  const isInvited = (member: Member): boolean => isAdmitted(member) && member.categories.includes(category);
  const invited = [...new Set(sorted.filter(isInvited).map(({ organisation }) => organisation))];
  const others = sorted.filter((member) => !isInvited(member) && !invited.includes(member.organisation));
  return { invited, leftOut: others.map((member) => ({ organisation: member.organisation, why: isAdmitted(member) ? 'other-category' : 'not-admitted' })) };
}

/** What is told before announcing: undecided applications lose their longer time with the first invitation. */
export function invitationFindings({ invited }: Invitation, members: readonly Member[], category: string): readonly MarketFinding[] {
  const waiting = members.filter(({ state, categories }) => (state === 'submitted' || state === 'correction') && categories.includes(category)).length;
  return [
    ...(invited.length === 0 ? [forbids('udbudsloven-101-invited', 'nobody-to-invite', { category })] : []),
    ...(waiting === 0 ? [] : [warns('udbudsloven-101-decision', 'undecided-applications', { waiting })]),
  ];
}

export interface BidderStanding {
  readonly invited: boolean;
  readonly stateAtDeadline: string;
  /** Day by which a renewed ESPD was due; null: none was asked for. ISO dates. */
  readonly renewalDue: string | null;
  readonly renewedOn: string | null;
  /** Day of the deadline. */
  readonly deadlineOn: string;
}

/** Suitability again at the deadline. A blocking finding: the bid cannot win. A warning: somebody must look. */
export function standingFindings({ invited, stateAtDeadline, renewalDue, renewedOn, deadlineOn }: BidderStanding): readonly MarketFinding[] {
  const isLate = renewalDue !== null && renewalDue < deadlineOn && (renewedOn === null || renewedOn > renewalDue);
  return [
    ...(invited ? [] : [forbids('udbudsloven-101-invited', 'not-invited')]),
    ...(isAdmitted({ state: stateAtDeadline }) ? [] : [forbids('udbudsloven-101-admission', 'not-admitted-at-deadline', { state: stateAtDeadline })]),
    ...(isLate ? [warns('udbudsloven-101-espd', 'renewal-late', { renewalDue })] : []),
    ...(stateAtDeadline === 'hearing' ? [warns('udbudsloven-138', 'in-hearing-at-deadline')] : []),
  ];
}

export interface FunnelFacts {
  readonly admitted: readonly string[];
  readonly invited: readonly string[];
  readonly opened: readonly string[];
  readonly bid: readonly string[];
  readonly valid: readonly string[];
  readonly won: readonly string[];
}

export type Funnel = Readonly<Record<keyof FunnelFacts, number>> & {
  /** Invited, and neither opened the documents nor bid. */
  readonly silent: readonly string[];
  /** Opened the documents and did not bid. */
  readonly lookedOnly: readonly string[];
};

/** How many came how far; each stage counts only those of the stage before, and whoever bid has opened the documents. */
export function funnel(facts: FunnelFacts): Funnel {
  const admitted = [...new Set(facts.admitted)];
  const invited = within(facts.invited, admitted);
  const opened = within([...facts.opened, ...facts.bid], invited);
  const bid = within(facts.bid, opened);
  const valid = within(facts.valid, bid);
  const won = within(facts.won, valid);
  return {
    admitted: admitted.length, invited: invited.length, opened: opened.length, bid: bid.length, valid: valid.length, won: won.length,
    silent: invited.filter((one) => !opened.includes(one)), lookedOnly: opened.filter((one) => !bid.includes(one)),
  };
}

function within(list: readonly string[], of: readonly string[]): readonly string[] {
  return [...new Set(list)].filter((one) => of.includes(one)).toSorted();
}
