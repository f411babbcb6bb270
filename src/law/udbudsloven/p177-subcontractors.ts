import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P177 = {
  id: 'udbudsloven-177',
  paragraph: 'Udbudsloven § 177, stk. 2',
  title: said('Underleverandører', 'Subcontractors'),
  sentence: said(
    'I kontrakter om tjenester og bygge og anlæg stilles der krav om, at leverandøren oplyser underleverandørernes navn, kontaktoplysninger og juridiske repræsentant.',
    'Contracts for services and works have a clause that the supplier gives the name, contact and legal representative of its subcontractors.'),
  grade: 'V',
  source: 'Udbudsloven § 177, stk. 2',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
