/** Who an organisation is, as a notice says it. */
export interface Identity {
  readonly scheme: string | null;
  readonly number: string | null;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/** An organisation as one notice writes it. */
export interface Mention extends Identity {
  readonly locality: string | null;
}
