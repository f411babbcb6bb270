import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const TOOLS = {
  id: 'directive-annex-4',
  paragraph: 'Direktiv 2014/24/EU, bilag IV',
  title: said('Værktøjer til at modtage tilbud', 'Tools to receive tenders'),
  sentence: said(
    'Værktøjet sikrer mindst, at modtagelsens tid kan fastslås præcist, at ingen har adgang før fristen, at kun de rette kan sætte åbningsdagen, se oplysninger og give adgang, og at brud kan opdages.',
    'The tool ensures at least that the time of receipt can be told precisely, that nobody has access before the time limit, that only the right persons can set the opening day, see data and give access, and that breaches can be detected.'),
  grade: 'V',
  source: 'inview.nl, annex V of Directive 2014/25/EU (the same wording); VgV § 10(1)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
