/** How a purchase is made, in words that a citizen understands: the same on the page of a process and of a notice. */
import type { VNode } from 'preact';
import type { Language } from '#base';
import { label } from '#eforms';
import { Outside, Quote } from '#ui';
import { codeName } from './codes.ts';
import { da } from './procedure.da.ts';
import { en } from './procedure.en.ts';
import type { ProcedureView, ReasonView } from './process-details.view.ts';

const texts = { da, en };

export interface ProcedureWordsProps {
  readonly lang: Language;
  readonly procedure: ProcedureView;
  /** Of the publisher's own words. */
  readonly language: string | null;
}

/** What the procedure is called; null where the publisher says nothing of it. */
export function procedureName({ code, method, methodDetails }: Pick<ProcedureView, 'code' | 'method' | 'methodDetails'>, lang: Language): string | null {
  if (code !== null) return texts[lang][`${code}.name`];
  return method === null ? methodDetails : codeName('method', method, lang);
}

/** Name, what it means, the reason where one must be given, and what else it is part of. */
export function ProcedureWords({ lang, procedure, language }: ProcedureWordsProps): VNode {
  const t = texts[lang];
  const name = procedureName(procedure, lang);
  const meaning = meaningOf(procedure, lang);
  // The publisher's own name adds nothing where it only spells a code out.
  const details = procedure.code === null && procedure.methodDetails !== name ? procedure.methodDetails : null;
  return (
    <div class="way">
      {name === null ? <p class="quiet">{t.unknown}</p> : <p class="way-name"><Outside text={name} /></p>}
      {meaning === null ? null : <p>{meaning}</p>}
      {details === null ? null : <p class="quiet">{t.details}: <Outside text={details} lang={language} /></p>}
      <Reason lang={lang} procedure={procedure} language={language} />
      {partsOf(procedure, lang).map((part) => <p>{part}</p>)}
      {procedure.acceleration === null ? null : <Quote source={t.ownWords} text={procedure.acceleration} lang={language} />}
    </div>
  );
}

const METHODS = ['open', 'selective', 'limited', 'direct'] as const;

function meaningOf({ code, method }: ProcedureView, lang: Language): string | null {
  if (code !== null) return texts[lang][`${code}.what`];
  const known = METHODS.find((one) => one === method);
  return known === undefined ? null : texts[lang][`ocds-${known}.what`];
}

function Reason({ lang, procedure, language }: ProcedureWordsProps): VNode | null {
  const t = texts[lang];
  const { reasons, rationale } = procedure;
  if (reasons.length === 0 && rationale === null) return procedure.code === 'neg-wo-call' ? <p class="quiet">{t.noReason}</p> : null;
  return (
    <>
      {reasons.map((reason) => <p><strong>{t.reason}:</strong> <Outside text={reasonName('direct-award-justification', reason, lang)} /></p>)}
      {rationale === null ? null : <Quote source={t.ownWords} text={rationale} lang={language} />}
    </>
  );
}

type ReasonList = 'direct-award-justification' | 'modification-justification' | 'change-corrig-justification' | 'non-publication-justification';

/** What a code of the Union's lists is called; as the publisher wrote it where it stands in none. */
export function reasonName(list: ReasonList, { code, description }: ReasonView, lang: Language): string {
  return (code === null ? null : label(list, code, lang)) ?? description ?? code ?? '';
}

function partsOf({ framework, isUnderFramework, dynamicPurchasingSystem, isAccelerated }: ProcedureView, lang: Language): readonly string[] {
  const t = texts[lang];
  return [
    ...(framework === null ? [] : [t.framework]),
    ...(isUnderFramework ? [t.underFramework] : []),
    ...(dynamicPurchasingSystem === null ? [] : [t.dynamicPurchasingSystem]),
    ...(isAccelerated ? [t.accelerated] : []),
  ];
}
