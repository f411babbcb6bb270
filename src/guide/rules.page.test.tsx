/** The pages that no question leads to. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { VNode } from 'preact';
import { LANGUAGES, type Language } from '#base';
import { judgeRoute, LEFT_OUT, LIMITS, replayAddon, RULES, THRESHOLD_TABLES, THRESHOLDS, UNTENDERED_CHAIN } from '#law';
import { formatNumber, htmlFaults, renderDocument, siteOf, type Site } from '#ui';
import { addonVerdictTexts, kronerText } from './answer-parts.ts';
import { renderChain } from './chain.page.tsx';
import { WIZARDS } from './guide.routes.ts';
import { renderRules } from './rules.page.tsx';
import { CHAIN_PAGE, GUIDE, renderStart, RULES_PAGE } from './start.page.tsx';

function pageAt(path: string, lang: Language, render: (site: Site) => VNode): string {
  return renderDocument(render(siteOf({ lang, world: 'register', path, origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Torvet', email: null } })));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The text between the tags, so that a mark beside a name does not part them. */
function read(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

void describe('the rules', () => {
  for (const lang of LANGUAGES) {
    const html = pageAt(RULES_PAGE, lang, renderRules);

    void test(`${lang}: every rule stands there once, in own words, with its grade, its source and what must be confirmed`, () => {
      assert.deepEqual(htmlFaults(html), []);
      assert.ok(RULES.length > 50);
      const entries = new Map([...html.matchAll(/<article class="guide-rule" id="([^"]+)">(.*?)<\/article>/gs)].map(([, id = '', entry = '']) => [id, entry]));
      assert.deepEqual([...entries.keys()].toSorted(), RULES.map(({ id }) => id).toSorted());
      for (const { id, paragraph, title, sentence, grade, source, confirm } of RULES) {
        const entry = entries.get(id) ?? '';
        assert.match(entry, new RegExp(`<h3>.*<span class="grade grade-${grade}">${grade}</span></h3>`), id);
        for (const words of [paragraph, title[lang], sentence[lang], source, ...(confirm === null ? [] : [confirm[lang]])]) assert.ok(entry.includes(escaped(words)), `${id}: ${words}`);
        assert.equal(entry.includes('guide-confirm'), confirm !== null, id);
      }
    });

    void test(`${lang}: no law is without a name, and every number and what is left out stand there`, () => {
      const text = read(html);
      assert.doesNotMatch(html, /<h2>[a-z0-9-]+<\/h2>/);
      for (const table of THRESHOLD_TABLES) {
        assert.ok(THRESHOLDS[table].length > 3);
        for (const { dkk, dkkGrade, eur, eurGrade } of THRESHOLDS[table]) for (const [amount, grade] of [[dkk, dkkGrade], [eur, eurGrade]] as const) if (amount !== null) assert.ok(text.includes(`${formatNumber(amount, lang)} ${grade}`), `${table} ${amount}`);
      }
      for (const { id, source } of LIMITS) assert.ok(html.includes(`<code>${id}</code>`) && html.includes(escaped(source)), id);
      for (const { topic, why } of LEFT_OUT) assert.ok(html.includes(escaped(topic[lang])) && html.includes(escaped(why[lang])), topic.en);
    });
  }

  void test('a figure that was not found is said to be so, and is no nought', () => {
    const none = THRESHOLD_TABLES.flatMap((table) => THRESHOLDS[table]).filter(({ dkk }) => dkk === null);
    assert.ok(none.length > 0);
    assert.ok((pageAt(RULES_PAGE, 'da', renderRules).match(/<td class="numeric">ikke fundet /g)?.length ?? 0) >= none.length);
  });
});

void describe('the start and the chain', () => {
  for (const lang of LANGUAGES) {
    void test(`${lang}: the start leads to every wizard, the rules and the chain`, () => {
      const html = pageAt(GUIDE, lang, renderStart);
      assert.deepEqual(htmlFaults(html), []);
      for (const path of [...WIZARDS.map(({ wizard }) => wizard.path), RULES_PAGE, CHAIN_PAGE]) assert.ok(html.includes(`href="${lang === 'da' ? '' : '/en'}${path}"`), path);
    });

    void test(`${lang}: the chain tells what the engine says of each link`, () => {
      const html = pageAt(CHAIN_PAGE, lang, renderChain);
      assert.deepEqual(htmlFaults(html), []);
      const { atPurchase } = replayAddon(UNTENDERED_CHAIN.extension, '2024-07-01');
      assert.ok(judgeRoute(UNTENDERED_CHAIN.first).findings.length > 0);
      assert.equal(atPurchase.verdict, 'new-purchase');
      assert.ok(html.includes(addonVerdictTexts[lang][atPurchase.verdict][0]));
      for (const amount of [UNTENDERED_CHAIN.first.value?.amount ?? 0, UNTENDERED_CHAIN.extension.purchase.value.amount]) assert.ok(amount > 0 && html.includes(kronerText(amount, lang)), String(amount));
    });
  }
});
