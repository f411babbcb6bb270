import { said, type Rule } from '../rule.ts';

export const KN003_WITHOUT = {
  id: 'klagenaevnsloven-3-without',
  paragraph: 'Klagenævnsloven § 3',
  title: said('Hvor der ikke er standstill', 'Where there is no standstill'),
  sentence: said(
    'Der er ikke pligt til standstill, når der ikke er pligt til en udbudsbekendtgørelse, ved træk på en rammeaftale, ved køb i et dynamisk indkøbssystem og under tærskelværdien (tilbudsloven).',
    'There is no duty of a standstill where no contract notice is needed, for call-offs under a framework, for purchases in a dynamic purchasing system, and below the threshold (Tilbudsloven).'),
  grade: 'V',
  source: 'udbudsportalen.dk, standstill-perioden',
  validFrom: '2010-07-01',
  validTo: null,
  confirm: said('Kontrakten kan blive erklæret uden virkning, når standstill udelades i et dynamisk indkøbssystem.', 'The contract may be declared ineffective when the standstill is left out in a dynamic purchasing system.'),
} as const satisfies Rule;

export const KN003_SUSPENSION = {
  id: 'klagenaevnsloven-suspension',
  paragraph: 'Klagenævnsloven',
  title: said('Klage i standstill', 'Complaint in the standstill'),
  sentence: said(
    'En klage i standstill har opsættende virkning af sig selv.',
    'A complaint in the standstill has suspensive effect by itself.'),
  grade: 'V',
  source: 'lov om Klagenævnet for Udbud; udbudsportalen.dk, standstill-perioden',
  validFrom: '2010-07-01',
  validTo: null,
  confirm: said('Hvilken paragraf der giver den opsættende virkning.', 'Which paragraph gives the suspensive effect.'),
} as const satisfies Rule;
