/** The shapes of docs/design/market.md that every kind shares. */

export const RECORD_KINDS = ['need', 'dialogue', 'contribution', 'dis', 'application', 'framework', 'purchase', 'letter', 'contract'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type Audience = 'owner' | 'parties' | 'public';

/** Something that has a life: a state, a version that grows by one with each change, and a body of its kind's schema. */
export interface MarketRecord<Body = unknown, Internal = unknown> {
  readonly id: string;
  readonly kind: RecordKind;
  /** The organisation whose it is. */
  readonly owner: string;
  /** The DIS of an application, the DIS or framework agreement of a purchase, what a contribution or letter is about; null: none. */
  readonly parent: string | null;
  readonly state: string;
  readonly version: number;
  readonly audience: Audience;
  /** Other organisations that may see it once its audience is `parties`. */
  readonly parties: readonly string[];
  /** Follows the audience. */
  readonly body: Body;
  /** For the owner alone, whatever the audience; null: nothing yet, or the reader is not the owner. */
  readonly internal: Internal | null;
  /** What the server alone reads, whoever asks; null: nothing yet, or it was not read by the server. */
  readonly withheld: unknown;
  /** Null until its first public step. */
  readonly ocid: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
}
