/** Who is invited to a mini-competition: all parties of the lot that are able to deliver. */
import { forbids, type MarketFinding } from '../findings.ts';

export interface Party {
  readonly organisation: string;
  readonly lots: readonly string[];
  /** Last day of its part in the agreement, ISO date; null: as long as the agreement. */
  readonly leftOn: string | null;
  /** Why it cannot deliver just this, as the buyer or the party itself has documented; null: it can. */
  readonly unable: string | null;
}

export type LeftOutWhy = 'other-lot' | 'left' | 'unable' | 'unable-without-reason';

export interface MiniInvitation {
  readonly invited: readonly string[];
  readonly leftOut: readonly { readonly organisation: string; readonly why: Exclude<LeftOutWhy, 'unable-without-reason'>; readonly reason: string | null }[];
  readonly findings: readonly MarketFinding[];
}

/** @param on day of the announcement, ISO date */
export function inviteParties(parties: readonly Party[], lot: string, on: string): MiniInvitation {
  const sorted = parties.toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1)).map((party) => ({ party, why: whyLeftOut(party, lot, on) }));
  const invited = sorted.filter(({ why }) => why === null).map(({ party }) => party.organisation);
  const blank = sorted.filter(({ why }) => why === 'unable-without-reason').map(({ party }) => party.organisation);
  return {
    invited,
    leftOut: sorted.flatMap(({ party, why }) => (why === null ? [] : [{ organisation: party.organisation, why: why === 'unable-without-reason' ? 'unable' : why, reason: party.unable }])),
    findings: [
      ...(invited.length === 0 ? [forbids('udbudsloven-98', 'nobody-to-invite', { lot })] : []),
      // Equal treatment: nobody is left out without a reason that can be checked.
      ...blank.map((organisation) => forbids('udbudsloven-2-1', 'left-out-without-reason', { organisation })),
    ],
  };
}

function whyLeftOut({ lots, leftOn, unable }: Party, lot: string, on: string): LeftOutWhy | null {
  if (!lots.includes(lot)) return 'other-lot';
  if (leftOn !== null && leftOn < on) return 'left';
  if (unable === null) return null;
  return unable.trim() === '' ? 'unable-without-reason' : 'unable';
}
