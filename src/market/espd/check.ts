/** What follows from the answers of a self-declaration. It is preliminary proof (§ 148): documents are asked of the winner. */
import { isCvr } from '#base';
import { isFirm, LIMITS } from '#law';
import { lawRule } from '../findings.ts';
import type { EspdAnswers, EspdRequest, ExclusionAnswer, SelectionAnswer } from './answers.ts';
import { DEBT_CODES, EXCLUSION_GROUNDS, SELECTION_CRITERIA, type ExclusionGround, type SelectionCriterion } from './criteria.ts';

export interface EspdFinding {
  /** A key of the texts. */
  readonly code: string;
  /** excludes: by a firm rule; review: somebody must judge; mend: a formal error that the supplier may be asked to correct. */
  readonly result: 'excludes' | 'review' | 'mend';
  /** Rule of `law`; null: none that was read. */
  readonly rule: string | null;
  /** Code of the criterion, or the name of another field of the answers. */
  readonly about: string;
}

const SELF_CLEANING = 'udbudsloven-138';
const SUITABILITY = 'udbudsloven-101-admission';

/** Every finding, exclusion grounds first, in the order of the criteria; empty: nothing stands against the supplier. */
export function checkEspd(request: EspdRequest, answers: EspdAnswers): readonly EspdFinding[] {
  return [
    ...groundsAsked(request).flatMap((ground) => groundFindings(request, ground, answers.exclusion.filter(({ code }) => code === ground.code))),
    ...request.selection.flatMap((asked) => selectionFindings(asked, answers.selection.filter(({ code }) => code === asked.code), answers.reliedOn.length > 0)),
    ...answers.reliedOn.filter(({ hasDeclared }) => !hasDeclared).map(({ name }) => mend('relied-without-declaration', name)),
    ...(isCvr(answers.cvr) ? [] : [mend('cvr-invalid', 'cvr')]),
    ...(answers.signed ? [] : [mend('not-signed', 'signed')]),
  ];
}

/** The mandatory grounds and those whose paragraph was not read are asked about always; the voluntary ones when the notice names them. */
export function groundsAsked({ voluntary }: Pick<EspdRequest, 'voluntary'>): readonly ExclusionGround[] {
  return EXCLUSION_GROUNDS.filter(({ kind, code }) => kind !== 'voluntary' || voluntary.includes(code));
}

function groundFindings(request: EspdRequest, ground: ExclusionGround, given: readonly ExclusionAnswer[]): readonly EspdFinding[] {
  const [answer] = given;
  if (answer === undefined) return [mend('not-answered', ground.code)];
  if (given.length > 1) return [mend('answered-twice', ground.code)];
  if (!answer.applies) return [];
  const unexplained = answer.explanation.trim() === '' ? [mend('not-explained', ground.code)] : [];
  return [...(DEBT_CODES.has(ground.code) ? debtFindings(request, ground, answer) : [verdictOn(ground, answer)]), ...unexplained];
}

function verdictOn({ code, rule, kind, clearable }: ExclusionGround, { selfCleaning }: ExclusionAnswer): EspdFinding {
  if (rule === null) return { code: 'ground-unread', result: 'review', rule, about: code };
  if (kind === 'voluntary') return { code: 'ground-voluntary', result: 'review', rule, about: code };
  if (clearable && selfCleaning.trim() !== '') return { code: 'self-cleaning-to-assess', result: 'review', rule: SELF_CLEANING, about: code };
  return { code: 'ground-applies', result: isFirm(lawRule(rule).grade) ? 'excludes' : 'review', rule, about: code };
}

/** From the limit on it excludes; below it is a voluntary ground, used only when the notice names it. What an arrangement changes was not read. */
function debtFindings({ voluntary }: EspdRequest, ground: ExclusionGround, answer: ExclusionAnswer): readonly EspdFinding[] {
  if (answer.debt === null) return [mend('debt-not-stated', ground.code)];
  if (answer.debt < debtLimit()) return voluntary.includes(ground.code) ? [{ code: 'debt-below-limit', result: 'review', rule: 'udbudsloven-137', about: ground.code }] : [];
  return answer.arrangement ? [{ code: 'debt-arranged', result: 'review', rule: ground.rule, about: ground.code }] : [verdictOn(ground, answer)];
}

/** In øre. */
function debtLimit(): number {
  const limit = LIMITS.find(({ id }) => id === 'public-debt-from');
  if (limit === undefined) throw new Error('The law room has no limit called "public-debt-from".');
  return limit.value * 100;
}

/** Whoever relies on others may meet a requirement through them, which people judge. */
function selectionFindings({ code, minimum }: EspdRequest['selection'][number], given: readonly SelectionAnswer[], relies: boolean): readonly EspdFinding[] {
  const [answer] = given;
  if (answer === undefined) return [mend('not-answered', code)];
  if (given.length > 1) return [mend('answered-twice', code)];
  if (minimum === null) {
    if (answer.meets === null) return [mend('not-answered', code)];
    return answer.meets ? [] : [unsuitable('does-not-meet', code, relies)];
  }
  if (answer.value === null) return [mend('value-not-stated', code)];
  return answer.value >= minimum ? [] : [unsuitable('below-minimum', code, relies)];
}

function unsuitable(code: string, about: string, relies: boolean): EspdFinding {
  return { code: relies ? 'through-others' : code, result: relies || !isFirm(lawRule(SUITABILITY).grade) ? 'review' : 'excludes', rule: SUITABILITY, about };
}

function mend(code: string, about: string): EspdFinding {
  return { code, result: 'mend', rule: null, about };
}

export interface EvidenceAsked {
  readonly about: string;
  readonly evidence: SelectionCriterion['evidence'] | 'exclusion-certificate' | 'self-cleaning-proof';
}

/** What is asked of the winner before the award: one certificate for the grounds that do not apply, proof for one that it says is cleared, and a document for each requirement. */
export function evidenceFor(request: EspdRequest, { exclusion }: EspdAnswers): readonly EvidenceAsked[] {
  const cleared = exclusion.filter(({ applies, selfCleaning }) => applies && selfCleaning.trim() !== '');
  return [
    { about: 'exclusion', evidence: 'exclusion-certificate' },
    ...cleared.map(({ code }): EvidenceAsked => ({ about: code, evidence: 'self-cleaning-proof' })),
    ...request.selection.flatMap(({ code }) => SELECTION_CRITERIA.filter((one) => one.code === code).map(({ evidence }): EvidenceAsked => ({ about: code, evidence }))),
  ];
}

/** What a correction changed beyond the formal errors it was asked for: names of fields and codes. Empty: it may be taken. */
export function changedBeyond(request: EspdRequest, before: EspdAnswers, after: EspdAnswers): readonly string[] {
  const asked = new Set(checkEspd(request, before).filter(({ result }) => result === 'mend').map(({ about }) => about));
  const [old, now] = [parts(before), parts(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name) && !asked.has(name)).toSorted();
}

function parts({ cvr, signed, exclusion, selection, reliedOn }: EspdAnswers): ReadonlyMap<string, string> {
  const byName = Map.groupBy([...exclusion, ...selection, ...reliedOn], (one) => ('code' in one ? one.code : one.name));
  return new Map([['cvr', cvr], ['signed', String(signed)], ...[...byName].map(([name, list]): [string, string] => [name, JSON.stringify(list)])]);
}
