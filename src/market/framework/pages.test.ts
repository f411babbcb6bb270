import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, type Language } from '#base';
import { htmlFaults } from '#ui';
import { asActor, type Actor } from '#people';
import { testFramework } from '../../../test/support/framework.ts';
import { marketPagesOf } from '../../../test/support/market-pages.ts';
import { testMarket } from '../../../test/support/market.ts';
import { readChildren, readRecord } from '../core/records.store.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';

const NEED = { title: 'System til jobområdet', why: 'Det nuværende udløber.', wanted: 'Sager oprettes.', service: 'services', cpv: '48000000', value: '900000', options: [], personalData: false, isAddOn: false };

void test('an agreement and a direct award are followed through their pages by buyer, supplier and everybody, in both languages', async () => {
  const market = await testMarket();
  const made = await testFramework(market);
  const pages = await marketPagesOf(market);
  const page = (path: string, actor: Actor | null = null, lang: Language = 'da') => pages.page(path, actor, lang);
  const { record: framework, buyer, second, owner, suppliers } = made;
  const seen = async (path: string, actor: Actor | null, wanted: RegExp): Promise<string> => {
    for (const lang of LANGUAGES) {
      const { status, html } = await page(path, actor, lang);
      assert.equal(status, 200, `${path}: ${html.slice(0, 300)}`);
      assert.deepEqual(htmlFaults(html), [], path);
      if (lang === 'en') continue;
      assert.match(html, wanted, path);
    }
    return (await page(path, actor)).html;
  };
  try {
    await market.do(owner, 'framework.record-call-off', { lot: '1', buyer: buyer.organisation, supplier: suppliers[0], value: '7500000', on: '2026-11-01', source: 'Indberetning' }, framework);
    await seen('/torv/rammeaftaler', null, /Fagsystemer til kommuner[^]*7\.500\.000[^]*75 %/);
    const open = await seen(`/torv/rammeaftale/${framework}`, null, /Nordby Kommune/);
    assert.ok(!open.includes('700.000,00 kr.') || open.includes('7.500.000'), 'no price of the catalogue');
    assert.ok(!open.includes('800.000'));
    assert.match(await seen(`/torv/rammeaftale/${framework}`, owner, /Før et tilbud ind/), /800\.000/);
    await seen(`/torv/rammeaftale/${framework}/koeb`, null, /Se, om det kan lade sig gøre/);
    await seen(`/torv/rammeaftale/${framework}/koeb?delaftale=1&vaerdi=900.000`, buyer, /I kan købe det på aftalen[^]*altså mindst 80 %/);
    await seen(`/torv/rammeaftale/${framework}/koeb?delaftale=1&vaerdi=2.500.000,01`, buyer, /kan ikke købes på aftalen[^]*10\.000\.000,01[^]*højst bruges til 10\.000\.000/);
    for (const command of ['write-offer', 'record-call-off', 'end', 'party-left', 'drop-offer']) await seen(`/torv/rammeaftale/${framework}/framework.${command}`, owner, /<form/);

    const need = await market.do(buyer, 'need.start', NEED);
    await market.do(buyer, 'need.decide', { way: 'framework', reason: 'Aftalen dækker det.' }, need.record);
    await seen(`/torv/under/${framework}/purchase.start-direct`, buyer, /System til jobområdet/);
    const { record } = await market.do(buyer, 'purchase.start-direct', { need: need.record, category: '1' }, framework);
    assert.equal((await page(`/torv/koeb/${record}`)).status, 404, 'a draft is the buyer’s');
    await seen(`/torv/koeb/${record}/purchase.write-direct`, buyer, /Samtidige brugere \(brugere\)/);
    const texts = { title: 'System til jobområdet', background: 'x', wanted: 'y', service: 'services', cpv: '48000000', value: '900000', personalData: false, term: 'Fire år' };
    await market.do(buyer, 'purchase.write-direct', { ...texts, needs: [{ criterion: 'dansk', why: 'Vi arbejder på dansk.' }, { criterion: 'brugere', asked: '400', why: 'Vi er 420.' }] }, record);
    await seen(`/torv/koeb/${record}/purchase.shortlist`, buyer, /Kun én leverandør er tilbage af 3 tilbud[^]*12\. marts 2021/);
    await market.do(buyer, 'purchase.shortlist', { reasons: [{ code: 'narrowed-to-one', reason: 'Vi er 420 på samme tid.' }] }, record);
    await seen(`/torv/koeb/${record}`, buyer, /Hvor mange er tilbage efter hvert krav[^]*Uden dette krav alene ville 2 være tilbage[^]*Tildel kontrakten|Tildel kontrakten[^]*Uden dette krav alene ville 2 være tilbage/);
    await market.two(buyer, second, 'purchase.award-direct', { value: '900000', reason: 'Står først.' }, record);
    await market.do(buyer, 'purchase.letters-direct', { days: 0 }, record);
    const line = { number: '1', name: 'Drift', option: false, price: '800000' };
    await market.do(second, 'purchase.sign-direct', { from: '2027-01-01', to: '2030-12-31', lines: [line, { ...line, number: '2', name: 'Et år mere', option: true, price: '100000' }] }, record);
    await seen(`/torv/koeb/${record}`, null, /Alfa A\/S[^]*900\.000[^]*Kun én er tilbage[^]*Vi er 420 på samme tid/);
    const { body } = await asActor(market.db, null, (trx) => readRecord(trx, record)) as Purchase;
    await seen(`/torv/kontrakt/${body.contract?.id ?? ''}`, null, /Option: <bdi[^>]*>Et år mere[^]*100\.000/);
    await seen(`/torv/rammeaftale/${framework}`, null, /Mindst 80 % er brugt[^]*8\.400\.000/);
    const supplier = await market.person(suppliers[1], 'bidder');
    const letter = (await asActor(market.db, supplier, (trx) => readChildren(trx, record))).find(({ kind }) => kind === 'letter');
    await seen(`/torv/brev/${letter?.id ?? ''}`, supplier, /Indkøberen har valgt Alfa A\/S[^]*Samtidige brugere: mindst 400 brugere \(ikke opfyldt\)/);
    assert.equal((await page(`/torv/brev/${letter?.id ?? ''}`)).status, 404);
  } finally {
    await pages.app.close();
  }
});
