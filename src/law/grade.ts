/**
 * How far a fact of the law is known. Only V and P carry a verdict; U leads to "review", with the branch that it would point to;
 * M is looked for and not found, and stays empty.
 *
 * V: read in the Danish text, at an authority, in EUR-Lex or in a notice. P: read by proxy, in another transposition of the same
 * article or at a law firm. U: general knowledge, not verified. M: missing.
 */
export type Grade = 'V' | 'P' | 'U' | 'M';

/** The grades that a firm answer may rest on. */
export type FirmGrade = 'V' | 'P';

export function isFirm(grade: Grade): grade is FirmGrade {
  return grade === 'V' || grade === 'P';
}

const WEIGHT: Readonly<Record<Grade, number>> = { V: 0, P: 1, U: 2, M: 3 };

/** A conclusion is no better known than the least known of what it rests on; of nothing it is V. */
export function weakest(grades: Iterable<Grade>): Grade {
  return [...grades].reduce<Grade>((worst, grade) => (WEIGHT[grade] > WEIGHT[worst] ? grade : worst), 'V');
}
