/** What is missing before a draft can be published, with the paragraphs. */
import type { VNode } from 'preact';
import { findingTold, lawRule } from '../findings.ts';
import { da } from '../publication-check.da.ts';
import { en } from '../publication-check.en.ts';
import { ADVICE, checkDis } from './dis.draft.ts';
import { told, type SectionProps } from './dis-public.section.tsx';

const publication = { da, en };

export function Checked({ view: { site, now }, record: { body } }: SectionProps): VNode {
  const { lang } = site;
  const { findings } = checkDis(body, now);
  return (
    <section class="section" aria-labelledby="mangler">
      <h2 id="mangler">{told(lang, 'checkTitle')}</h2>
      {findings.length === 0 ? <p>{told(lang, 'checkDone')}</p> : (
        <ul class="guide-items">
          {findings.map((finding) => (
            <li>
              <p class="guide-item-text"><strong>{told(lang, finding.severity === 'blocks' ? 'checkBlocks' : finding.code === ADVICE ? 'checkAdvice' : 'checkWarns')}:</strong> {findingTold(publication, finding, lang)}</p>
              {finding.rule === null ? null : <p class="guide-basis">{lawRule(finding.rule).paragraph}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
