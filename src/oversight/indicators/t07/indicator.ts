import { asking, whole, type Asked } from '../indicator.ts';

export const t07: Asked = {
  code: 'T07',
  title: { da: 'Ét tilbud efter en kort frist', en: 'Single bid after a short time' },
  says: {
    da: 'Kun én bød, og fristen var blandt de korteste for samme procedure i samme land.',
    en: 'Only one bid, and the time given was among the shortest of the same procedure in the same country.',
  },
  cannotBeAssessed: {
    da: 'Når antallet af tilbud eller fristen ikke er oplyst, eller når der er for få forløb at sammenligne med.',
    en: 'When the number of bids or the deadline is not stated, or when there are too few processes to compare with.',
  },
  innocent: {
    da: 'Et marked med én leverandør, hvor en længere frist intet havde ændret; et enkelt køb, som er hurtigt at byde på; et køb, der hastede.',
    en: 'A market with one supplier, where a longer time would have changed nothing; a simple purchase that is quickly bid for; a purchase that was urgent.',
  },
  settings: {
    least: whole(20, 'Så mange forløb skal der mindst være i samme land med samme procedure', 'At least so many processes there must be in the same country with the same procedure', { least: 1 }),
    days: whole(null, 'En fast grænse: færre dage end det er kort, uanset hvad andre giver', 'A fixed limit: fewer days than that are short, whatever others give'),
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Dage fra bekendtgørelsen til fristen', en: 'Days from the call to the deadline' },
    unit: 'days',
    reasons: {
      'bids-not-stated': { da: 'Antallet af tilbud er ikke oplyst', en: 'The number of bids is not stated' },
      'no-period': { da: 'Bekendtgørelsens dag eller fristen kendes ikke', en: 'The day of the call or the deadline is not known' },
      'no-country': { da: 'Landet er ikke oplyst', en: 'The country is not stated' },
      'too-few': { da: 'For få forløb i samme land med samme procedure', en: 'Too few processes in the same country with the same procedure' },
    },
    rows: {
      call: { da: 'Udbuddet bekendtgøres', en: 'The call is published' },
      deadline: { da: 'Fristen', en: 'The deadline' },
      quartile: { da: 'Den korteste fjerdedel af fristerne er kortere end så mange dage (landet og proceduren)', en: 'The shortest quarter of the periods is shorter than so many days (the country and the procedure)' },
      compared: { da: 'Forløb, der er sammenlignet med', en: 'Processes compared with' },
      bids: { da: 'Tilbud til det hele', en: 'Bids for the whole' },
      lot: { da: 'Tilbud til delaftalen', en: 'Bids for the lot' },
    },
  }),
};
