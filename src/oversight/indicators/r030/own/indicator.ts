import { asking, type Asked } from '../../indicator.ts';
import { reasonsOf, rowsOf } from '../../reasons.ts';
import { r030 } from '../indicator.ts';

const { code, title, says, settings } = r030;

export const ownR030: Asked = {
  code, title, says, settings,
  innocent: {
    da: 'En frist, der blev forlænget; datoen for et opdateret tilbud efter forhandling; et tidspunkt, der er skrevet i en forkert tidszone, eller uden en.',
    en: 'A time limit that was extended; the date of a bid renewed after negotiation; a time that was written in a wrong zone, or without one.',
  },
  cannotBeAssessed: {
    da: 'Når fristen, tidspunktet for vinderens tilbud, dets status eller vinderen ikke er oplyst, når der kun er en dag og intet klokkeslæt, og når proceduren har to trin, så fristen kan være den for ansøgninger.',
    en: 'When the deadline, the time of the winner’s bid, its status or the winner is not stated, when there is a day and no hour, and when the procedure has two stages, so that the deadline may be that of requests.',
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Intet tal: tidspunkterne står i rækkerne', en: 'No number: the times stand in the rows' },
    unit: 'none',
    reasons: {
      'two-stages': { da: 'Proceduren har to trin: fristen kan være den for ansøgninger', en: 'The procedure has two stages: the deadline may be that of requests' },
      'winner-unknown': { da: 'Vinderen er ikke en kendt virksomhed', en: 'The winner is no known company' },
      'no-deadline': { da: 'Fristen er ikke oplyst, eller delaftalernes frister er forskellige', en: 'The deadline is not stated, or those of the lots differ' },
      'no-time': { da: 'Tidspunktet for vinderens tilbud er ikke oplyst', en: 'The time of the winner’s bid is not stated' },
      'no-hour': { da: 'Fristen eller tilbuddet kan være en dag uden klokkeslæt', en: 'The deadline or the bid may be a day without an hour' },
      ...reasonsOf('bids-not-by-lot', 'no-bid-of-winner', 'no-bid-status'),
    },
    rows: {
      deadline: { da: 'Fristen', en: 'The deadline' },
      received: { da: 'Modtaget', en: 'Received' },
      ...rowsOf('bid'),
    },
  }),
};
