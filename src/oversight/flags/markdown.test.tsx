import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { LANGUAGES } from '#base';
import { htmlFaults, Page, renderDocument, siteOf } from '#ui';
import { runs } from '../../../test/support/deep.ts';
import { ASKED } from '../indicators/asked.ts';
import { blocksOf, plainOf, spansOf } from './markdown.ts';
import { Markdown } from './markdown.section.tsx';
import { HEADINGS, readmeIn, readmeOf, sectionBlocks } from './readme.ts';

const site = siteOf({ lang: 'da', world: 'register', path: '/', origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Torvet', email: null } });
const drawn = (text: string): string => renderDocument(<Page site={site} title="t"><h1>t</h1><Markdown blocks={blocksOf(text)} label="Kode" /></Page>);
const letters = (value: string): number => value.replaceAll(/[^a]/g, '').length;
const main = (html: string): string => /<main.*<\/main>/s.exec(html)?.[0] ?? '';

describe('the Markdown of the definitions', () => {
  test('paragraphs, lists that go on, tables, code', () => {
    assert.deepEqual(blocksOf('one\nline\n\n- a\n  more\n- b\n\n1. c\n\n| x | y \\| z |\n| --- | ---: |\n| `p|q` | 2 |\n\n```json\n{"a": 1}\n\n# no heading\n```\nlast').map((block) => block.kind), ['paragraph', 'list', 'list', 'table', 'code', 'paragraph']);
    const [list, numbered, table, code] = blocksOf('- a\n  more\n- b\n\n1. c\n\n| x | y \\| z |\n| --- | ---: |\n| 1 | 2 |\n\n```json\n{"a": 1}\n\n# no heading\n```');
    assert.deepEqual(list, { kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'a more' }], [{ kind: 'text', text: 'b' }]] });
    assert.ok(numbered?.kind === 'list' && numbered.ordered);
    assert.deepEqual(table, { kind: 'table', head: [[{ kind: 'text', text: 'x' }], [{ kind: 'text', text: 'y | z' }]], rows: [[[{ kind: 'text', text: '1' }], [{ kind: 'text', text: '2' }]]] });
    assert.deepEqual(code, { kind: 'code', text: '{"a": 1}\n\n# no heading' });
  });
  test('links to the web are links, all others are their words', () => {
    assert.deepEqual(spansOf('see [a](https://x.example/y) and [b](javascript:alert) `c` **d**'), [
      { kind: 'text', text: 'see ' }, { kind: 'link', text: 'a', href: 'https://x.example/y' }, { kind: 'text', text: ' and ' }, { kind: 'text', text: 'b' }, { kind: 'text', text: ' ' },
      { kind: 'code', text: 'c' }, { kind: 'text', text: ' ' }, { kind: 'strong', text: 'd' },
    ]);
  });
  test('nothing in it becomes markup', () => {
    const html = main(drawn('<script>alert(1)</script> [x](https://a.example/"onclick="alert(1))\n\n```\n</code></pre><b>\n```\n\n| <i> |\n| - |\n| <img src=x> |'));
    assert.doesNotMatch(html, /<script|<b>|<i>|<img|"onclick/);
    assert.match(html, /&lt;script>/);
  });
  test('property: any text is drawn whole', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '|', '-', '`', '*', '[', ']', '(', ')', '#', '1', '.', '<', '&', '\\'), maxLength: 80 }), (text) => {
      assert.deepEqual(htmlFaults(drawn(text)), []);
      // The word behind the sign of a code block is how it is written, and a link to nowhere loses its address.
      if (!/```|\]\(/.test(text)) assert.equal(letters(plainOf(text)), letters(text), JSON.stringify(text));
    }), runs(300));
  });
});

describe('the definitions', () => {
  for (const indicator of ASKED) {
    for (const lang of LANGUAGES) test(`${indicator.code}, ${lang}: every section is there and can be drawn`, async () => {
      const readme = await readmeOf(indicator, lang);
      for (const heading of HEADINGS) {
        const blocks = sectionBlocks(readme, heading);
        assert.ok(blocks.length > 0, heading);
        assert.deepEqual(htmlFaults(renderDocument(<Page site={site} title="t"><h1>t</h1><Markdown blocks={blocks} label={heading} /></Page>)), []);
        // Neither the word behind the sign of a code block nor an address inside the repository is shown.
        const words = readme.sections[heading].replaceAll(/^```\w*$/gm, '').replaceAll(/\]\((?!https?:)[^)]*\)/g, ']').match(/\p{L}{3,}/gu) ?? [];
        const shown = plainOf(readme.sections[heading]);
        for (const word of words) assert.ok(shown.includes(word), `${heading}: ${word}`);
      }
    });
  }
  test('a section that is not there is empty', () => assert.equal(readmeIn('# X\n', 'en').sections.Definition, ''));
});
