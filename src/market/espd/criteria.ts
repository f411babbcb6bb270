/** The criteria of the European self-declaration (ESPD) that Danish IT purchases ask about. Codes as in ESPD-EDM 4.1.0 (data/SOURCES.md); the words are our own. */

export interface ExclusionGround {
  readonly code: string;
  /** Rule of `law`; null: the paragraph was not read, so an answer is always looked at by people. */
  readonly rule: string | null;
  /** mandatory: always asked about; voluntary: only when the notice names it; unread: asked about and looked at. */
  readonly kind: 'mandatory' | 'voluntary' | 'unread';
  /** Whether proof that the supplier is reliable again (§ 138) can clear it. */
  readonly clearable: boolean;
}

const mandatory = (code: string, rule: string, clearable = true): ExclusionGround => ({ code, rule, kind: 'mandatory', clearable });
const voluntary = (code: string): ExclusionGround => ({ code, rule: 'udbudsloven-137', kind: 'voluntary', clearable: true });
const unread = (code: string): ExclusionGround => ({ code, rule: null, kind: 'unread', clearable: true });

export const DEBT_CODES: ReadonlySet<string> = new Set(['tax-pay', 'socsec-pay']);

export const EXCLUSION_GROUNDS: readonly ExclusionGround[] = [
  // The one national ground, § 134 a, has no code of its own.
  mandatory('nati-ground', 'udbudsloven-134a', false),
  ...['crime-org', 'corruption', 'fraud', 'terr-offence', 'finan-laund', 'human-traffic'].map((code) => mandatory(code, 'udbudsloven-135-1')),
  ...[...DEBT_CODES].map((code) => mandatory(code, 'udbudsloven-135-3')),
  mandatory('prof-misconduct', 'udbudsloven-136'),
  ...['bankruptcy', 'insolvency', 'cred-arran', 'bankr-nat', 'liq-admin', 'susp-act', 'distorsion'].map(voluntary),
  ...['envir-law', 'socsec-law', 'labour-law', 'partic-confl', 'prep-confl', 'sanction', 'misrepresent'].map(unread),
];

export interface SelectionCriterion {
  readonly code: string;
  /** money: whole minor units; count: whole number; statement: words only. */
  readonly answer: 'money' | 'count' | 'ratio' | 'statement';
  /** What proves it, asked of the winner before the award (§§ 148, 151-153). */
  readonly evidence: 'register-extract' | 'accounts' | 'insurance-policy' | 'references' | 'cv' | 'certificate';
}

export const SELECTION_CRITERIA: readonly SelectionCriterion[] = [
  { code: 'prof-regist', answer: 'statement', evidence: 'register-extract' },
  { code: 'trade-regist', answer: 'statement', evidence: 'register-extract' },
  { code: 'gen-year-to', answer: 'money', evidence: 'accounts' },
  { code: 'aver-year-to', answer: 'money', evidence: 'accounts' },
  { code: 'spec-year-to', answer: 'money', evidence: 'accounts' },
  { code: 'spec-aver-to', answer: 'money', evidence: 'accounts' },
  { code: 'finan-rat', answer: 'ratio', evidence: 'accounts' },
  { code: 'indem-insu', answer: 'money', evidence: 'insurance-policy' },
  { code: 'supply-perform', answer: 'count', evidence: 'references' },
  { code: 'service-perform', answer: 'count', evidence: 'references' },
  { code: 'qualification', answer: 'statement', evidence: 'cv' },
  { code: 'year-manpower', answer: 'count', evidence: 'accounts' },
  { code: 'qu-certif-indep', answer: 'statement', evidence: 'certificate' },
  { code: 'envir-certif-indep', answer: 'statement', evidence: 'certificate' },
];
