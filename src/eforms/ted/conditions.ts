/** Section III: who may take part, and on which conditions. */
import type { Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import { SELECTION } from './codes.ts';
import type { Node } from './node.ts';
import { date, joined, mark, text, yesNo } from './read.ts';
import { gather, put, type Read, type Row, type Said, type Value } from './write.ts';

const TERMS = 'cac:TenderingTerms';
const QUALIFICATION = `${TERMS}/cac:TendererQualificationRequest`;

const staff: Read = (from) => ({ text: yesNo(from)?.text === 'false' ? 'not-requ' : 't-requ', attributes: { listName: 'requirement-stage' } });

const LOT: readonly Row[] = [
  ['BT-75-Lot', 'DEPOSIT_GUARANTEE_REQUIRED', text],
  ['BT-77-Lot', 'MAIN_FINANCING_CONDITION', text],
  ['BT-76-Lot', 'LEGAL_FORM', text],
  ['BT-78-Lot', 'CLEARING_LAST_DATE', date],
  ['BT-736-Lot', 'RESTRICTED_SHELTERED_PROGRAM', mark('yes', 'reserved-execution')],
  ['BT-79-Lot', 'PERFORMANCE_STAFF_QUALIFICATION', staff],
];

/** kind, what is to be shown, the lowest standard */
const CRITERIA: readonly (readonly [kind: string | null, shown: readonly string[], minimum: string | null])[] = [
  [SELECTION.suitability, ['SUITABILITY'], null],
  [SELECTION.economic, ['ECONOMIC_FINANCIAL_INFO'], 'ECONOMIC_FINANCIAL_MIN_LEVEL'],
  [SELECTION.technical, ['TECHNICAL_PROFESSIONAL_INFO'], 'TECHNICAL_PROFESSIONAL_MIN_LEVEL'],
  [SELECTION.suitability, ['SUITABILITY_SUBCONTRACTORS'], null],
  [SELECTION.economic, ['ECONOMIC_FINANCIAL_INFO_SUBCONTRACTORS'], 'ECONOMIC_FINANCIAL_MIN_LEVEL_SUBCONTRACTORS'],
  [SELECTION.technical, ['TECHNICAL_PROFESSIONAL_INFO_SUBCONTRACTORS'], 'TECHNICAL_PROFESSIONAL_MIN_LEVEL_SUBCONTRACTORS'],
  [null, ['RULES_CRITERIA'], null],
  [null, ['CRITERIA_SELECTION'], null],
];

/** Writes into one lot; kept as a function because what is read is read once for all lots. */
export type Writer = (lot: Element) => void;

export function conditionsOfLots(body: Node): { readonly said: readonly Said[]; readonly writers: readonly Writer[] } {
  const from = body.first('LEFTI');
  if (from === undefined) return { said: [], writers: [] };
  return { said: gather(LOT, from), writers: [...selection(from), ...performance(from), ...reservations(from), ...profession(from)] };
}

function selection(from: Node): readonly Writer[] {
  const plain = CRITERIA.flatMap(([kind, shown, minimum]) => {
    const words = joined(shown.map((name) => from.first(name)));
    const least = minimum === null ? null : joined([from.first(minimum)]);
    return words === null && least === null ? [] : [criterion(kind, words, least, null)];
  });
  const qualifications = from.all('QUALIFICATION').map((one) => criterion(null, joined([one.first('CONDITIONS')]), null, joined([one.first('METHODS')])));
  // "As stated in the procurement documents" is said of one kind of criteria and holds for the source of all.
  const isInDocuments = ['ECONOMIC_CRITERIA_DOC', 'TECHNICAL_CRITERIA_DOC'].map((name) => from.has(name)).includes(true);
  return [...plain, ...qualifications, ...(isInDocuments ? [requirement('epo-procurement-document', 'selection-criteria-source')] : [])];
}

function criterion(kind: string | null, words: Value | null, minimum: Value | null, verification: Value | null): Writer {
  return (lot) => {
    const made = make(lot, `${TERMS}/EXT/efac:SelectionCriteria`);
    if (kind !== null) make(made, 'cbc:TendererRequirementTypeCode', kind, { listName: 'selection-criterion' });
    if (words !== null) make(made, 'cbc:Description', words.text, { ...words.attributes });
    put(made, 'ted:Minimum', minimum);
    put(made, 'ted:Verification', verification);
  };
}

/** BT-70, which stands beside a code that says what kind of requirement it is. */
function performance(from: Node): readonly Writer[] {
  return from.all('PERFORMANCE_CONDITIONS').flatMap((one) => {
    const words = text(one);
    return words === null ? [] : [(lot: Element) => {
      const made = make(lot, `${TERMS}/cac:ContractExecutionRequirement`);
      make(made, 'cbc:ExecutionRequirementCode', 'performance', { listName: 'conditions' });
      make(made, 'cbc:Description', words.text, { ...words.attributes });
    }];
  });
}

function reservations(from: Node): readonly Writer[] {
  return ([['RESTRICTED_SHELTERED_WORKSHOP', 'res-ws'], ['RESERVED_ORGANISATIONS_SERVICE_MISSION', 'res-pub-ser']] as const)
    .flatMap(([name, code]) => (from.has(name) ? [requirement(code, 'reserved-procurement')] : []));
}

function requirement(code: string, list: string): Writer {
  return (lot) => {
    make(make(lot, QUALIFICATION), 'cac:SpecificTendererRequirement/cbc:TendererRequirementTypeCode', code, { listName: list });
  };
}

function profession(from: Node): readonly Writer[] {
  const isReserved = from.has('PARTICULAR_PROFESSION');
  from.has('NO_PARTICULAR_PROFESSION');
  if (!isReserved) return [];
  const words = joined([from.first('PARTICULAR_PROFESSION'), from.first('REFERENCE_TO_LAW')]);
  return [(lot) => put(lot, 'ted:ReservedProfession', words ?? 'true')];
}
