import type { Result } from '#base';
import type { Assurance, Role } from '../actor.ts';

/** What a login tells of the one who logged in, however it was told. */
export interface LoginClaims {
  /** Who says so; with `subject` the key of the person. */
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  /** Danish CVR number of the organisation that the person logged in for, eight digits; null: none was told. */
  readonly cvr: string | null;
  readonly organisationName: string | null;
  /** Four digits; null: it is no municipality. */
  readonly municipality: string | null;
  /** Those among them that an organisation of its kind can give. */
  readonly roles: readonly Role[];
  readonly assurance: Assurance;
}

/** What must be kept between the way out and the way back, by the browser that went. */
export interface LoginAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** One way of logging in. OpenID Connect is the first; another protocol is another one of these (ADR 0031). */
export interface LoginProvider {
  /** True: shown as a way for whoever tries the demo world, not for people who prove who they are. */
  readonly isDemo: boolean;
  /** @returns where the browser goes, and what to keep until it comes back. Fails when the provider does not answer. */
  begin(): Promise<Result<{ readonly address: string; readonly attempt: LoginAttempt }>>;
  /** @param query of the address that the browser came back to, as it stood there */
  finish(query: string, attempt: LoginAttempt): Promise<Result<LoginClaims>>;
}
