/** What the functions of this room work with, and who sends. */
import type { Clock } from '#base';
import type { IntakeDatabase } from './tables.ts';

/** Where a test stops a process to see what is left of what it did. */
export const POINTS = ['upload', 'chunk-sent', 'submit', 'before-statement', 'statement-sent', 'committed', 'signed', 'withdrawal-sent'] as const;
export type Point = (typeof POINTS)[number];

export interface Intake {
  readonly db: IntakeDatabase;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Public address of the installation, without a slash at the end: it stands on receipts. */
  readonly installation: string;
  /** Told when the clocks of process and database are more than a second apart. */
  readonly warn: (message: string) => void;
  /** Tests only. */
  readonly reached?: (point: Point) => void | Promise<void>;
}

/** Taken from the login, never from what was sent. */
export interface Sender {
  /** Key of the organisation. */
  readonly supplier: string;
  /** Key of the person. */
  readonly person: string;
}
