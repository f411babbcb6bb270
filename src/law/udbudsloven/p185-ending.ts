import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P185_ENDING = {
  id: 'udbudsloven-185-1',
  paragraph: 'Udbudsloven § 185, stk. 1',
  title: said('Adgang til at bringe kontrakten til ophør', 'The right to end the contract'),
  sentence: said(
    'Ordregiveren skal kunne bringe kontrakten til ophør, når § 178 er brudt, når leverandøren skulle have været udelukket, eller efter en afgørelse fra EU-Domstolen eller Klagenævnet for Udbud.',
    'The buyer must be able to end the contract when § 178 was broken, when the supplier should have been excluded, or after a ruling of the EU Court or the Complaints Board for Public Procurement.'),
  grade: 'U',
  source: 'general knowledge; not verified. Directive 2014/24/EU, article 73',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens danske ordlyd.', 'The Danish wording of the paragraph.'),
} as const satisfies Rule;

export const P185_KEEPING = {
  id: 'udbudsloven-185-2',
  paragraph: 'Udbudsloven § 185, stk. 2',
  title: said('Beslutning om at beholde kontrakten', 'A decision to keep the contract'),
  sentence: said(
    'Beslutter ordregiveren at lade kontrakten fortsætte, skal det meddeles; meddelelsen starter en klagefrist på 20 dage.',
    'When the buyer decides to let the contract go on, that is notified; the notification starts a time limit of 20 days for complaints.'),
  grade: 'V',
  source: 'lov om Klagenævnet for Udbud § 7; kfst.dk, Hvilke klagefrister gælder der',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
