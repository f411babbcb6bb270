export const da = {
  'new-years-day': 'Nytårsdag',
  'maundy-thursday': 'Skærtorsdag',
  'good-friday': 'Langfredag',
  'easter-sunday': 'Påskedag',
  'easter-monday': '2. påskedag',
  'great-prayer-day': 'Store bededag',
  'ascension-day': 'Kristi himmelfartsdag',
  'whit-sunday': 'Pinsedag',
  'whit-monday': '2. pinsedag',
  'christmas-day': 'Juledag',
  'second-christmas-day': '2. juledag',
} as const;
