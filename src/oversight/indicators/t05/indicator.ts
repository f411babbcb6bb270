import { asking, whole, type Asked } from '../indicator.ts';

export const t05: Asked = {
  code: 'T05',
  title: { da: 'Udbudt ind i en ferie', en: 'Published into a holiday' },
  says: {
    da: 'Kun få af arbejdsdagene mellem bekendtgørelsen og fristen ligger uden for ferierne.',
    en: 'Few of the working days between the call and the deadline lie outside the holidays.',
  },
  cannotBeAssessed: {
    da: 'Når køberen ikke er dansk, eller når fristen ikke er oplyst: feriekalenderen er dansk.',
    en: 'When the buyer is not Danish, or the deadline is not stated: the calendar of holidays is Danish.',
  },
  innocent: {
    da: 'En lang frist, som også rækker hen over en ferie; et køb, der haster; en frist, som køberen har forlænget af hensyn til ferien.',
    en: 'A long period that also runs over a holiday; a purchase that is urgent; a period that the buyer has made longer because of the holiday.',
  },
  settings: {
    share: whole(50, 'Så mange procent af arbejdsdagene skal mindst ligge uden for ferierne', 'At least so many per cent of the working days must lie outside the holidays', { most: 100 }),
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Arbejdsdage uden for ferierne', en: 'Working days outside the holidays' },
    unit: 'days',
    reasons: {
      'other-law': { da: 'Køberen er ikke dansk, eller landet er ikke oplyst', en: 'The buyer is not Danish, or the country is not stated' },
      'no-deadline': { da: 'Fristen er ikke oplyst', en: 'The deadline is not stated' },
      'deadline-before-call': { da: 'Fristen ligger ikke efter bekendtgørelsen', en: 'The deadline is not after the call' },
      'no-calendar': { da: 'Datoerne ligger uden for de år, kalenderen dækker', en: 'The dates lie outside the years of the calendar' },
    },
    rows: {
      call: { da: 'Udbuddet bekendtgøres', en: 'The call is published' },
      deadline: { da: 'Fristen', en: 'The deadline' },
      working: { da: 'Arbejdsdage imellem dem, den sidste dag medregnet', en: 'Working days between them, the last day included' },
      effective: { da: 'De af dem, der ligger uden for ferierne', en: 'Those of them outside the holidays' },
    },
  }),
};
