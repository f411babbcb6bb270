/** Grounds for buying without a tender, as they are given in practice, each with the facts that would make it true and the rule of today that asks for them. */
import type { Text } from '../indicators/indicator.ts';

export const GROUND_CODES = [
  'add-on', 'upgrade', 'few-suppliers', 'compared-informally', 'one-supplier', 'urgency', 'reform', 'supplier-advised', 'below-threshold', 'framework-covers', 'exit-dearer', 'other',
] as const;
export type GroundCode = (typeof GROUND_CODES)[number];

export interface Ground {
  /** As it is said. */
  readonly said: Text;
  /** What would have to be so. */
  readonly wouldBeTrue: Text;
  /** Ids of rules of `#law`; none: no rule asks for it. */
  readonly rules: readonly string[];
}

export const GROUNDS: Readonly<Record<GroundCode, Ground>> = {
  'add-on': {
    said: { da: 'Det er kun et tilkøb', en: 'It is only an add-on' },
    wouldBeTrue: {
      da: 'At den oprindelige kontrakt var i udbud, og at tilkøbet ligger i den, i en klar option, under grænserne for små ændringer, eller er nødvendigt og ikke kan købes hos andre.',
      en: 'That the original contract was tendered, and that the add-on lies within it, in a clear option, below the limits of small changes, or is necessary and cannot be bought from others.',
    },
    rules: ['udbudsloven-179', 'udbudsloven-180', 'udbudsloven-181', 'udbudsloven-183'],
  },
  upgrade: {
    said: { da: 'Det er en opgradering, ikke et nyt køb', en: 'It is an upgrade, not a new purchase' },
    wouldBeTrue: {
      da: 'Det samme som for et tilkøb, og at det nye ikke er et andet system: andre ville ikke have budt, og kontrakten er i sin karakter den samme.',
      en: 'The same as for an add-on, and that the new is no other system: others would not have bid, and the contract keeps its character.',
    },
    rules: ['udbudsloven-178', 'udbudsloven-180'],
  },
  'few-suppliers': {
    said: { da: 'Der er kun få leverandører', en: 'There are only few suppliers' },
    wouldBeTrue: { da: 'Intet: hvor to kan levere, kan to byde. Kun når netop én kan, er der en undtagelse.', en: 'Nothing: where two can deliver, two can bid. Only when exactly one can is there an exception.' },
    rules: ['udbudsloven-80-one-supplier'],
  },
  'compared-informally': {
    said: { da: 'Vi så på flere systemer og valgte', en: 'We looked at several systems and chose' },
    wouldBeTrue: { da: 'Intet over tærskelværdien: en sammenligning uden bekendtgørelse giver ikke andre adgang til at byde.', en: 'Nothing above the threshold: a comparison without a notice gives others no chance to bid.' },
    rules: [],
  },
  'one-supplier': {
    said: { da: 'Kun én kan levere', en: 'Only one can deliver' },
    wouldBeTrue: { da: 'At konkurrence mangler af tekniske grunde, at intet rimeligt alternativ findes, og at køberen ikke selv har indsnævret kravene.', en: 'That competition is absent for technical reasons, that there is no reasonable alternative, and that the buyer has not narrowed the needs itself.' },
    rules: ['udbudsloven-80-one-supplier'],
  },
  urgency: {
    said: { da: 'Det hastede', en: 'It was urgent' },
    wouldBeTrue: { da: 'At begivenheden ikke kunne forudses og ikke skyldes køberen, og at selv den korteste frist var for lang.', en: 'That the event could not be foreseen and is not due to the buyer, and that even the shortest time limit was too long.' },
    rules: ['udbudsloven-80-urgency'],
  },
  reform: {
    said: { da: 'En reform eller en frist i loven krævede det', en: 'A reform or a date in law required it' },
    wouldBeTrue: { da: 'Det samme som for hast; en vedtaget lov er kendt på forhånd.', en: 'The same as for urgency; an act that was passed is known beforehand.' },
    rules: ['udbudsloven-80-urgency'],
  },
  'supplier-advised': {
    said: { da: 'Leverandøren sagde, at det ikke behøvede udbud', en: 'The supplier said that no tender was needed' },
    wouldBeTrue: { da: 'Intet: pligten er køberens.', en: 'Nothing: the duty is the buyer’s.' },
    rules: [],
  },
  'below-threshold': {
    said: { da: 'Købet er under tærskelværdien', en: 'The purchase is below the threshold' },
    wouldBeTrue: { da: 'At hele værdien med optioner, forlængelser og køb af samme slags er mindre end tærskelværdien på dagen.', en: 'That the whole value with options, extensions and purchases of the same kind is less than the threshold of the day.' },
    rules: ['udbudsloven-6', 'udbudsloven-29-total'],
  },
  'framework-covers': {
    said: { da: 'Rammeaftalen dækker det', en: 'The framework agreement covers it' },
    wouldBeTrue: { da: 'At køberen er part, ydelsen er med, loftet og tiden ikke er overskredet, og at valget følger aftalens objektive kriterier.', en: 'That the buyer is a party, the service is in it, maximum and term are not exceeded, and the choice follows the agreement’s objective criteria.' },
    rules: ['udbudsloven-96', 'udbudsloven-98', 'udbudsloven-99'],
  },
  'exit-dearer': {
    said: { da: 'Det er dyrere at skifte end at blive', en: 'Leaving is dearer than staying' },
    wouldBeTrue: { da: 'Kun som en af to betingelser for en nødvendig supplerende levering, og kun op til halvdelen af kontraktens værdi.', en: 'Only as one of two conditions of a necessary additional delivery, and only up to half of the value of the contract.' },
    rules: ['udbudsloven-181'],
  },
  other: {
    said: { da: 'En anden grund', en: 'Another reason' },
    wouldBeTrue: { da: 'Det afhænger af grunden.', en: 'That depends on the reason.' },
    rules: [],
  },
};
