/** A real chain of purchases as facts of the engine, for the page that explains it. */
import type { RouteFacts } from '../route/route.facts.ts';
import { said, type Said } from '../rule.ts';
import type { AddonFacts } from './addon.facts.ts';

const FIRST = { amount: 3_500_000 };
/** 5.9 million in all is what the source says: 3.5 and this. */
const EXTENSION = { amount: 2_400_000 };

export interface ChainExample {
  readonly title: Said;
  readonly told: Said;
  readonly first: RouteFacts;
  readonly extension: AddonFacts;
  /** What the source does not say, and how it was filled in. */
  readonly assumed: readonly Said[];
  readonly sources: readonly string[];
}

/** The party is not named: neither an outcome nor its reply was found. */
export const UNTENDERED_CHAIN: ChainExample = {
  title: said('En kæde af forlængelser', 'A chain of extensions'),
  told: said(
    'En kommune købte i 2007 for 3,5 mio. kr. uden udbud. I 2010 blev kontrakten forlænget med tre år til 5,9 mio. kr. i alt, igen uden udbud. Hvert led ligner en fortsættelse; først kæden viser indkøbet.',
    'In 2007 a municipality bought for DKK 3.5 million without a tender. In 2010 the contract was extended by three years to DKK 5.9 million in all, again without a tender. Each link looks like a continuation; only the chain shows the purchase.'),
  first: { on: '2007-07-01', buyer: 'municipality', kind: 'services', value: FIRST },
  extension: {
    on: '2010-07-01', buyer: 'municipality',
    contract: { signed: '2007-07-01', kind: 'services', tendered: false, originalValue: FIRST, changes: [] },
    purchase: { value: EXTENSION },
  },
  assumed: [
    said('Kilden siger kun årene; 1. juli er valgt.', 'The source gives the years only; 1 July was chosen.'),
    said('Slagsen er ikke oplyst; tjenesteydelser er valgt.', 'The kind is not given; services was chosen.'),
    said('5,9 mio. kr. er læst som hele kontrakten, så forlængelsen er 2,4 mio. kr.', 'DKK 5.9 million is read as the whole contract, so that the extension is DKK 2.4 million.'),
  ],
  sources: ['computerworld.dk/art/100174', 'computerworld.dk/art/56405', 'computerworld.dk/art/54179'],
};
