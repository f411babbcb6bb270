/** What the page of a contribution shows: what was said, and to what. */
import type { VNode } from 'preact';
import { Alert, Outside, OutsideParagraphs } from '#ui';
import type { LotStatus } from '#intake';
import { presentation, type FormAbout, type RecordView } from '../core/present.ts';
import type { Dialogue } from '../dialogue/dialogue.schema.ts';
import { BidStatusBox } from '../purchase/bid-status.page.tsx';
import { readBidStatus } from '../purchase/purchase.store.ts';
import type { Contribution } from './contribution.ts';
import { da } from './contribution.da.ts';
import { en } from './contribution.en.ts';

const texts = { da, en };

export const contributionPresentation = presentation({
  kind: 'contribution',
  texts,
  load: async (reading, record) => readBidStatus(reading, record),
  lead: ({ site, extra }) => <BidStatusBox site={site} status={extra as LotStatus | null} />,
  rowNames: (command, field, about) => (command === 'dialogue.respond' && field === 'answers' ? asked(about).map(({ id, text }) => `${id}: ${text}`) : null),
  initial: (command, about) => (command === 'dialogue.respond' ? { answers: asked(about).map(({ id }) => ({ id })) } : {}),
  content: (view: RecordView) => <ContributionContent view={view} record={view.record as Contribution} />,
});

/** Requirements of the dialogue that a form answers. */
function asked({ parent }: FormAbout): Dialogue['body']['requirements'] {
  return parent?.kind === 'dialogue' ? (parent as Dialogue).body.requirements : [];
}

function ContributionContent({ view: { site }, record: { body, parent } }: { readonly view: RecordView; readonly record: Contribution }): VNode {
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="det-sendte">
      <h2 id="det-sendte">{t.contentTitle}</h2>
      <p><strong>{t[`choice.type.${body.type}`]}</strong></p>
      {body.because === undefined ? null : <p>{t['field.because']} {t[`choice.because.${body.because}`]}.</p>}
      <OutsideParagraphs text={body.text} />
      {body.answers.length === 0 ? null : (
        <dl class="summary-list">
          {body.answers.map(({ id, about, can, answer }) => <div><dt>{id}: <Outside text={about} /></dt><dd><p><strong>{t[`choice.can.${can}`]}</strong></p><OutsideParagraphs text={answer} /></dd></div>)}
        </dl>
      )}
      {body.confidential === undefined ? null : <Alert tone="warning" heading={t.confidentialTitle}><OutsideParagraphs text={body.confidential} /></Alert>}
      {parent === null ? null : <p><a href={site.href(`/torv/sag/${parent}`)}><Outside text={body.about} /></a></p>}
    </section>
  );
}
