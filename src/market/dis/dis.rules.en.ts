import type { da } from './dis.rules.da.ts';

export const en: Record<keyof typeof da, string> = {
  'no-ground': 'No ground is given that the law knows. A supplier can be removed only where an exclusion ground holds or its suitability is lost.',
  'not-heard': 'The supplier has not been heard.',
  'no-time-to-answer': 'The hearing has no time limit for the answer.',
  'answer-time-runs': 'The supplier can answer until and including {answerBy}.',
  'self-cleaning-not-assessed': 'The supplier has shown why it is reliable again. That must be assessed first.',
  'ground-named-in-notice': 'The ground is voluntary. It can be used only where the notice names it.',
  'nobody-to-invite': 'Nobody is admitted in the category {category}.',
  'undecided-applications': '{waiting} applications in the category are undecided. They will not be invited, and a prolonged time to decide them falls away.',
  'not-invited': 'The bidder was not invited.',
  'not-admitted-at-deadline': 'The bidder was not admitted at the deadline.',
  'renewal-late': 'A renewed ESPD was asked for by {renewalDue} and did not come in time. Look at it before the bid can win.',
  'in-hearing-at-deadline': 'The bidder was in a hearing at the deadline. Decide the hearing before the bid can win.',
};
