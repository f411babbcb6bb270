import { asking, type Asked } from '../indicator.ts';

export const t06: Asked = {
  code: 'T06',
  title: { da: 'Fristen er kortere end lovens', en: 'Time limit below that of the law' },
  says: {
    da: 'Der er færre dage fra bekendtgørelsen til fristen end den laveste frist i loven, som kunne gælde for proceduren.',
    en: 'There are fewer days from the notice to the deadline than the lowest limit in the law that could hold for the procedure.',
  },
  cannotBeAssessed: {
    da: 'Når køberen ikke er dansk, når bekendtgørelsen ikke følger lovens almindelige EU-regler, når fristen mangler, eller når en tidligere bekendtgørelse kan have begyndt fristen eller gjort den kortere.',
    en: 'When the buyer is not Danish, when the notice does not follow the general EU rules of the law, when the deadline is missing, or when an earlier notice may have begun the time or made the limit shorter.',
  },
  innocent: {
    da: 'En forhåndsmeddelelse, som registret ikke kender; en hasteprocedure, som ikke er skrevet i feltet for det; en fejl i datoen, som siden er rettet.',
    en: 'A prior information notice that the register does not know; urgency that is not written in its field; a mistake in the date that was mended later.',
  },
  settings: {},
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Dage fra dagen efter afsendelsen til fristen', en: 'Days from the day after dispatch to the deadline' },
    unit: 'days',
    reasons: {
      'other-law': { da: 'Køberen er ikke dansk, eller landet er ikke oplyst', en: 'The buyer is not Danish, or the country is not stated' },
      'no-eu-procedure': { da: 'Ingen EU-procedure er oplyst; købet kan ligge under tærskelværdien, hvor loven ingen fast frist har', en: 'No EU procedure is stated; the purchase may lie below the threshold, where the law has no fixed limit' },
      'other-rules': { da: 'Bekendtgørelsen er ikke en udbudsbekendtgørelse efter de almindelige regler (fx light-regimet, forsyning, forsvar eller koncession)', en: 'The notice is no contract notice under the general rules (but of the light regime, utilities, defence or concessions, for one)' },
      'no-firm-limit': { da: 'For proceduren kendes ingen sikker frist i loven', en: 'For the procedure no firm limit of the law is known' },
      'law-not-known': { da: 'Lovens frist på den dag kendes ikke med sikkerhed', en: 'The limit of the law on that day is not firmly known' },
      'no-deadline': { da: 'Fristen er ikke oplyst', en: 'The deadline is not stated' },
      'deadline-before-call': { da: 'Fristen ligger før bekendtgørelsen', en: 'The deadline is before the notice' },
      'earlier-notice': { da: 'Forløbet begynder med en bekendtgørelse, som registret ikke har; den kan have begyndt fristen eller gjort den kortere', en: 'The process begins with a notice that the register does not have; it may have begun the time or made the limit shorter' },
      'perhaps-shortened': { da: 'En forhåndsmeddelelse kan have gjort fristen kortere', en: 'A prior information notice may have made the limit shorter' },
    },
    rows: {
      call: { da: 'Bekendtgørelsen er sendt; proceduren står ved', en: 'The notice was sent; the procedure stands beside' },
      deadline: { da: 'Fristen for tilbud eller ansøgninger', en: 'The deadline for tenders or requests' },
      days: { da: 'Dage imellem, afsendelsesdagen ikke medregnet', en: 'Days between, the day of dispatch not counted' },
      accelerated: { da: 'Hasteprocedure er oplyst', en: 'Said to be accelerated' },
      limit: { da: 'Lovens frist i dage, med kilden', en: 'The limit of the law in days, with its source' },
      reduction: { da: 'Dage, den er kortere, når tilbud afgives elektronisk, med kilden', en: 'Days by which it is shorter when tenders are electronic, with its source' },
    },
  }),
};
