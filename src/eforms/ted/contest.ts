/** Design contests: what F12 asks for beside the rest, and the prizes of F13. */
import type { Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import { writeRefusal } from './awards.ts';
import type { Writer } from './conditions.ts';
import { writeCriterionText } from './criteria.ts';
import type { Node } from './node.ts';
import type { Notice } from './notice.ts';
import { amount, date } from './read.ts';
import { PARTICIPANTS, type Results } from './results.ts';
import { put, say } from './write.ts';

const AWARDING = 'cac:TenderingTerms/cac:AwardingTerms';
const SHORT_LIST = 'cac:TenderingTerms/cac:EconomicOperatorShortList';

export function contestOfLots(body: Node): readonly Writer[] {
  const from = body.first('PROCEDURE');
  if (from === undefined) return [];
  const criteria = from.first('CRITERIA_EVALUATION');
  return [
    ...(criteria === undefined ? [] : [(lot: Element) => writeCriterionText(lot, [criteria])]),
    ...names(from, 'PARTICIPANT_NAME', `${SHORT_LIST}/cac:PreSelectedParty`, 'BT-47-Lot'),
    ...names(from, 'MEMBER_NAME', `${AWARDING}/cac:TechnicalCommitteePerson`, 'BT-46-Lot'),
  ];
}

/** Each name in an element of its own. */
function names(from: Node, place: string, container: string, term: string): readonly Writer[] {
  const found = from.all(place).flatMap((one) => one.value() ?? []);
  return found.map((name) => (lot) => {
    make(lot, container);
    put(lot, term, name);
  });
}

/** One result for the contest, with a tender for each winner of a prize. */
export function writePrizes({ body }: Notice, results: Results): void {
  for (const from of body.all('RESULTS')) {
    const refused = from.first('NO_AWARDED_PRIZE');
    if (refused !== undefined) {
      const result = results.add(null);
      result.decide('clos-nw');
      writeRefusal(result.made, refused);
    }
    for (const prize of from.all('AWARDED_PRIZE')) writePrize(results, prize);
  }
}

function writePrize(results: Results, prize: Node): void {
  const result = results.add(null);
  result.decide('selec-w');
  result.count(PARTICIPANTS, prize.first('PARTICIPANTS') ?? prize);
  say(result.contract(), 'BT-1451-Contract', prize.first('DATE_DECISION_JURY'), date);
  const winners = (prize.first('WINNERS') ?? prize).all('WINNER');
  const value = prize.first('VAL_PRIZE');
  say(results.made, 'BT-161-NoticeResult', value, amount);
  for (const winner of winners) {
    const tender = result.tender([winner], 'ADDRESS_WINNER');
    // The form gives one value for all prizes; whose it is can be told only where there is one winner.
    if (winners.length === 1) say(tender, 'BT-720-Tender', value, amount);
  }
}
