/** The model in words: the same text stands in the documents of the purchase (§ 160) and in the simulation. */
import { fill, type Language } from '#base';
import { da } from './evaluation.da.ts';
import { en } from './evaluation.en.ts';
import { decimalText, fraction } from './fraction.ts';
import type { Model, ModelFault } from './model.ts';
import type { Simulation } from './simulate.ts';

export const evaluationTexts = { da, en };

/** The method as sentences. @param moneyText writes an amount in minor units of the model's currency */
export function methodTold(model: Model, lang: Language, moneyText: (minor: bigint) => string): readonly string[] {
  const { method, scale } = model;
  const t = evaluationTexts[lang];
  const values = {
    ...scale,
    slope: percent(method.kind === 'linear-points' ? method.slope : 0, lang),
    priceWeight: percent(method.kind === 'linear-points' ? method.priceWeight : 0, lang),
    qualityWeight: percent(method.kind === 'linear-points' ? 1000 - method.priceWeight : 0, lang),
    pointWorth: method.kind === 'points-in-money' ? moneyText(BigInt(method.pointWorth)) : '',
  };
  return [fill(t[`formula.${method.kind}`], values), fill(t['formula.scale'], values), t['formula.tie'], fill(t[`worth.${method.kind}`], values), t[method.kind === 'linear-points' ? 'reversal.possible' : 'reversal.never']];
}

export function faultTold({ code, data }: ModelFault, lang: Language): string {
  const t = evaluationTexts[lang];
  const values = code === 'weights-do-not-sum' ? { ...data, level: data.level === '' ? t.level : data.level } : data;
  return fill(t[`fault.${code}`], values);
}

/** Whether a losing bid decides, in the example bids that were tried. */
export function reversalsTold({ reversals }: Simulation, lang: Language): readonly string[] {
  const t = evaluationTexts[lang];
  if (reversals.length === 0) return [t['reversal.none']];
  return reversals.map(({ without, before, after }) => fill(t['reversal.found'], { without, before: before.join(', '), after: after.join(', ') }));
}

function percent(perMille: number, lang: Language): string {
  const text = decimalText(fraction(BigInt(perMille), 10n), perMille % 10 === 0 ? 0 : 1);
  return lang === 'da' ? text.replace('.', ',') : text;
}
