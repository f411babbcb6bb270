/** The evaluation model of a purchase, tried on bids that the reader imagines: for the buyer before it is published, for everybody afterwards. */
import type { VNode } from 'preact';
import { fill, unwrap } from '#base';
import { Alert, Breadcrumbs, Field, FieldGroup, Outside, Page, type Site } from '#ui';
import { leaves, type Model } from '../evaluation/model.ts';
import { simulate } from '../evaluation/simulate.ts';
import { methodTold } from '../evaluation/told.ts';
import { amountText, Example } from './evaluation.page.tsx';
import { IMAGINED, pointsField, priceField, readImagined, type Imagined, type Typed } from './try-model.ts';
import { da } from './try-model.da.ts';
import { en } from './try-model.en.ts';

const tryModelTexts = { da, en };

export interface TryModelProps {
  readonly site: Site;
  readonly purchase: { readonly id: string; readonly title: string };
  readonly model: Model;
  readonly typed: Typed;
}

export function renderTryModel(props: TryModelProps): VNode {
  const { site, purchase: { id, title }, model, typed } = props;
  const t = tryModelTexts[site.lang];
  const imagined = readImagined(model, typed, site.lang);
  return (
    <Page
      site={site} title={`${t.title}: ${title}`} noindex
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: title, href: site.href(`/torv/koeb/${id}`) }, { label: t.title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head">
          <p class="torv-kind"><Outside text={title} /></p>
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
        </div>
        {methodTold(model, site.lang, (minor) => amountText({ currency: model.currency, minor }, site.lang)).slice(0, 1).map((sentence) => <p>{sentence}</p>)}
        <form method="get" action={site.href(`/torv/koeb/${id}/proev-model`)}>
          <p class="field-help">{t.help}</p>
          <div class="torv-imagined">{IMAGINED.map((bid) => <OneBid {...props} bid={bid} faults={imagined.faults} />)}</div>
          <div class="form-actions"><button class="button-main" type="submit">{t.compute}</button></div>
        </form>
        {imagined.faults.size > 0 ? null : <Result {...props} bids={imagined.bids} />}
      </div>
    </Page>
  );
}

function OneBid({ site, model, typed, bid, faults }: TryModelProps & Pick<Imagined, 'faults'> & { readonly bid: string }): VNode {
  const t = tryModelTexts[site.lang];
  const field = (name: string, label: string, mode: 'decimal' | 'numeric'): VNode => {
    const fault = faults.get(name);
    return <Field lang={site.lang} name={name} label={label} kind={{ is: 'line', most: 30, mode }} value={typed[name] ?? ''} error={fault === undefined ? null : fill(t[fault], model.scale)} />;
  };
  return (
    <FieldGroup legend={fill(t.bid, { id: bid })}>
      {field(priceField(bid), fill(t.price, { currency: model.currency === 'DKK' ? 'kr.' : model.currency }), 'decimal')}
      {leaves(model).map(({ id, name }) => field(pointsField(bid, id), fill(t.points, { name, ...model.scale }), 'numeric'))}
    </FieldGroup>
  );
}

function Result({ site, model, bids }: TryModelProps & Pick<Imagined, 'bids'>): VNode {
  const t = tryModelTexts[site.lang];
  if (bids.length < 2) return <Alert tone="info"><p>{t.few}</p></Alert>;
  return (
    <section class="section" aria-labelledby="udfald">
      <h2 id="udfald">{t.resultTitle}</h2>
      <Example site={site} model={model} simulation={unwrap(simulate(model, bids))} caption={t.resultTitle} />
    </section>
  );
}
