/** What may be told of data that not everybody can read for himself. */

/** Where notices come from that everybody can read. A process that none of them tells of is closed. What is not on this list is not open. */
export const OPEN_SOURCES = ['eforms', 'ted', 'ocds'] as const;

/**
 * Closed processes of a year count only where there are at least so many of them in what is asked about: of fewer, a figure would
 * tell who they were. They stand in shares and totals alone, never in a list and never under the name of an organisation.
 */
export const LEAST_CLOSED = 5;
