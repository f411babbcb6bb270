import type { da } from './contribution.da.ts';

export const en: Record<keyof typeof da, string> = {
  kind: 'From a supplier',
  'state.sent': 'Sent',
  'command.purchase.ask': 'Ask a question',
  'about.purchase.ask': 'The buyer sees who asks. Others see only the question and the answer, so do not write who you are or what you will offer.',
  'field.purchase.ask.text': 'Question',
  'command.purchase.decline': 'Say that you will not bid',
  'about.purchase.decline': 'Saying so is voluntary. The reason helps the buyer to better tenders and is seen by the buyer alone. You can still bid until the deadline.',
  'field.purchase.decline.text': 'Why not?',
  'event.question-sent': 'The question was sent',
  'event.response-sent': 'The answer was sent',
  'event.decline-sent': 'The answer was sent',
  'choice.type.question': 'Question',
  'choice.type.response': 'Answer',
  'choice.type.decline': 'Does not bid',
  contentTitle: 'What was sent',
};
