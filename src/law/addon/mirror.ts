/** The same answer in the words of a supplier who is about to sell without a tender: what to see to, and what is at stake. */
import type { Grade } from '../grade.ts';
import { KN017, KN018 } from '../klagenaevnsloven/p016-ineffectiveness.ts';
import { said, type Rule, type Said } from '../rule.ts';
import { D072, D072_NEW } from '../directive/a072-tendered-contract.ts';
import { P095_CALL_OFF } from '../udbudsloven/p095-call-off.ts';
import { P178 } from '../udbudsloven/p178-basic-elements.ts';
import { P179 } from '../udbudsloven/p179-option.ts';
import { P180 } from '../udbudsloven/p180-small-change.ts';
import { P184 } from '../udbudsloven/p184-index-and-notice.ts';
import { P185_ENDING, P185_KEEPING } from '../udbudsloven/p185-ending.ts';
import type { AddonResult, AddonVerdict } from './addon.result.ts';

/** Something that a supplier should know, with the rule that it comes from. */
export interface SupplierPoint {
  readonly text: Said;
  readonly paragraph: string;
  readonly source: string;
  readonly grade: Grade;
}

export interface SupplierView {
  readonly verdict: AddonVerdict;
  readonly headline: Said;
  readonly duties: readonly SupplierPoint[];
  readonly risks: readonly SupplierPoint[];
}

/** @param result of the buyer's question; the supplier's has the same facts */
export function supplierViewOf({ verdict, tenderRequired }: Pick<AddonResult, 'verdict' | 'tenderRequired'>): SupplierView {
  const risks = verdict === 'new-purchase' && tenderRequired === false ? [] : RISKS[verdict];
  return { verdict, headline: HEADLINES[verdict], duties: [...DUTIES[verdict], KEEP_PROOF], risks };
}

function point({ paragraph, source, grade }: Rule, text: Said): SupplierPoint {
  return { text, paragraph, source, grade };
}

const KEEP_PROOF: SupplierPoint = point(D072, said(
  'Bed om ordregiverens begrundelse på skrift, før I leverer. Pligten til at udbyde er ordregiverens, men følgerne rammer kontrakten.',
  'Ask for the buyer’s reasons in writing before you deliver. The duty to tender is the buyer’s, but the consequences hit the contract.'));

const WITHOUT_EFFECT: readonly SupplierPoint[] = [
  point(KN017, said(
    'En konkurrent kan klage. Er der solgt direkte uden den bekendtgørelse, loven kræver, kan kontrakten erklæres uden virkning.',
    'A competitor can complain. When it was sold directly without the notice that the law requires, the contract may be declared ineffective.')),
  point(KN018, said(
    'Det er de fremtidige leverancer, I mister; Klagenævnet siger fra hvornår og hvilke. Ellers sættes en anden sanktion.',
    'It is future deliveries that you lose; the Complaints Board says from when and which. Otherwise another sanction is set.')),
  point(P185_ENDING, said(
    'Ordregiveren skal kunne bringe kontrakten til ophør, når § 178 er brudt.',
    'The buyer must be able to end the contract when § 178 was broken.')),
  point(P185_KEEPING, said(
    'Beholder ordregiveren kontrakten, skal det meddeles, og så kan der klages i 20 dage.',
    'When the buyer keeps the contract, that is notified, and complaints can be made for 20 days.')),
];

const NOTICE_MISSING = point(P184, said(
  'Bekendtgøres ændringen ikke, mangler den bekendtgørelse, som reglen kræver.',
  'When no notice of the change is published, the notice that the rule requires is missing.'));

const WRONG_AFTER_ALL = point(P178, said(
  'Holder begrundelsen ikke, er ændringen et nyt indkøb, der skulle have været udbudt.',
  'When the reason does not hold, the change is a new purchase that should have been tendered.'));

const HEADLINES: Readonly<Record<AddonVerdict, Said>> = {
  'call-off': said('I kan sælge det som et træk på den aftale, I har vundet.', 'You can sell it as a call-off under the agreement that you won.'),
  option: said('I kan sælge det efter den klausul, der blev udbudt.', 'You can sell it under the clause that was tendered.'),
  'small-change': said('I kan sælge det som en lille ændring.', 'You can sell it as a small change.'),
  'additional-delivery': said('I kan sælge det som en nødvendig supplerende leverance, når ændringen bekendtgøres.', 'You can sell it as a necessary additional delivery, with a notice of the change.'),
  unforeseeable: said('I kan sælge det på grund af uforudsete omstændigheder, når ændringen bekendtgøres.', 'You can sell it by unforeseen circumstances, with a notice of the change.'),
  'not-basic': said('I kan sælge det som en ændring, der ikke er grundlæggende.', 'You can sell it as a change that is not basic.'),
  'new-purchase': said('Det er et nyt indkøb. Sig det til ordregiveren, og byd, når det kommer i konkurrence.', 'It is a new purchase. Tell the buyer, and bid when it comes up for competition.'),
  review: said('Vent. Svaret hviler på noget, der ikke er oplyst eller skal afgøres af en jurist.', 'Wait. The answer rests on something that was not said or that a jurist must settle.'),
};

const DUTIES: Readonly<Record<AddonVerdict, readonly SupplierPoint[]>> = {
  'call-off': [point(P095_CALL_OFF, said(
    'Før regnskab med, hvor meget der er købt på aftalen, og sig til, når den maksimale værdi er nær.',
    'Keep account of how much has been bought under the agreement, and say so when its maximum value is near.'))],
  option: [point(P179, said('Henvis til klausulens tekst i tilbud og ordre.', 'Refer to the text of the clause in the offer and the order.'))],
  'small-change': [point(P180, said('Før regnskab med alle ændringer af kontrakten: det er summen, der tæller.', 'Keep account of all changes to the contract: it is the sum that counts.'))],
  'additional-delivery': [point(P184, said('Se efter, at ordregiveren har bekendtgjort ændringen i EU-Tidende.', 'See to it that the buyer has published a notice of the change in the Official Journal.'))],
  unforeseeable: [point(P184, said('Se efter, at ordregiveren har bekendtgjort ændringen i EU-Tidende.', 'See to it that the buyer has published a notice of the change in the Official Journal.'))],
  'not-basic': [point(P178, said('Bed om at se, at alle fire spørgsmål er besvaret og begrundet.', 'Ask to see that all four questions are answered with reasons.'))],
  'new-purchase': [point(D072_NEW, said(
    'Kald det ikke et tilkøb i tilbuddet. Lad ordregiveren finde vejen efter værdi og slags.',
    'Do not call it an add-on in the offer. Let the buyer find the route by value and kind.'))],
  review: [point(D072, said('Bed ordregiveren besvare de åbne spørgsmål på skrift.', 'Ask the buyer to answer the open questions in writing.'))],
};

const RISKS: Readonly<Record<AddonVerdict, readonly SupplierPoint[]>> = {
  'call-off': [point(P095_CALL_OFF, said(
    'Køb over den maksimale værdi, uden for det udbudte eller efter udløb er ikke dækket af udbuddet.',
    'Purchases above the maximum value, outside what was tendered or after the end are not covered by the tender.'))],
  option: [WRONG_AFTER_ALL],
  'small-change': [WRONG_AFTER_ALL],
  'additional-delivery': [NOTICE_MISSING, WRONG_AFTER_ALL, ...WITHOUT_EFFECT],
  unforeseeable: [NOTICE_MISSING, WRONG_AFTER_ALL, ...WITHOUT_EFFECT],
  'not-basic': [WRONG_AFTER_ALL, ...WITHOUT_EFFECT],
  'new-purchase': WITHOUT_EFFECT,
  review: WITHOUT_EFFECT,
};
