/** What the supplier declared, and what of it somebody must look at. */
import type { VNode } from 'preact';
import type { Language } from '#base';
import { Outside, OutsideParagraphs, SummaryList } from '#ui';
import { say } from '../core/present.ts';
import type { Dis } from '../dis/dis.schema.ts';
import { espdName, espdTold } from '../espd/told.ts';
import { lawRule } from '../findings.ts';
import { declaredFindings } from './application.espd.ts';
import type { ApplicationTexts } from './application.schema.ts';
import { da } from './application.da.ts';
import { en } from './application.en.ts';

const words = { da, en };

interface DeclaredProps {
  readonly lang: Language;
  readonly texts: ApplicationTexts;
  readonly system: Dis;
  /** Of the supplier, as the login service told it. */
  readonly cvr: string | null;
}

export function Declared({ lang, texts, system, cvr: told }: DeclaredProps): VNode {
  const t = (key: string): string => say(words, lang, key);
  const { exclusion, noOthers, selection, suitability, reliedOn, contact, email, cvr } = texts;
  return (
    <section class="section" aria-labelledby="erklaering">
      <h2 id="erklaering">{t('declaredTitle')}</h2>
      <Found lang={lang} texts={texts} system={system} cvr={told} />
      <SummaryList rows={[
        { label: t('field.contact'), value: <><Outside text={contact} />, <Outside text={email} />, CVR {cvr}</> },
        {
          label: t('field.exclusion'),
          value: exclusion.length === 0 ? (noOthers ? t('noGrounds') : null) : <ul>{exclusion.map(({ code, explanation, selfCleaning }) => <li>{espdName(code, lang)}: <Outside text={explanation} />{selfCleaning === undefined ? null : <OutsideParagraphs text={selfCleaning} />}</li>)}</ul>,
        },
        {
          label: t('field.selection'),
          value: selection.length === 0 ? null : <ul>{selection.map(({ criterion, meets, value, statement }) => <li>{espdName(criterion, lang)}: {value ?? (meets ? t('yes') : t('no'))}{statement === undefined ? null : <>. <Outside text={statement} /></>}</li>)}</ul>,
        },
        ...suitability.map(({ category, meets, how }) => ({ label: `${t('field.suitability')}, ${category}`, value: <>{meets ? t('field.meets') : t('notMet')}{how === undefined ? null : <OutsideParagraphs text={how} />}</> })),
        { label: t('field.reliedOn'), value: reliedOn.length === 0 ? null : <ul>{reliedOn.map((one) => <li><Outside text={one.name} />: <Outside text={one.with} /></li>)}</ul> },
      ]} />
    </section>
  );
}

function Found({ lang, texts, system, cvr }: DeclaredProps): VNode | null {
  const findings = declaredFindings(texts, system, cvr);
  if (findings.length === 0) return null;
  return (
    <>
      <h3>{say(words, lang, 'findingsTitle')}</h3>
      <ul class="guide-items">
        {findings.map((finding) => (
          <li>
            <p class="guide-item-text"><strong>{say(words, lang, `result.${finding.result}`)}:</strong> {espdTold(finding, lang)}</p>
            {finding.rule === null ? null : <p class="guide-basis">{lawRule(finding.rule).paragraph}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
