/** What is wrong with a field; the page puts it beside the field and into the list at the top. */
export const da = {
  missing: 'Udfyld feltet.',
  'no-text': 'Teksten har tegn, der ikke kan gemmes. Skriv den uden dem.',
  'no-integer': 'Skriv et helt tal, for eksempel 12.',
  'no-number': 'Skriv et tal, for eksempel 1.250,50.',
  'no-date': 'Skriv en dato, for eksempel 26-11-2026.',
  'not-offered': 'Vælg en af mulighederne.',
  'too-short': 'Teksten er for kort.',
  'too-long': 'Teksten er for lang.',
  'too-small': 'Tallet er for lille.',
  'too-large': 'Tallet er for stort.',
  'too-few': 'Der mangler rækker eller valg.',
  'too-many': 'Der er for mange rækker eller valg.',
  twice: 'Feltet er sendt to gange. Hent siden igen, og prøv en gang til.',
  unknown: 'Feltet hører ikke til her. Hent siden igen, og prøv en gang til.',
  invalid: 'Det skrevne har ikke den form, som feltet skal have.',
} as const;

export type FormFault = keyof typeof da;
