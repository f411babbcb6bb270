/** What happens next with an application, and by when: a key of the texts, and what it is filled with. */
import type { MarketRecord } from '../core/record.ts';
import type { DisBody } from '../dis/dis.schema.ts';
import type { DecisionLimit } from '../dis/dis.rules.ts';
import { clockOf } from './application.clock.ts';
import type { Application } from './application.schema.ts';

export interface Next {
  readonly key: string;
  /** Days as ISO dates. */
  readonly values: Readonly<Record<string, string>>;
  /** Somebody is late. */
  readonly isLate: boolean;
  /** The clock of the decision, while it runs. */
  readonly clock: DecisionLimit | null;
}

/** @param records what is below the system */
export function nextOf({ state, body }: Application, system: DisBody, records: readonly MarketRecord[], now: Temporal.Instant): Next {
  const to = (key: string, values: Next['values'] = {}, isLate = false): Next => ({ key, values, isLate, clock: null });
  switch (state) {
    case 'draft': return to('draft', { ends: system.endsOn ?? '' });
    case 'submitted': {
      const clock = clockOf(body, system, records, now);
      if (clock === null) throw new Error('What was sent was received.');
      const isLate = clock.overdueSince !== null;
      return { key: isLate ? 'overdue' : 'submitted', values: { last: clock.last }, isLate, clock };
    }
    case 'correction': return to('correction', { answerBy: body.correction?.answerBy ?? '' });
    case 'admitted': return to('admitted', { categories: (body.admission?.categories ?? []).join(', ') });
    case 'renewal': {
      const asked = body.renewals.at(-1);
      return asked?.late === true ? to('renewal-late', { due: asked.due }, true) : to('renewal', { due: asked?.due ?? '' });
    }
    case 'hearing': {
      const hearing = body.hearings.at(-1);
      return hearing?.answer === undefined ? to('hearing', { answerBy: hearing?.answerBy ?? '' }) : to('answered');
    }
    default: return to(state);
  }
}
