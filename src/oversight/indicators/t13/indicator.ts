import { asking, whole, type Asked } from '../indicator.ts';

export const t13: Asked = {
  code: 'T13',
  title: { da: 'Ingen bekendtgørelse om resultatet fundet', en: 'No notice of the result found' },
  says: {
    da: 'Fristen for tilbud er for længst gået, og ingen offentliggørelse af resultatet, en aflysning eller en ændring er fundet.',
    en: 'The deadline for tenders passed long ago, and no publication of a result, a cancellation or a change was found.',
  },
  cannotBeAssessed: {
    da: 'Når fristen mangler, når der ikke er gået længe nok, og når registret ikke har nok resultater fra landet og kilden i den tid.',
    en: 'When the deadline is missing, when not enough time has passed, and when the register does not hold enough results of the country and source from that time.',
  },
  innocent: {
    da: 'Udbuddet kan trække ud eller være opgivet; resultatet kan være offentliggjort et andet sted eller uden henvisning, så registret ikke kan se, at det hører til.',
    en: 'The tender may be drawn out or given up; the result may be published elsewhere, or without a reference, so that the register cannot see that it belongs here.',
  },
  settings: {
    days: whole(400, 'Så mange dage efter fristen, regnet til de nyeste resultater i registret', 'So many days after the deadline, counted to the newest results in the register'),
    results: whole(20, 'Så mange resultater fra landet og kilden skal være offentliggjort efter det', 'So many results of the country and source must be published after that', { least: 1 }),
    share: { kind: 'decimal', fallback: 0.5, help: { da: 'Så stor en del af årets udbud fra landet og kilden skal have et kendt resultat', en: 'So large a share of the calls of that year, country and source must have a known outcome' } },
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Dage fra fristen til den dag, registrets resultater når til', en: 'Days from the deadline to the day up to which the register holds results' },
    unit: 'days',
    reasons: {
      'no-deadline': { da: 'Fristen er ikke oplyst, eller er en dag, der ikke kan passe', en: 'The deadline is not stated, or is a day that cannot be right' },
      'too-recent': { da: 'Der er ikke gået længe nok siden fristen', en: 'Not enough time has passed since the deadline' },
      'not-covered': { da: 'Registret har ikke nok resultater fra landet og kilden i den tid', en: 'The register does not hold enough results of the country and source from that time' },
    },
    rows: {
      call: { da: 'Udbudsbekendtgørelsen', en: 'The contract notice' },
      deadline: { da: 'Fristen', en: 'The deadline' },
      'covered-to': { da: 'Registret har resultater fra landet og kilden til denne dag', en: 'The register holds results of the country and source up to this day' },
      calls: { da: 'Udbud fra landet og kilden med frist i samme år', en: 'Calls of the country and source with a deadline in the same year' },
      outcomes: { da: 'De af dem, hvis udfald er kendt', en: 'Those of them whose outcome is known' },
      limit: { da: 'Lovens frist for bekendtgørelsen, i dage efter kontrakten', en: 'The time limit of the law for the notice, in days after the contract' },
    },
  }),
};
