import type { FirmGrade } from './grade.ts';
import { said, type Said } from './rule.ts';

/** A rule that is known well enough and is all the same not one of the rules here. */
export interface LeftOut {
  /** Number of its section in the collection of facts that the rules were made from. */
  readonly section: string;
  readonly rule: Said;
  readonly grade: FirmGrade;
  readonly reason: Said;
}

const notAsked = said('Spørgsmålene her gælder ikke den slags køb.', 'The questions here are not about such purchases.');
const noContent = said('Kun at reglen findes, er læst, ikke hvad den kræver.', 'Only that the rule exists was read, not what it asks.');
const noRule = said('Det er en oplysning om praksis og ingen regel, der kan prøves.', 'It is information on practice and no rule that can be tried.');

/** What a jurist would miss among the rules, and why it is not there. */
export const LEFT_OUT: readonly LeftOut[] = [
  { section: '1.1', grade: 'V', reason: notAsked, rule: said('Tærskelværdier for koncessioner, forsyning og forsvar (2026: forordning 2025/2150, 2025/2151 og 2025/2487).', 'Thresholds of concessions, utilities and defence (2026: Regulations 2025/2150, 2025/2151 and 2025/2487).') },
  { section: '1.1', grade: 'V', reason: notAsked, rule: said('Bygge- og anlægskoncessioner havde i 2012-13 samme beløb som bygge og anlæg.', 'Works concessions had the amount of works in 2012-13.') },
  { section: '1.1', grade: 'P', rule: said('En side på kfst.dk fra 2018 har trykfejl i forordningernes numre.', 'A page on kfst.dk of 2018 misprints the numbers of the regulations.'), reason: said('Det er en rettelse til en kilde; den står ved tallet i tabellen.', 'It corrects a source; it stands with the figure in the table.') },
  { section: '1.3', grade: 'P', rule: said('Tilbudsloven er meldt på vej til at blive ophævet i 2026 og bygge og anlæg flyttet til udbudsloven.', 'Tilbudsloven is reported to be on the way to repeal in 2026, with works moved to Udbudsloven.'), reason: said('Om det er sket, er ikke kendt; køb af bygge og anlæg under tærsklen er derfor altid til afklaring.', 'Whether it happened is not known; works below the threshold are therefore always for review.') },
  { section: '3.5', grade: 'P', rule: said('It er aldrig omfattet af light-regimet.', 'IT never falls under the light regime.'), reason: said('Den, der spørger, siger selv, hvad der købes; hvad det bruges til, er ikke et af spørgsmålene.', 'Whoever asks says what is bought; what it is for is not among the questions.') },
  { section: '5', grade: 'P', rule: said('Direktivet tillader udelukkelse i højst fem år efter en dom og tre år efter en hændelse.', 'The directive allows exclusion for at most five years after a conviction and three years after an event.'), reason: said('Det er rammen for den danske regel; de danske frister er ikke fundet, og et forkert tal er værre end et manglende.', 'It is the frame of the Danish rule; the Danish periods were not found, and a wrong number is worse than a missing one.') },
  { section: '7', grade: 'V', reason: noContent, rule: said('Ændringerne i 2022 gav mere frihed til at ændre udbudsmaterialet.', 'The changes of 2022 gave more freedom to change the tender documents.') },
  { section: '7', grade: 'V', reason: noContent, rule: said('Ændringerne i 2022 gav hjemmel til at kræve et indkøbssystem og til regler om at følge eller forklare klimahensyn.', 'The changes of 2022 gave power to require a procurement system and to make climate rules of follow or explain.') },
  { section: '7', grade: 'V', rule: said('Udbudsloven er ændret i 2019, 2022 og senere; ændringer efter konsolideringen i januar 2023 er ikke læst.', 'Udbudsloven was changed in 2019, 2022 and later; changes after the consolidation of January 2023 were not read.'), reason: said('Lovens historie er lagt i hver regels første og sidste dag, hvor den er kendt.', 'The history of the law stands in the first and last day of each rule, where it is known.') },
  { section: '7', grade: 'V', reason: noRule, rule: said('Konkurrence- og Forbrugerstyrelsens vejledning til udbudsloven kom i ny udgave omkring januar 2025.', 'The guide of the competition authority to Udbudsloven was issued anew about January 2025.') },
  { section: '7', grade: 'V', reason: noRule, rule: said('TED mærker SKI’s bekendtgørelser som tildelt af en indkøbscentral.', 'TED marks the notices of SKI as awarded by a central purchasing body.') },
  { section: '7', grade: 'P', rule: said('Lov nr. 1668 af 30. december 2024 er nævnt som en ændring af udbudsloven.', 'Act no. 1668 of 30 December 2024 is named as a change of Udbudsloven.'), reason: said('Kilderne er uenige om, hvad den ændrer, så den bruges ikke.', 'The sources disagree on what it changes, so it is not used.') },
];
