/** Codes of an overview and what they are called. */
import type { Text } from '../indicators/indicator.ts';

/** How something was bought. */
export const WAYS = ['tendered', 'framework', 'central', 'negotiated-with-notice', 'without-notice', 'below-threshold', 'in-house', 'does-not-have'] as const;
export type Way = (typeof WAYS)[number];

/** What a row of an overview says: a way, or why none is known. */
export const STATUSES = [...WAYS, 'no-publication-found', 'outside-coverage', 'not-known'] as const;
export type Status = (typeof STATUSES)[number];

export const statusTexts: Readonly<Record<Status, Text>> = {
  tendered: { da: 'Udbudt', en: 'Tendered' },
  framework: { da: 'Købt på rammeaftale eller DIS', en: 'Bought under a framework agreement or DPS' },
  central: { da: 'Købt gennem indkøbscentral eller i fællesskab', en: 'Bought through a central or joint buyer' },
  'negotiated-with-notice': { da: 'Forhandlet efter bekendtgørelse', en: 'Negotiated after a notice' },
  'without-notice': { da: 'Uden udbud', en: 'Without a tender' },
  'below-threshold': { da: 'Under tærskelværdien', en: 'Below the threshold' },
  'in-house': { da: 'Egen løsning', en: 'In-house' },
  'does-not-have': { da: 'Har det ikke', en: 'Does not have it' },
  'no-publication-found': { da: 'Ingen bekendtgørelse fundet', en: 'No publication found' },
  'outside-coverage': { da: 'Uden for det, registret dækker', en: 'Outside what the register covers' },
  'not-known': { da: 'Ikke kendt', en: 'Not known' },
};

/** What came of it. */
export const OUTCOME_CODES = [
  'no-case-opened', 'assessed-unlawful', 'award-set-aside', 'ineffective', 'economic-sanction', 'complaint-not-upheld', 'settled', 're-tendered', 'cancelled', 'before-the-courts', 'not-before-the-courts', 'not-known',
] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];

export const outcomeTexts: Readonly<Record<OutcomeCode, Text>> = {
  'no-case-opened': { da: 'Ingen sag åbnet', en: 'No case opened' },
  'assessed-unlawful': { da: 'Vurderet ulovlig af myndigheden', en: 'Assessed as unlawful by the authority' },
  'award-set-aside': { da: 'Tildelingen annulleret', en: 'Award set aside' },
  ineffective: { da: 'Kontrakten uden virkning', en: 'Contract ineffective' },
  'economic-sanction': { da: 'Økonomisk sanktion', en: 'Economic sanction' },
  'complaint-not-upheld': { da: 'Klagen ikke taget til følge', en: 'Complaint not upheld' },
  settled: { da: 'Forlig', en: 'Settled' },
  're-tendered': { da: 'Udbudt igen', en: 'Tendered again' },
  cancelled: { da: 'Aftalen opsagt', en: 'Agreement cancelled' },
  'before-the-courts': { da: 'Indbragt for domstolene', en: 'Before the courts' },
  'not-before-the-courts': { da: 'Ikke indbragt for domstolene', en: 'Not before the courts' },
  'not-known': { da: 'Udfaldet er ikke kendt', en: 'The outcome is not known' },
};
