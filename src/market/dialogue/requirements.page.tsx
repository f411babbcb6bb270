/** The requirements of a dialogue, and how many can meet them: to the buyer as answers come, to others once the dialogue is closed and enough have answered. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, OutsideParagraphs, type Site } from '#ui';
import type { MarketRecord } from '../core/record.ts';
import { ABILITIES } from '../contribution/contribution.ts';
import { countsOf, FEWEST_TOLD } from './counts.ts';
import type { DialogueBody, RequirementCount } from './dialogue.schema.ts';
import { da } from './dialogue.da.ts';
import { en } from './dialogue.en.ts';

const texts = { da, en };

interface RequirementsProps {
  readonly site: Site;
  readonly body: DialogueBody;
  /** What the buyer has received; null: somebody else reads. */
  readonly received: readonly MarketRecord[] | null;
}

export function Requirements({ site: { lang }, body, received }: RequirementsProps): VNode | null {
  const { requirements, outcome } = body;
  if (requirements.length === 0) return null;
  const t = texts[lang];
  const known = received === null ? outcome : countsOf(body, received);
  const countOf = (id: string): RequirementCount | undefined => known?.counts.find(({ requirement }) => requirement === id);
  return (
    <section class="section" aria-labelledby="krav">
      <h2 id="krav">{t.requirementsTitle}</h2>
      <p>{told(body, received, lang)}</p>
      <DataTable
        lang={lang} caption={t.requirementsTitle} hideCaption rows={requirements}
        columns={[
          { header: t.number, cell: ({ id }) => id },
          { header: t.requirement, cell: ({ text }) => <OutsideParagraphs text={text} /> },
          ...(known === undefined ? [] : ABILITIES.map((ability) => ({ header: t[`ability.${ability}`], numeric: true, cell: ({ id }: (typeof requirements)[number]) => String(countOf(id)?.[ability] ?? 0) }))),
        ]}
      />
    </section>
  );
}

function told(body: DialogueBody, received: RequirementsProps['received'], lang: Site['lang']): string {
  const t = texts[lang];
  const { outcome, closed } = body;
  if (outcome !== undefined) return fill(t.countsTold, { answered: outcome.answered });
  if (received === null) return closed === undefined ? t.countsAfter : t.countsNone;
  const { answered } = countsOf(body, received);
  return answered < FEWEST_TOLD ? t.countsFew : fill(t.countsOwn, { answered });
}
