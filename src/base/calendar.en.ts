import type { da } from './calendar.da.ts';

export const en: Record<keyof typeof da, string> = {
  'new-years-day': 'New Year’s Day',
  'maundy-thursday': 'Maundy Thursday',
  'good-friday': 'Good Friday',
  'easter-sunday': 'Easter Sunday',
  'easter-monday': 'Easter Monday',
  'great-prayer-day': 'Great Prayer Day',
  'ascension-day': 'Ascension Day',
  'whit-sunday': 'Whit Sunday',
  'whit-monday': 'Whit Monday',
  'christmas-day': 'Christmas Day',
  'second-christmas-day': 'Second Day of Christmas',
};
