/** On the page of a purchase, for the buyer's own people: who assesses, how far they are, and the pages of the assessment. */
import type { VNode } from 'preact';
import { Alert, Outside } from '#ui';
import type { RecordView } from '../core/present.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import type { Assessment } from './assessment.store.ts';
import { da } from './pages.da.ts';
import { en } from './pages.en.ts';
import { hasScored, validBids } from './standing.ts';

const texts = { da, en };
const OPENED: ReadonlySet<string> = new Set(['opened', 'assessed', 'decided', 'contracted']);
const RANKED: ReadonlySet<string> = new Set(['assessed', 'decided', 'contracted']);

export interface AssessmentProps {
  readonly view: RecordView;
  readonly record: Purchase;
  readonly assessment: Assessment;
}

export function AssessmentLinks({ view: { site }, record, assessment }: AssessmentProps): VNode | null {
  if (!OPENED.has(record.state)) return null;
  const t = texts[site.lang];
  const path = `/torv/koeb/${record.id}`;
  return (
    <section class="section" aria-labelledby="vurdering">
      <h2 id="vurdering">{t.assessmentTitle}</h2>
      {assessment.mustDeclare ? <Alert tone="warning" heading={t.declareFirst}><p><a href={site.href(`${path}/purchase.declare`)}>{t.declare}</a></p></Alert> : null}
      <ul>
        <li><a href={site.href(`${path}/bedoemmelse`)}>{t.seeBids}</a></li>
        {RANKED.has(record.state) ? <li><a href={site.href(`${path}/rangfoelge`)}>{t.seeRanking}</a></li> : null}
        {RANKED.has(record.state) ? <li><a href={site.href(`${path}/referat`)}>{t.seeMinutes}</a></li> : null}
      </ul>
      <h3>{t.evaluators}</h3>
      <Evaluators site={site} record={record} assessment={assessment} />
    </section>
  );
}

export function Evaluators({ site, record: { internal }, assessment }: Pick<AssessmentProps, 'record' | 'assessment'> & Pick<RecordView, 'site'>): VNode | null {
  const t = texts[site.lang];
  if (internal === null) return null;
  if (internal.evaluators.length === 0) return <p>{t.evaluatorsNone}</p>;
  const valid = validBids(internal, assessment.bids);
  const how = (person: string): string => {
    if (!internal.declared.includes(person)) return t.notDeclared;
    return hasScored(internal, person, valid) ? t.done : t.notDone;
  };
  return <ul>{internal.evaluators.map((person) => <li><Outside text={assessment.names.get(person) ?? ''} />: {how(person)}</li>)}</ul>;
}
