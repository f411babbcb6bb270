import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { htmlFaults } from '#ui';
import { marketPagesOf } from '../../../test/support/market-pages.ts';
import { announced, buying, drafted } from '../../../test/support/purchases.ts';
import { leaves, type Model } from '../evaluation/model.ts';
import { exampleBids } from './evaluation.page.tsx';
import { pointsField, priceField, readImagined, typedOf } from './try-model.ts';

const MODEL: Model = {
  currency: 'DKK', scale: { lowest: 1, highest: 10 }, method: { kind: 'linear-points', slope: 1000, priceWeight: 500 },
  criteria: [{ id: 'brug', name: 'Brug', weight: 600, emphasis: 'Få klik.', parts: [] }, { id: 'drift', name: 'Drift', weight: 400, emphasis: 'Få afbrud.', parts: [] }],
};

void test('what the page fills in by itself is read back as the same bids, in both languages', () => {
  for (const minor of [123_45n, 2_000_000_00n]) {
    const bids = exampleBids(MODEL, { currency: 'DKK', minor });
    for (const lang of ['da', 'en'] as const) assert.deepEqual(readImagined(MODEL, typedOf(bids, lang), lang), { bids, faults: new Map() });
  }
});

void test('a bid without a price is left out, points left out are the fewest, and what is no price or no step of the scale is named by its field', () => {
  const { bids, faults } = readImagined(MODEL, { 'pris.A': '1.000', 'pris.B': '12,5 kr', 'pris.C': '-4', 'pris.D': '900,50', 'point.D.brug': '11', 'point.D.drift': '3', 'point.E.brug': '5', '__proto__': 'x' }, 'da');
  assert.deepEqual(bids.map(({ id, price, scores }) => [id, price.minor, scores]), [['A', 1_000_00n, { brug: 1, drift: 1 }], ['D', 900_50n, { brug: 1, drift: 3 }]]);
  assert.deepEqual([...faults], [['pris.B', 'wrong.price'], ['pris.C', 'wrong.price'], ['point.D.brug', 'wrong.points']]);
});

void test('the page: the buyer’s own while the purchase is a draft, everybody’s once it is announced; it reckons with what was typed', async () => {
  const own = await buying();
  const pages = await marketPagesOf(own.market);
  after(() => pages.app.close());
  const draft = await drafted(own);
  assert.equal((await pages.page(`/torv/koeb/${draft}/proev-model`, own.suppliers[0])).status, 404);
  const first = await pages.page(`/torv/koeb/${draft}/proev-model`, own.buyer);
  assert.equal(first.status, 200);
  assert.deepEqual(htmlFaults(first.html), []);
  assert.match(first.html, /Sådan falder det ud/);
  const record = await announced(own);
  const { body } = await own.read(record) as { readonly body: { readonly model: Model } };
  const query = new URLSearchParams([['A', '100.000', '2'], ['B', '110.000', '9']].flatMap(([bid = '', price = '', points = '']) => [[priceField(bid), price], ...leaves(body.model).map(({ id }) => [pointsField(bid, id), points])]));
  const typed = await pages.page(`/torv/koeb/${record}/proev-model?${query}`);
  assert.equal(typed.status, 200);
  assert.match(typed.html, /<th[^>]*>B<\/th>[^]*110\.000[^]*<th[^>]*>A<\/th>[^]*100\.000/, 'the better one stands first');
  const wrong = await pages.page(`/torv/koeb/${record}/proev-model?pris.A=%3Cscript%3E&pris.B=5`);
  assert.ok(wrong.html.includes('&lt;script>') && !wrong.html.includes('Sådan falder det ud'), 'what was typed stays, and is text');
  assert.match(wrong.html, /Skriv en pris som et tal i kroner/);
  assert.match((await pages.page(`/torv/koeb/${record}/proev-model?pris.A=5`)).html, /mindst to tilbud/);
});
