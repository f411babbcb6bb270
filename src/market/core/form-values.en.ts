import type { FormFault } from './form-values.da.ts';

export const en: Record<FormFault, string> = {
  missing: 'Fill in the field.',
  'no-text': 'The text has characters that cannot be kept. Write it without them.',
  'no-integer': 'Write a whole number, for example 12.',
  'no-number': 'Write a number, for example 1,250.50.',
  'no-date': 'Write a date, for example 26-11-2026.',
  'not-offered': 'Choose one of those offered.',
  'too-short': 'The text is too short.',
  'too-long': 'The text is too long.',
  'too-small': 'The number is too small.',
  'too-large': 'The number is too large.',
  'too-few': 'Rows or choices are missing.',
  'too-many': 'There are too many rows or choices.',
  twice: 'The field was sent twice. Load the page anew and try again.',
  unknown: 'The field does not belong here. Load the page anew and try again.',
  invalid: 'What is written does not have the form that the field must have.',
};
