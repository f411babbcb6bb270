import { said, type Said } from '../rule.ts';
import type { WhereFacts } from './where.facts.ts';

export const WAYS = ['joint-solution', 'framework', 'dis', 'own-tender'] as const;
export type Way = (typeof WAYS)[number];

/** What an answer says for a way to buy (above zero) or against it (below). The weights are our own judgement, and no law. */
export interface Reason {
  readonly fact: keyof WhereFacts;
  readonly answer: string | boolean;
  readonly way: Way;
  readonly weight: -2 | -1 | 1 | 2;
  readonly because: Said;
}

type Row = readonly [way: Way, weight: Reason['weight'], da: string, en: string];

function when(fact: keyof WhereFacts, answer: Reason['answer'], rows: readonly Row[]): readonly Reason[] {
  return rows.map(([way, weight, da, en]) => ({ fact, answer, way, weight, because: said(da, en) }));
}

export const REASONS: readonly Reason[] = [
  ...when('sharedWithOthers', true, [
    ['joint-solution', 2, 'Andre kommuner har samme behov: ét udbud og én løsning at vedligeholde.', 'Other municipalities have the same need: one tender, and one solution to maintain.'],
    ['framework', 1, 'Mange kan bruge den samme aftale uden selv at føre udbuddet.', 'Many can use the same agreement without running the tender themselves.'],
    ['own-tender', -1, 'Det samme arbejde gøres i hver kommune.', 'The same work is done in every municipality.'],
  ]),
  ...when('sharedWithOthers', false, [
    ['joint-solution', -2, 'Behovet er jeres eget; der er ingen at dele løsning og udgifter med.', 'The need is yours alone; there is nobody to share solution and cost with.'],
    ['own-tender', 1, 'Et eget udbud kan skæres til jeres behov.', 'A tender of your own can be cut to your need.'],
  ]),
  ...when('maturity', 'mature', [
    ['framework', 2, 'Ydelser og priser kan beskrives på forhånd, når markedet er modent.', 'What is delivered and what it costs can be described beforehand when the market is mature.'],
    ['dis', 1, 'Der er mange leverandører at invitere.', 'There are many suppliers to invite.'],
    ['joint-solution', -1, 'Markedet leverer det allerede; ét fælles køb gør det afhængigt af én vinder.', 'The market delivers it already; one joint purchase makes it depend on one winner.'],
  ]),
  ...when('maturity', 'growing', [
    ['dis', 2, 'Nye leverandører kan komme med undervejs.', 'New suppliers can join on the way.'],
    ['framework', -1, 'Rammeaftalen er lukket for nye leverandører, så længe den løber.', 'The framework is closed to new suppliers as long as it runs.'],
  ]),
  ...when('maturity', 'new', [
    ['own-tender', 2, 'Dialog, forhandling eller et innovationspartnerskab kan forme det, der ikke findes endnu.', 'Dialogue, negotiation or an innovation partnership can shape what is not there yet.'],
    ['joint-solution', 1, 'Flere kan dele risikoen ved noget nyt.', 'Several can share the risk of something new.'],
    ['dis', -2, 'Et dynamisk indkøbssystem er til det, der findes på markedet (§§ 101-108).', 'A dynamic purchasing system is for what is available on the market (§§ 101-108).'],
    ['framework', -2, 'Vilkår kan ikke fastsættes på forhånd for noget, ingen har leveret.', 'Terms cannot be set beforehand for what nobody has delivered.'],
  ]),
  ...when('standardisation', 'standard', [
    ['dis', 2, 'Standardiserede køb passer til korte konkurrencer mellem alle optagne.', 'Standardised purchases suit short competitions among all who are admitted.'],
    ['framework', 1, 'Det, der købes som det er, kan bestilles direkte på aftalens vilkår.', 'What is bought as it is can be ordered directly on the terms of the agreement.'],
    ['own-tender', -1, 'Et helt udbud er meget arbejde for noget, der ligger på hylden.', 'A whole tender is much work for what lies on the shelf.'],
  ]),
  ...when('standardisation', 'adapted', [
    ['own-tender', 1, 'Tilpasninger kan forhandles (§ 61 ff.).', 'Adaptations can be negotiated (§ 61 ff.).'],
    ['joint-solution', 1, 'Den samme tilpasning betales én gang.', 'The same adaptation is paid for once.'],
    ['dis', -1, 'Tilpasninger er svære at beskrive og bedømme i et kort udbud.', 'Adaptations are hard to describe and assess in a short competition.'],
  ]),
  ...when('standardisation', 'own', [
    ['own-tender', 2, 'Det, der laves til jer, kræver krav og forhandling om netop det.', 'What is made for you needs requirements and negotiation about just that.'],
    ['joint-solution', 1, 'En løsning, der skal laves, kan laves for flere.', 'A solution that must be made can be made for several.'],
    ['framework', -1, 'Aftalens vilkår er skrevet til noget andet.', 'The terms of the agreement were written for something else.'],
    ['dis', -2, 'Det, der skal laves, findes ikke på markedet endnu.', 'What must be made is not available on the market yet.'],
  ]),
  ...when('pace', 'slow', [
    ['joint-solution', 1, 'En fælles løsning tager tid at beslutte og kan holde længe.', 'A joint solution takes time to decide and can last long.'],
    ['framework', 1, 'Vilkår, der er fastsat på forhånd, passer også om nogle år.', 'Terms set beforehand still fit in some years.'],
  ]),
  ...when('pace', 'fast', [
    ['dis', 2, 'Systemet er åbent hele tiden, så nyt kan købes, når det kommer.', 'The system is open all the time, so that new things can be bought when they come.'],
    ['framework', -1, 'Aftalen låser udvalget i op til fire år (§ 95).', 'The agreement locks the choice for up to four years (§ 95).'],
    ['joint-solution', -1, 'Vejen fra fælles beslutning til drift er lang.', 'The way from a joint decision to operation is long.'],
  ]),
  ...when('need', 'components', [
    ['dis', 1, 'Hver del kan købes for sig, hos den bedste til den.', 'Each part can be bought by itself, from whoever is best at it.'],
    ['framework', 1, 'Delaftaler giver adgang til flere leverandører.', 'Lots give access to several suppliers.'],
    ['joint-solution', -1, 'En fælles løsning er oftest en hel pakke.', 'A joint solution is most often a whole package.'],
  ]),
  ...when('need', 'package', [
    ['joint-solution', 1, 'Helheden er den samme for alle, der er med.', 'The whole is the same for all who take part.'],
    ['own-tender', 1, 'Én leverandør kan få ansvaret for helheden.', 'One supplier can answer for the whole.'],
    ['dis', -1, 'Mange små konkurrencer giver ingen, der svarer for helheden.', 'Many small competitions leave nobody to answer for the whole.'],
  ]),
];
