import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P137 = {
  id: 'udbudsloven-137',
  paragraph: 'Udbudsloven § 137, stk. 1',
  title: said('Frivillig udelukkelse', 'Voluntary exclusion'),
  sentence: said(
    'Insolvens, brud på konkurrencereglerne, gæld til det offentlige under 100.000 kr. og lovens andre frivillige grunde kan bruges, når de er nævnt i bekendtgørelsen.',
    'Insolvency, breaches of competition law, public debt below DKK 100,000 and the other voluntary grounds of the law may be used when the notice names them.'),
  grade: 'P',
  source: 'a TED notice of 2023 (no. 2); elov.dk, Udbudsloven § 137 (nos. 3 and 6)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('At grundene skal være nævnt i bekendtgørelsen, og hvilke grunde der er.', 'That the grounds must be named in the notice, and which grounds there are.'),
} as const satisfies Rule;
