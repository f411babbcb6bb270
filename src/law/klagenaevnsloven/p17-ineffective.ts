import { said, type Rule } from '../rule.ts';

const ineffective = { grade: 'V', source: 'elov.dk, lov om Klagenævnet for Udbud §§ 16-18', validFrom: '2010-07-01', validTo: null } as const;

export const P17 = {
  ...ineffective,
  id: 'klagenaevnsloven-17-1',
  paragraph: 'Klagenævnsloven § 17, stk. 1',
  title: said('Kontrakt uden virkning', 'Contract without effect'),
  sentence: said(
    'En kontrakt, der er indgået direkte uden den bekendtgørelse, som loven kræver, kan kendes uden virkning.',
    'A contract concluded directly without the notice that the law asks for can be declared ineffective.'),
  confirm: said('De øvrige tilfælde i §§ 16-17.', 'The other cases in §§ 16-17.'),
} as const satisfies Rule;

export const P18 = {
  ...ineffective,
  id: 'klagenaevnsloven-18-1',
  paragraph: 'Klagenævnsloven § 18, stk. 1',
  title: said('Uden virkning for fremtiden', 'Ineffective for the future'),
  sentence: said(
    'Kontrakten er uden virkning for leverancer, der endnu ikke er sket. Klagenævnet siger, fra hvornår og for hvilke dele.',
    'The contract is ineffective for deliveries still to come. The complaints board says from when and for which parts.'),
  confirm: null,
} as const satisfies Rule;

export const P18_SANCTION = {
  ...ineffective,
  id: 'klagenaevnsloven-18-2',
  paragraph: 'Klagenævnsloven § 18, stk. 2',
  title: said('Økonomisk sanktion i stedet', 'A sanction instead'),
  sentence: said(
    'Kendes kontrakten ikke, eller ikke helt, uden virkning, fastsættes en alternativ sanktion efter §§ 19-20. Ordregivere uden for § 19, stk. 1, anmeldes til politiet (stk. 3).',
    'Where the contract is not, or not wholly, declared ineffective, an alternative sanction under §§ 19-20 is set. Bodies outside § 19(1) are reported to the police (subsection 3).'),
  confirm: said('Sanktionernes størrelse: den er søgt og ikke fundet.', 'How large the sanctions are: looked for and not found.'),
} as const satisfies Rule;
