import type { Static } from 'typebox';
import { CURRENCY } from './codelists.ts';
import { text, dateTime, uri, number, wholeNumber, looseIdentifier, closedCode, openCode, object } from './parts.ts';

/** An amount in a currency. */
export const Value = object({}, {
  amount: number(),
  currency: closedCode('currency', CURRENCY),
});
export type Value = Static<typeof Value>;

/** A time with a beginning, an end or a length. */
export const Period = object({}, {
  startDate: dateTime(),
  endDate: dateTime(),
  maxExtentDate: dateTime(),
  durationInDays: wholeNumber(),
});
export type Period = Static<typeof Period>;

/** A code of a classification, such as CPV. */
export const Classification = object({}, {
  scheme: openCode('itemClassificationScheme'),
  id: looseIdentifier({ versionId: true }),
  description: text(),
  uri: uri(),
}, { languages: ['description'] });
export type Classification = Static<typeof Classification>;
