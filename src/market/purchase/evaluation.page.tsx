/** How the winner is chosen, in words, with an example that is worked out by the very function that will rank the bids. */
import type { VNode } from 'preact';
import { moneyText, type Language, type Money } from '#base';
import { DataTable, formatAmount, formatDecimal, Outside, type Site } from '#ui';
import { decimalText } from '../evaluation/fraction.ts';
import { leaves, type Model } from '../evaluation/model.ts';
import type { EvaluatedBid } from '../evaluation/rank.ts';
import { simulate, type Simulation } from '../evaluation/simulate.ts';
import { methodTold, reversalsTold } from '../evaluation/told.ts';
import { da } from './purchase.page.da.ts';
import { en } from './purchase.page.en.ts';
import { da as tryDa } from './try-model.da.ts';
import { en as tryEn } from './try-model.en.ts';

const texts = { da, en };
const tryTexts = { da: tryDa, en: tryEn };

export function amountText(money: Money, lang: Language): string {
  return formatAmount({ amount: moneyText(money), currency: money.currency }, lang);
}

/** Cheap and plain, middling twice, dear and good. Per cent of the estimated value, and of the way up the scale. */
const EXAMPLES = [{ id: 'A', price: 80n, quality: 30 }, { id: 'B', price: 95n, quality: 60 }, { id: 'C', price: 110n, quality: 80 }, { id: 'D', price: 130n, quality: 100 }] as const;

/** Whole thousands, so that an example can be read; small amounts as they are. */
function rounded(minor: bigint): bigint {
  const thousand = 100_000n;
  return minor < 100n * thousand ? minor : minor - minor % thousand;
}

/** Four imagined bids around an amount of minor units; each criterion gets the same points. */
export function exampleBids(model: Model, value: Money): readonly EvaluatedBid[] {
  const { lowest, highest } = model.scale;
  return EXAMPLES.map(({ id, price, quality }) => {
    const points = lowest + Math.round((highest - lowest) * quality / 100);
    return { id, price: { currency: model.currency, minor: rounded(value.minor * price / 100n) }, scores: Object.fromEntries(leaves(model).map((leaf) => [leaf.id, points])) };
  });
}

interface EvaluationProps {
  readonly site: Site;
  /** Where the model can be tried. */
  readonly tryAt: string;
  readonly model: Model;
  /** Estimated, in minor units. */
  readonly value: Money;
}

export function Evaluation({ site, model, value, tryAt }: EvaluationProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const simulated = simulate(model, exampleBids(model, value));
  return (
    <section class="section" aria-labelledby="evaluering">
      <h2 id="evaluering">{t.evaluationTitle}</h2>
      {methodTold(model, lang, (minor) => amountText({ currency: model.currency, minor }, lang)).map((sentence) => <p>{sentence}</p>)}
      <DataTable
        lang={lang} caption={t.criterion} hideCaption rows={model.criteria.flatMap((criterion) => [{ ...criterion, level: 0 }, ...criterion.parts.map((part) => ({ ...part, level: 1 }))])}
        columns={[
          { header: t.criterion, cell: ({ name, level }) => <>{level === 0 ? null : '\u2013 '}<Outside text={name} /></> },
          { header: t.weight, numeric: true, cell: ({ weight }) => `${formatDecimal(String(weight / 10), lang)} %` },
          { header: t.emphasis, cell: ({ emphasis }) => <Outside text={emphasis} /> },
        ]}
      />
      {simulated.ok ? (
        <>
          <h3>{t.exampleTitle}</h3>
          <p>{t.exampleHelp}</p>
          <Example site={site} model={model} simulation={simulated.value} caption={t.exampleTitle} />
          <p><a href={site.href(tryAt)} rel="nofollow">{tryTexts[lang].link}</a></p>
        </>
      ) : null}
    </section>
  );
}

/** Bids as the model ranks them, and what a point of quality is worth to each. */
export function Example({ site: { lang }, model, simulation, caption }: { readonly site: Site; readonly model: Model; readonly simulation: Simulation; readonly caption: string }): VNode {
  const t = texts[lang];
  const isMoney = model.method.kind !== 'linear-points';
  const result = (place: Simulation['ranking']['places'][number]): string => (
    isMoney ? amountText({ currency: model.currency, minor: BigInt(decimalText(place.result, 0)) }, lang) : formatDecimal(decimalText(place.result, 2), lang));
  return (
    <>
      <DataTable
        lang={lang} caption={caption} hideCaption rows={simulation.ranking.places}
        columns={[
          { header: t.bid, cell: ({ bid }) => bid },
          { header: t.price, numeric: true, cell: ({ price }) => amountText(price, lang) },
          { header: t.points, numeric: true, cell: ({ quality }) => formatDecimal(decimalText(quality, 2), lang) },
          { header: t.result, numeric: true, cell: result },
          { header: t.rank, numeric: true, cell: ({ rank }) => rank },
          { header: t.worth, numeric: true, cell: ({ bid }) => { const worth = simulation.pointWorth.find((one) => one.bid === bid); return worth === undefined ? '' : amountText(worth.money, lang); } },
        ]}
      />
      {model.method.kind === 'linear-points' ? reversalsTold(simulation, lang).map((sentence) => <p>{sentence}</p>) : null}
    </>
  );
}
