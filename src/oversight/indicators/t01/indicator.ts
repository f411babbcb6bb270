import { asking, type Asked } from '../indicator.ts';

export const t01: Asked = {
  code: 'T01',
  title: { da: 'Forhandlet uden forudgående bekendtgørelse', en: 'Negotiated without a notice beforehand' },
  says: {
    da: 'Købet er efter bekendtgørelsen forhandlet uden en forudgående udbudsbekendtgørelse.',
    en: 'The purchase was, as its notice says, negotiated without a contract notice beforehand.',
  },
  cannotBeAssessed: {
    da: 'Når bekendtgørelsen ikke nævner en EU-procedure: et direkte køb kan da ligge under tærskelværdien.',
    en: 'When the notice names no EU procedure: a direct purchase may then lie below the threshold.',
  },
  innocent: {
    da: 'Loven tillader det i bestemte tilfælde, fx når kun én kan levere, når ingen bød, eller når det haster af grunde, ingen kunne forudse. Begrundelsen, som køberen gav den, står ved punktet.',
    en: 'The law allows it in certain cases, as when only one can deliver, nobody bid, or it is urgent for reasons that nobody could foresee. The reason that the buyer gave stands beside the point.',
  },
  settings: {},
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Intet tal: bekendtgørelsen siger det selv', en: 'No number: the notice says so itself' },
    unit: 'none',
    reasons: {
      'no-procedure': { da: 'Proceduren er ikke oplyst', en: 'The procedure is not stated' },
      'no-eu-procedure': { da: 'Ingen EU-procedure er oplyst; købet kan ligge under tærskelværdien', en: 'No EU procedure is stated; the purchase may lie below the threshold' },
    },
    rows: {
      procedure: { da: 'Proceduren i bekendtgørelsen, med de koder for begrundelsen, den giver', en: 'The procedure in the notice, with the codes of the reason that it gives' },
      rationale: { da: 'Begrundelsen med køberens ord', en: 'The reason in the words of the buyer' },
      award: { da: 'Tildelingen', en: 'The award' },
    },
  }),
};
