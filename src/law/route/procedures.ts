import { said, type Rule, type Said } from '../rule.ts';
import { P056 } from '../udbudsloven/p056-open.ts';
import { P058 } from '../udbudsloven/p058-restricted.ts';
import { P061 } from '../udbudsloven/p061-negotiation.ts';
import { P067 } from '../udbudsloven/p067-competitive-dialogue.ts';
import { P073 } from '../udbudsloven/p073-innovation-partnership.ts';
import { P080 } from '../udbudsloven/p080-without-notice.ts';
import { P100 } from '../udbudsloven/p097-terms.ts';
import { P099 } from '../udbudsloven/p098-award-model.ts';
import { DIS_INVITED } from '../udbudsloven/p101-dynamic-purchasing.ts';
import { P186 } from '../udbudsloven/p186-light-regime.ts';
import { P191 } from '../udbudsloven/p191-cross-border.ts';
import { P192 } from '../udbudsloven/p192-light-cross-border.ts';
import { P193 } from '../udbudsloven/p193-market-terms.ts';
import type { Purchase } from './purchase.ts';
import type { Procedure, RouteVerdict } from './route.result.ts';

type Allowed = Procedure['allowed'];

function procedure(id: string, { paragraph, source, grade }: Rule, allowed: Allowed, condition: Said | null = null): Procedure {
  return { id, paragraph, allowed, condition, source, grade };
}

const REASON = said('Begrundelsen skrives ned: ', 'The reason is written down: ');

/** The condition is the rule itself, and the buyer must say in writing how it is met. */
function withReason({ sentence }: Rule): Said {
  return said(`${REASON.da}${sentence.da}`, `${REASON.en}${sentence.en}`);
}

const WITHOUT_NOTICE = procedure('negotiated-without-notice', P080, 'if', P080.sentence);

const EU_TENDER = [
  procedure('open', P056, 'yes'),
  procedure('restricted', P058, 'yes', said('Mindst fem opfordres til at give tilbud, færre kun når færre er egnede.', 'At least five are invited to tender, fewer only where fewer qualify.')),
  procedure('negotiated', P061, 'if', withReason(P061)),
  procedure('competitive-dialogue', P067, 'if', withReason(P067)),
  procedure('innovation-partnership', P073, 'if', P073.sentence),
  WITHOUT_NOTICE,
];

const LIGHT_REGIME = [procedure('own-procedure-with-notice', P186, 'yes', P186.sentence), WITHOUT_NOTICE];

const MARKET_TERMS = [
  procedure('market-test', P193, 'yes', said('Markedet undersøges, tilbud indhentes, eller købet annonceres; hvordan, er ikke bekræftet.', 'The market is looked at, offers are asked for, or the purchase is advertised; how is not confirmed.')),
  procedure('direct-award', P193, 'if', said('Efter en markedsprøvning.', 'After the market was tested.')),
];

const CROSS_BORDER = [procedure('advertised', P191, 'yes')];
const LIGHT_CROSS_BORDER = [procedure('advertised', P192, 'yes')];

const DIS = [procedure('dis-competition', DIS_INVITED, 'yes', DIS_INVITED.sentence), procedure('direct-award', DIS_INVITED, 'no', DIS_INVITED.sentence)];

/** The ways to buy that the verdict leaves, with what each asks. A review leaves none, for they hang on what it settles. */
export function proceduresOf(verdict: RouteVerdict, { kind, via }: Purchase): readonly Procedure[] {
  switch (verdict) {
    case 'eu-tender': return EU_TENDER;
    case 'light-regime': return LIGHT_REGIME;
    case 'below-threshold-cross-border': return kind === 'light-services' ? LIGHT_CROSS_BORDER : CROSS_BORDER;
    case 'below-threshold-market-terms': return MARKET_TERMS;
    case 'call-off': return via?.kind === 'dis' ? DIS : underFramework(via?.awardModel ?? 'both');
    case 'no-duty': case 'review': return [];
  }
}

function underFramework(model: 'direct' | 'mini-competition' | 'both'): readonly Procedure[] {
  return [
    procedure('direct-award', P099, model === 'mini-competition' ? 'no' : 'yes', P099.sentence),
    procedure('mini-competition', P100, model === 'direct' ? 'no' : 'yes', P100.sentence),
  ];
}
