/** What is known of time limits, standstill and complaints and stands in no rule, with the reason. */
import type { Grade } from '../grade.ts';
import { said, type Said } from '../rule.ts';

export interface LeftOut {
  readonly topic: Said;
  readonly grade: Grade;
  readonly source: string;
  readonly why: Said;
}

export const LEFT_OUT_OF_DATES: readonly LeftOut[] = [
  {
    topic: said('National offentliggørelse: først efter TED, eller 48 timer efter TED har modtaget den', 'National publication: not before TED, or 48 hours after TED received it'),
    grade: 'P',
    source: 'VgV § 40(3)',
    why: said('Det er ingen frist, der tælles fra en dag, og det danske sted er ikke læst.', 'It is no period that is counted from a day, and the Danish provision was not read.'),
  },
  {
    topic: said('Tællereglens undtagelse for frister, der tælles baglæns (artikel 3, stk. 4)', 'The exception to the counting rule for periods counted backwards (article 3(4))'),
    grade: 'V',
    source: 'Regulation 1182/71; udbudshuset.dk',
    why: said('Hvad den ændrer, er ikke læst. De 6 dage i § 93, stk. 4, tælles som hele dage for den, der byder.', 'What it changes was not read. The 6 days of § 93(4) are counted as full days for the bidder.'),
  },
  {
    topic: said('Standstill bør ikke ligge i ferier, men intet forbyder det', 'A standstill is best kept out of holidays, but nothing forbids it'),
    grade: 'V',
    source: 'statensindkob.dk, 14.04.2023',
    why: said('Det er et råd og ingen regel: ferietjekket siger det, og ingen dag bliver ulovlig af det.', 'It is advice and no rule: the holiday check says so, and no day is made unlawful by it.'),
  },
  {
    topic: said('Klage over en rammeaftale under tærskelværdien: 6 måneder', 'Complaint of a framework agreement below the threshold: 6 months'),
    grade: 'V',
    source: 'kfst.dk, Hvilke klagefrister gælder der',
    why: said('Den har ingen egen sag i spørgsmålet: vælg rammeaftale.', 'It has no case of its own in the question: choose framework agreement.'),
  },
  {
    topic: said('Klagenævnsloven §§ 16 og 19-20: øvrige tilfælde og sanktionernes størrelse', 'Complaints board act §§ 16 and 19-20: other cases and how large the sanctions are'),
    grade: 'M',
    source: 'elov.dk, lov om Klagenævnet for Udbud',
    why: said('Søgt og ikke fundet.', 'Looked for and not found.'),
  },
  {
    topic: said('Konkurrencepræget dialog og innovationspartnerskab: fristen for ansøgninger', 'Competitive dialogue and innovation partnership: time for applications'),
    grade: 'U',
    source: 'general knowledge',
    why: said('Ikke efterprøvet, så den bliver ikke til en frist.', 'Not verified, so it does not become a time limit.'),
  },
  {
    topic: said('Standstill, når kun én tilbudsgiver er berørt', 'Standstill when only one tenderer is concerned'),
    grade: 'U',
    source: 'general knowledge',
    why: said('Ikke efterprøvet: standstill regnes altid.', 'Not verified: the standstill is always reckoned.'),
  },
  {
    topic: said('Mindst to arbejdsdage i enhver frist (artikel 3, stk. 5)', 'Two working days at least in any period (article 3(5))'),
    grade: 'U',
    source: 'Regulation 1182/71',
    why: said('Ikke efterprøvet, og ingen af fristerne her er så korte.', 'Not verified, and none of the periods here is so short.'),
  },
];
