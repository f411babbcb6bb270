import type { Kind } from './purchase.ts';

type Range = readonly [from: number, to: number];

/** What sets the procedures apart. Days are calendar days and lie above the legal minimum. */
export interface KindFacts {
  /** OCDS codelist "method". */
  readonly method: 'open' | 'selective';
  /** The name on screen. */
  readonly details: string;
  /** From the notice to the time limit for tenders. */
  readonly days: Range;
  /** From the notice to the time limit for applications, where there is a round of selection. */
  readonly applications?: Range;
  /** From the time limit for tenders to the decision. */
  readonly evaluation: Range;
  /** Under the directive: notice in the EU journal, standstill, lots described. */
  readonly eu: boolean;
}

export const KINDS: Readonly<Record<Kind, KindFacts>> = {
  open: { method: 'open', details: 'Offentligt udbud', days: [34, 46], evaluation: [21, 45], eu: true },
  restricted: { method: 'selective', details: 'Begrænset udbud', days: [66, 84], applications: [31, 36], evaluation: [21, 45], eu: true },
  negotiated: { method: 'selective', details: 'Udbud med forhandling', days: [78, 105], applications: [31, 38], evaluation: [25, 50], eu: true },
  below: { method: 'open', details: 'Annoncering under tærskelværdien', days: [19, 28], evaluation: [7, 18], eu: false },
  mini: { method: 'selective', details: 'Miniudbud på rammeaftale', days: [17, 24], evaluation: [7, 16], eu: false },
  dis: { method: 'selective', details: 'Konkret indkøb i dynamisk indkøbssystem', days: [16, 25], evaluation: [7, 16], eu: false },
};

/** Sets of award criteria with their weights in percent. */
export const CRITERIA: readonly (readonly (readonly [type: 'price' | 'quality', name: string, weight: number])[])[] = [
  [['price', 'Pris', 40], ['quality', 'Kvalitet og brugervenlighed', 40], ['quality', 'Implementering og samarbejde', 20]],
  [['price', 'Samlede omkostninger i kontraktens løbetid', 50], ['quality', 'Opfyldelse af krav', 30], ['quality', 'Drift og support', 20]],
  [['price', 'Pris', 30], ['quality', 'Funktionalitet', 45], ['quality', 'Informationssikkerhed og databeskyttelse', 25]],
  [['price', 'Pris', 60], ['quality', 'Levering og service', 40]],
];
