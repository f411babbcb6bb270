import { asking, days, list, type Asked } from '../../indicator.ts';
import { rowsOf } from '../../reasons.ts';
import { r003 } from '../indicator.ts';

const { code, title, innocent } = r003;

export const ownR003: Asked = {
  code, title, innocent,
  says: {
    da: 'Der er færre hele dage fra tilbudsperiodens begyndelse, eller bekendtgørelsen, til fristen end grænsen.',
    en: 'There are fewer whole days from the beginning of the tender period, or the notice, to the deadline than the threshold.',
  },
  cannotBeAssessed: {
    da: 'Når fristen eller begyndelsen ikke er oplyst, eller fristen ligger før begyndelsen.',
    en: 'When the deadline or the beginning is not stated, or the deadline lies before the beginning.',
  },
  settings: {
    threshold: days(15, 'Færre hele dage end dette giver et opmærksomhedspunkt', 'Fewer whole days than this are a point of attention'),
    procurement_methods: list([], 'De eneste udbudsformer (procurementMethod), der ses på; ellers alle', 'The only methods (procurementMethod) that are looked at; else all'),
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Hele dage', en: 'Whole days' },
    unit: 'days',
    reasons: {
      'no-deadline': { da: 'Fristen er ikke oplyst', en: 'The deadline is not stated' },
      'no-start': { da: 'Tilbudsperiodens begyndelse er ikke oplyst, og der er ingen EU-bekendtgørelse, der begynder den', en: 'The beginning of the tender period is not stated, and there is no EU notice that begins it' },
      'first-notice-missing': { da: 'Forløbet er begyndt med en bekendtgørelse, der ikke er i registret', en: 'The process began with a notice that is not in the register' },
      'deadline-before-start': { da: 'Fristen ligger før begyndelsen', en: 'The deadline lies before the beginning' },
    },
    rows: {
      opens: { da: 'Tilbudsperioden begynder', en: 'The tender period begins' },
      called: { da: 'Bekendtgørelsen, der begynder perioden', en: 'The notice that begins the period' },
      deadline: { da: 'Fristen', en: 'The deadline' },
      ...rowsOf('bound'),
    },
  }),
};
