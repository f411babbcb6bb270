/** The frozen ranking: exact results rounded for the eye, what a point is worth, and what would have to be otherwise. */
import type { VNode } from 'preact';
import { fill, unwrap } from '#base';
import { Alert, DataTable, formatDateTime, formatNumber, Outside } from '#ui';
import { nearest, type Fraction } from '../evaluation/fraction.ts';
import { leaves } from '../evaluation/model.ts';
import type { Place } from '../evaluation/rank.ts';
import { simulate } from '../evaluation/simulate.ts';
import type { Turn } from '../evaluation/sensitivity.ts';
import { evaluationTexts, methodTold, reversalsTold } from '../evaluation/told.ts';
import { rankingOf } from './assess.ts';
import { bidName } from './assessment.options.ts';
import { Frame, money, pageTexts, rounded, type PageProps } from './frame.page.tsx';
import { evaluated, isWhole, placesOf, type FrozenRanking } from './frozen.ts';

export function renderRanking(props: PageProps): VNode {
  const { view, record, internal } = props;
  const t = pageTexts[view.site.lang];
  return (
    <Frame view={view} record={record} title={t.rankingTitle} lead={t.rankingLead}>
      <Ranked {...props} />
      <Tied {...props} />
      <Sensitivity {...props} ranking={rankingOf(internal)} />
    </Frame>
  );
}

function nameOf({ assessment }: PageProps, submission: string): string {
  const bid = assessment.bids.find((one) => one.submission === submission);
  return bid === undefined ? '' : bidName(assessment, bid);
}

export function Ranked(props: PageProps): VNode {
  const { view: { site }, internal } = props;
  const t = pageTexts[site.lang];
  const ranking = rankingOf(internal);
  const { model } = ranking;
  const result = (value: Fraction): string => (model.method.kind === 'linear-points' ? rounded(value, site) : money({ currency: model.currency, minor: nearest(value) }, site));
  const pricePoints = model.method.kind === 'linear-points' ? [{ header: t.pricePoints, numeric: true, cell: (place: Place) => (place.pricePoints === null ? '\u2013' : rounded(place.pricePoints, site)) }] : [];
  return (
    <section class="section">
      {isWhole(ranking) ? null : <Alert tone="error"><p>{t.broken}</p></Alert>}
      <DataTable
        lang={site.lang} caption={t.rankingTitle} hideCaption rows={placesOf(ranking)}
        columns={[
          { header: t.bidder, cell: ({ bid }) => <Outside text={nameOf(props, bid)} /> },
          { header: t.place, numeric: true, cell: ({ rank, tied }) => `${formatNumber(rank, site.lang)}${tied ? ` (${t.tied})` : ''}` },
          { header: t.evaluatedPrice, numeric: true, cell: ({ price }) => money(price, site) },
          { header: t.quality, numeric: true, cell: ({ quality }) => rounded(quality, site) },
          ...pricePoints,
          { header: t.result, numeric: true, cell: (place) => <strong>{result(place.result)}</strong> },
        ]}
      />
      <p class="quiet torv-hash">{fill(t.hash, { at: formatDateTime(ranking.at, site.lang), hash: ranking.hash })}</p>
      {isWhole(ranking) ? <p class="quiet">{t.whole}</p> : null}
    </section>
  );
}

function Tied(props: PageProps): VNode | null {
  const { view: { site }, internal } = props;
  const { first, firstByPrice } = rankingOf(internal);
  if (first.length < 2) return null;
  const [t, e] = [pageTexts[site.lang], evaluationTexts[site.lang]];
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf(props, id)).join(', ');
  return (
    <Alert tone="warning" heading={t.tieTitle}>
      <p><Outside text={fill(e['tie.first'], { bids: names(first) })} /></p>
      <p><Outside text={firstByPrice.length === 1 ? fill(e['tie.by-price'], { bid: names(firstByPrice) }) : e['tie.lots']} /></p>
    </Alert>
  );
}

function Sensitivity(props: PageProps & { readonly ranking: FrozenRanking }): VNode {
  const { view: { site }, ranking } = props;
  const [t, e] = [pageTexts[site.lang], evaluationTexts[site.lang]];
  const { model, bids } = ranking;
  const simulation = unwrap(simulate(model, evaluated(model, bids)));
  const told = reversalsTold({ ...simulation, reversals: simulation.reversals.map((one) => ({ without: nameOf(props, one.without), before: one.before.map((id) => nameOf(props, id)), after: one.after.map((id) => nameOf(props, id)) })) }, site.lang);
  return (
    <>
      <section class="section" aria-labelledby="point-vaerd">
        <h2 id="point-vaerd">{t.worthTitle}</h2>
        <ul>{simulation.pointWorth.map(({ bid, money: worth }) => <li><Outside text={nameOf(props, bid)} />: {fill(e['worth.one'], { money: money(worth, site) })}</li>)}</ul>
      </section>
      <section class="section" aria-labelledby="foelsomhed">
        <h2 id="foelsomhed">{t.sensitivityTitle}</h2>
        <ul>{simulation.sensitivity.flatMap((turn) => turnsTold(props, ranking, turn)).map((text) => <li><Outside text={text} /></li>)}</ul>
        {told.map((text) => <p><Outside text={text} /></p>)}
      </section>
      <section class="section" aria-labelledby="metode">
        <h2 id="metode">{t.methodTitle}</h2>
        {methodTold(model, site.lang, (minor) => money({ currency: model.currency, minor }, site)).map((sentence) => <p>{sentence}</p>)}
      </section>
    </>
  );
}

function turnsTold(props: PageProps, { model, first }: FrozenRanking, { bid, priceToBeFirst, scoresToBeFirst }: Turn): readonly string[] {
  const { site } = props.view;
  const e = evaluationTexts[site.lang];
  const name = nameOf(props, bid);
  const values = { bid: name, money: priceToBeFirst === null ? '' : money(priceToBeFirst, site) };
  if (first.includes(bid)) return [fill(priceToBeFirst === null ? e['turn.winner-any'] : e['turn.winner'], values)];
  const criteria = new Map(leaves(model).map(({ id, name: criterion }) => [id, criterion]));
  return [
    fill(priceToBeFirst === null ? e['turn.no-price'] : e['turn.price'], values),
    ...scoresToBeFirst.map(({ criterion, points }) => fill(e['turn.score'], { bid: name, points, criterion: criteria.get(criterion) ?? criterion })),
  ];
}
