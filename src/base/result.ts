import type { Language } from './i18n.ts';

/**
 * Expected failures are returned, bugs are thrown. A handful of kinds is enough: each shell (HTTP, command line)
 * maps a kind to its own code, so no room needs to know about either.
 */
export type FailureKind =
  /** The input breaks a rule that its author can mend. */
  | 'invalid'
  /** Nothing stands at the address given. */
  | 'not-found'
  /** It cannot be done now, because something else holds or has changed it. */
  | 'conflict'
  /** The one who asks may not do it. */
  | 'forbidden'
  /** It was asked for too often; later it is answered. */
  | 'too-many'
  /** A part we depend on does not answer; trying again later may help. */
  | 'unavailable';

/** What happened, why it is a problem and what to do: `message` says the first two, `help` the third. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  readonly help?: string;
  /** Where in the input: a JSON Pointer, a line, a field name. */
  readonly place?: string;
  /** The same for who reads a Danish page; without it the page says the general words of the kind. Programs are told in English. */
  readonly danish?: Told;
}

export interface Told {
  readonly message: string;
  readonly help?: string;
}

/** What is said in both languages: what happened and why, and what to do. */
export type Words = Readonly<Record<Language, readonly [message: string, help: string]>>;

/** A failure that a person can meet on a page, in the language of that page. */
export function refuse(kind: FailureKind, { da, en }: Words, place?: string): Failure & { readonly danish: Told } {
  return { kind, message: en[0], help: en[1], danish: { message: da[0], help: da[1] }, ...(place === undefined ? {} : { place }) };
}

/** What a failure says in a language; Danish only where it has it. */
export function toldIn(lang: Language, failure: Failure): Told {
  return lang === 'da' ? failure.danish ?? failure : failure;
}

export type Result<T, F = Failure> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<F = Failure>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}

/** Thrown where a failure cannot be returned (a stream, a start-up step). The shells print it without a stack. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** The value, or the failure thrown as a FailureError. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FailureError(result.failure);
}
