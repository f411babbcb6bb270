import { whole, type Indicator } from '../indicator.ts';

export const r035: Indicator = {
  code: 'R035',
  title: { da: 'Alle andre end vinderen udelukket', en: 'All except winning bid disqualified' },
  says: {
    da: 'Kun vinderens tilbud er gyldigt; andres er afvist.',
    en: 'Only the winner’s bid is valid; those of others are disqualified.',
  },
  value: {
    da: 'For et forløb: hvor mange andre der er afvist. For en tilbudsgiver: altid 0',
    en: 'Of a process: how many others are disqualified. Of a tenderer: always 0',
  },
  kinds: ['OCID', 'Tenderer'],
  cannotBeAssessed: {
    da: 'Når en tildeling ikke er endelig, eller når tilbud eller tildelinger mangler.',
    en: 'When an award is not final, or when bids or awards are missing.',
  },
  innocent: {
    da: 'Et krav, som få kan opfylde; fejl i form, som loven pålægger at afvise; afviste tilbud, der ligger langt fra det ønskede.',
    en: 'A requirement that few can meet; faults of form that the law bids to reject; rejected bids far from what was wanted.',
  },
  settings: {
    threshold: whole(1, 'Så mange andre skal mindst være afvist; mindre end 1 tæller som 1', 'So many others at least must be disqualified; less than 1 counts as 1'),
  },
  measure: null,
  query: new URL('query.sql', import.meta.url),
};
