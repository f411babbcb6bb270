import { asked } from '../asked.ts';
import { met, notMet, unknown, type Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import type { Truth } from '../truth.ts';
import type { AwardModel } from './p098-award-model.ts';

/** What the rules that were read by proxy have in common. */
const BY_PROXY = {
  paragraph: 'Udbudsloven §§ 101-108',
  grade: 'P',
  source: 'VgV § 22-24; Directive 2014/24/EU, article 34',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og den danske ordlyd.', 'The number of the paragraph and the Danish wording.'),
} as const;

export const P101 = {
  id: 'udbudsloven-101-use',
  paragraph: 'Udbudsloven §§ 101-108',
  title: said('Dynamisk indkøbssystem', 'Dynamic purchasing system'),
  sentence: said(
    'Et dynamisk indkøbssystem bruges til almindelige indkøb, der findes på markedet; det er helt elektronisk og åbent for alle egnede leverandører, så længe det løber.',
    'A dynamic purchasing system is for commonly used purchases available on the market; it is fully electronic and open to any qualified supplier all its life.'),
  grade: 'V',
  source: 'Directive 2014/24/EU, article 34(1)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og den danske ordlyd.', 'The number of the paragraph and the Danish wording.'),
} as const satisfies Rule;

export const DIS_ADMISSION = {
  id: 'udbudsloven-101-admission',
  ...BY_PROXY,
  title: said('Alle egnede optages', 'All who qualify are admitted'),
  sentence: said(
    'Reglerne for begrænset udbud følges, men antallet, der optages, må ikke begrænses.',
    'The rules of the restricted procedure are followed, but the number admitted may not be limited.'),
} as const satisfies Rule;

export const DIS_APPLICATIONS = {
  id: 'udbudsloven-101-applications',
  ...BY_PROXY,
  title: said('Ansøgning om optagelse', 'Applications'),
  sentence: said(
    'Den første frist for ansøgninger er mindst 30 dage; når den første opfordring til at give tilbud er sendt, gælder ingen frist mere.',
    'The first time limit for applications is at least 30 days; once the first invitation to tender has gone out there is no further limit.'),
} as const satisfies Rule;

export const DIS_DECISION = {
  id: 'udbudsloven-101-decision',
  ...BY_PROXY,
  title: said('Svar på en ansøgning', 'Decision on an application'),
  sentence: said(
    'En ansøgning afgøres inden 10 arbejdsdage, i begrundede tilfælde 15; indtil den første opfordring er sendt, kan tiden forlænges som skrevet i materialet.',
    'An application is decided within 10 working days, in justified cases 15; until the first invitation is sent the time may be prolonged as the documents say.'),
} as const satisfies Rule;

export const DIS_INFORM = {
  id: 'udbudsloven-101-inform',
  ...BY_PROXY,
  title: said('Besked til ansøgeren', 'Informing the applicant'),
  sentence: said(
    'Ansøgeren får straks besked, om den er optaget eller ej.',
    'The applicant is told without delay whether it is admitted or not.'),
} as const satisfies Rule;

export const DIS_INVITED = {
  id: 'udbudsloven-101-invited',
  ...BY_PROXY,
  title: said('Alle opfordres hver gang', 'All are invited every time'),
  sentence: said(
    'Ved hvert køb opfordres alle optagne i kategorien til at give tilbud; direkte tildeling findes ikke.',
    'For each purchase all who are admitted in the category are invited to tender; there is no direct award.'),
} as const satisfies Rule;

export const DIS_TENDERS = {
  id: 'udbudsloven-101-tenders',
  ...BY_PROXY,
  title: said('Tilbudsfrist', 'Tender period'),
  sentence: said(
    'Tilbudsfristen er mindst 10 dage; kommuner kan aftale en frist med alle optagne.',
    'The tender period is at least 10 days; municipalities may agree a period with all who are admitted.'),
} as const satisfies Rule;

export const DIS_ESPD = {
  id: 'udbudsloven-101-espd',
  ...BY_PROXY,
  title: said('Fornyet ESPD', 'Renewed ESPD'),
  sentence: said(
    'En fornyet ESPD kan kræves når som helst, inden fem arbejdsdage.',
    'A renewed ESPD may be asked at any time, within five working days.'),
} as const satisfies Rule;

export const DIS_FEES = {
  id: 'udbudsloven-101-fees',
  ...BY_PROXY,
  title: said('Gratis', 'No fees'),
  sentence: said(
    'Det koster intet at søge eller at være med.',
    'It costs nothing to apply or to take part.'),
} as const satisfies Rule;

export const DIS_DOCUMENTS = {
  id: 'udbudsloven-101-documents',
  ...BY_PROXY,
  title: said('Udbudsmaterialet', 'Documents'),
  sentence: said(
    'Materialet angiver arten og den anslåede mængde og hvordan systemet virker, og ligger frit og fuldt ud på nettet, så længe systemet løber.',
    'The documents state nature and estimated quantity and how the system works, and are freely and fully available while it lives.'),
} as const satisfies Rule;

export const DIS_CHANGES = {
  id: 'udbudsloven-101-changes',
  ...BY_PROXY,
  title: said('Ændret eller ophørt', 'Changed or ended'),
  sentence: said(
    'En ændret løbetid bekendtgøres som en udbudsbekendtgørelse, et ophør som en bekendtgørelse om indgået kontrakt.',
    'A changed period is announced in the form of a contract notice, an end in that of an award notice.'),
} as const satisfies Rule;

export const DIS_LIFE = {
  id: 'udbudsloven-101-life',
  paragraph: 'Udbudsloven §§ 101-108',
  title: said('Ingen længste løbetid', 'No maximum life'),
  sentence: said(
    'Et dynamisk indkøbssystem har ingen længste løbetid.',
    'A dynamic purchasing system has no maximum life.'),
  grade: 'P',
  source: 'SKI 02.14, which runs to 2049',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og den danske ordlyd.', 'The number of the paragraph and the Danish wording.'),
} as const satisfies Rule;

/** Whether the notice of the system lets this buyer use it. */
export function judgeDisParties({ namedInNotice }: { readonly namedInNotice: Truth }): Finding {
  return asked(P101, namedInNotice, {
    yes: said('Indkøbssystemet er lavet for ordregiveren.', 'The system was set up for the buyer.'),
    no: said('Indkøbssystemet er ikke lavet for ordregiveren, som ikke kan bruge det.', 'The system was not set up for the buyer, which cannot use it.'),
    open: said('Det er ikke oplyst, om indkøbssystemet er lavet for ordregiveren.', 'It is not said whether the system was set up for the buyer.'),
  });
}

/** Whether all who are admitted are invited, which is the only way to buy in a system. */
export function judgeDisInvitation({ awardModel }: { readonly awardModel: AwardModel | null }): Finding {
  if (awardModel === null) return unknown(DIS_INVITED, said('Det er ikke oplyst, om alle optagne opfordres til at give tilbud.', 'It is not said whether all who are admitted are invited to tender.'));
  return awardModel === 'mini-competition'
    ? met(DIS_INVITED, said('Alle optagne opfordres til at give tilbud.', 'All who are admitted are invited to tender.'))
    : notMet(DIS_INVITED, said('Et dynamisk indkøbssystem kan ikke tildele direkte; alle optagne opfordres hver gang.', 'A dynamic purchasing system cannot award directly; all who are admitted are invited every time.'));
}
