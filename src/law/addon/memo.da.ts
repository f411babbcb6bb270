import type { Finding } from '../finding.ts';
import type { Buyer, Kind } from '../parameters/thresholds.ts';
import type { RouteVerdict } from '../route/route.result.ts';
import type { AddonVerdict } from './addon.result.ts';

export const da = {
  title: 'Notat til sagen: er det et tilkøb?',
  asked: 'Spørgsmål: må dette købes ved siden af kontrakten uden et nyt udbud?',
  day: 'Købets dag', answer: 'Svar', verdict: 'Resultat', likely: 'Peger på', tender: 'Udbud påkrævet', notice: 'Bekendtgørelse påkrævet',
  facts: 'Oplysninger', buyer: 'Ordregiver', signed: 'Kontrakten er indgået', kind: 'Kontrakten gælder', original: 'Kontraktens oprindelige værdi',
  indexed: 'Kontraktens indekserede værdi', purchase: 'Købet', steps: 'Prøvet i denne rækkefølge', sums: 'Beløb (uden moms)',
  changesBefore: 'Tidligere ændringer i alt', withThis: 'Med denne', limit: 'Skal være mindre end (§ 180)', threshold: 'Tærskelværdi',
  deliveries: 'Ændringer efter §§ 181 og 183 med denne', besides: 'Til sagen', whole: 'Det nye indkøb', value: 'Værdi, regnet samlet', route: 'Vej',
  change: 'Hvad ville ændre svaret', settle: 'Hvem kan afgøre det',
  whoSettles: 'En jurist hos ordregiveren eller en udbudsadvokat; Konkurrence- og Forbrugerstyrelsen vejleder, og Klagenævnet for Udbud afgør klager.',
  unverified: 'Ikke bekræftet', version: 'Reglernes version', yes: 'ja', no: 'nej', notSaid: 'ikke oplyst', notKnown: 'ikke kendt', from: 'fra',
  buyers: { municipality: 'kommune', 'central-government': 'stat', 'public-body': 'offentligretligt organ' } satisfies Record<Buyer, string>,
  kinds: { goods: 'varer', services: 'tjenesteydelser', 'light-services': 'sociale og andre specifikke tjenesteydelser', works: 'bygge og anlæg' } satisfies Record<Kind, string>,
  routes: {
    'eu-tender': 'EU-udbud', 'light-regime': 'light-regimet', 'below-threshold-cross-border': 'under tærskelværdien med klar grænseoverskridende interesse',
    'below-threshold-market-terms': 'under tærskelværdien på markedsmæssige vilkår', 'no-duty': 'ingen procedure i udbudsloven', 'call-off': 'træk på en aftale', review: 'kan ikke afgøres endnu',
  } satisfies Record<RouteVerdict, string>,
  verdicts: {
    'call-off': 'træk på den udbudte aftale', option: 'option eller ændringsklausul', 'small-change': 'ændring under mindsteværdien',
    'additional-delivery': 'nødvendig supplerende leverance', unforeseeable: 'ændring på grund af uforudsete omstændigheder',
    'not-basic': 'ændring, der ikke er grundlæggende', 'new-purchase': 'nyt indkøb, ikke et tilkøb', review: 'kan ikke afgøres endnu',
  } satisfies Record<AddonVerdict, string>,
  results: { met: 'opfyldt', 'not-met': 'ikke opfyldt', unknown: 'ikke oplyst', review: 'til vurdering' } satisfies Record<Finding['result'], string>,
};
