import { met, review, unknown, type Finding } from '../finding.ts';
import { oere, saying, type Oere } from '../kroner.ts';
import { limitOn } from '../parameters/limits.ts';
import { tableOf, thresholdOn } from '../parameters/thresholds.ts';
import { said, UDBUDSLOVEN_FROM } from '../rule.ts';
import { OLD_RULES } from '../directive/old-rules.ts';
import { KN001 } from '../klagenaevnsloven/p001-jurisdiction.ts';
import { TILBUDSLOVEN_ADVERTISING } from '../tilbudsloven/advertising.ts';
import { TILBUDSLOVEN_WORKS } from '../tilbudsloven/works.ts';
import { judgeThreshold, P006 } from '../udbudsloven/p006-threshold.ts';
import { judgeCrossBorder } from '../udbudsloven/p191-cross-border.ts';
import { judgeMarketTerms } from '../udbudsloven/p193-market-terms.ts';
import type { Purchase } from './purchase.ts';
import type { RouteVerdict } from './route.result.ts';

/** A verdict with what it rests on. */
export interface Settled {
  readonly verdict: RouteVerdict;
  readonly likely: RouteVerdict | null;
  readonly findings: readonly Finding[];
}

/** Which rules a purchase falls under by its value, bought on its own. @param value null: not known */
export function regimeOf(purchase: Purchase, value: Oere | null): Settled {
  const { on, buyer, kind } = purchase;
  if (value === null) return undecided(null, [unknown(P006, said('Uden værdi kan tærsklen ikke prøves.', 'Without a value the threshold cannot be tried.'))]);
  if (on < UDBUDSLOVEN_FROM) return beforeUdbudsloven(purchase, value);
  const finding = judgeThreshold({ on, buyer, kind, value });
  if (finding.result === 'met') return { verdict: reachedVerdict(purchase), likely: null, findings: [finding] };
  if (finding.result === 'not-met') return below(purchase, value, [finding]);
  return undecided(null, [finding]);
}

function undecided(likely: RouteVerdict | null, findings: readonly Finding[]): Settled {
  return { verdict: 'review', likely, findings };
}

function reachedVerdict({ kind }: Purchase): RouteVerdict {
  return kind === 'light-services' ? 'light-regime' : 'eu-tender';
}

function below({ kind, crossBorderInterest }: Purchase, value: Oere, findings: readonly Finding[]): Settled {
  if (kind === 'works') {
    return undecided(null, [...findings, review(TILBUDSLOVEN_WORKS, said('Bygge og anlæg under tærsklen følger tilbudsloven, hvis beløbsgrænser ikke er bekræftet.', 'Works below the threshold follow Tilbudsloven, whose limits are not confirmed.'))]);
  }
  const crossBorder = judgeCrossBorder({ kind, crossBorderInterest });
  const told = [...findings, crossBorder];
  if (crossBorder.result === 'met') return { verdict: 'below-threshold-cross-border', likely: null, findings: told };
  if (crossBorder.result === 'unknown') return undecided(null, told);
  const terms = judgeMarketTerms({ value });
  if (terms.result === 'review') return undecided('no-duty', [...told, terms]);
  const noBoard = met(KN001, said('Klagenævnet for Udbud behandler ikke klager over § 193.', 'Klagenævnet for Udbud hears no complaints about § 193.'));
  return { verdict: 'below-threshold-market-terms', likely: null, findings: [...told, terms, noBoard] };
}

/** The older rules were not read; what is known of them is told, and no verdict is firm. */
function beforeUdbudsloven({ on, buyer, kind }: Purchase, value: Oere): Settled {
  const { likely, row } = thresholdOn(tableOf(buyer, kind), on);
  const findings = [review(OLD_RULES, said('Før 2016 gjaldt ældre regler, som ikke er læst her.', 'Before 2016 older rules held, which were not read here.'))];
  if (likely !== null && row !== null) {
    const values = { value, likely, grade: row.dkkGrade };
    findings.push(review(OLD_RULES, value >= likely
      ? saying('{value} er mindst periodens tærskelværdi, {likely} (grad {grade}).', '{value} is at least the threshold of the period, {likely} (grade {grade}).', values)
      : saying('{value} er mindre end periodens tærskelværdi, {likely} (grad {grade}).', '{value} is less than the threshold of the period, {likely} (grade {grade}).', values)));
  }
  const advertised = kind === 'works' ? null : limitOn('advertising-duty-from', on);
  if (advertised !== null && value > oere(advertised.value)) {
    findings.push(met(TILBUDSLOVEN_ADVERTISING, saying('{value} er mere end {from}, så et køb under tærsklen skulle annonceres.', '{value} is more than {from}, so a purchase below the threshold had to be advertised.', { value, from: oere(advertised.value) })));
  }
  return undecided(likely !== null && value >= likely ? 'eu-tender' : null, findings);
}
