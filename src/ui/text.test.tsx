import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { Outside, OutsideParagraphs, plainText, shorten, Time } from './text.tsx';

void test('outside text is isolated and escaped', () => {
  const html = renderToString(<Outside text={'<script>alert("1")</script>\u202Eabc'} lang="es" />);
  assert.equal(html, '<bdi dir="auto" lang="es">&lt;script>alert(&quot;1&quot;)&lt;/script>\u202Eabc</bdi>');
});

void test('whatever the text, it can neither open a tag nor leave its isolation', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const html = renderToString(<Outside text={text} />);
    const inner = html.slice('<bdi dir="auto">'.length, -'</bdi>'.length);
    assert.doesNotMatch(inner, /</);
    // eslint-disable-next-line eslint/no-control-regex
    assert.doesNotMatch(inner, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
    assert.ok(inner.isWellFormed());
  }));
});

void test('plain text has no marks that turn the direction, and one line', () => {
  assert.equal(plainText('a\u202E b\u2066\n\n c\u200F\u0007 '), 'a b c');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    assert.doesNotMatch(plainText(text), /[\u202a-\u202e\u2066-\u2069\u200e\u200f\n\r]/);
  }));
});

void test('a blank line starts a paragraph, a single line break does not', () => {
  const html = renderToString(<OutsideParagraphs text={'one\ntwo\n\n\nthree <b>'} />);
  assert.equal(html, '<div class="outside" dir="auto"><p dir="auto">one\ntwo</p><p dir="auto">three &lt;b></p></div>');
});

void test('a long text is cut at a word, never inside a character', () => {
  assert.equal(shorten('kort', 10), 'kort');
  assert.equal(shorten('drift af journalsystem', 12), 'drift af\u2026');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (text, length) => {
    const cut = shorten(text, length);
    assert.ok(Array.from(cut).length <= length + 1);
    assert.ok(cut.isWellFormed());
  }));
});

void test('a date has its machine form; what is no date is only shown', () => {
  assert.equal(renderToString(<Time value="2026-07-01" text="1. juli 2026" />), '<time datetime="2026-07-01">1. juli 2026</time>');
  assert.equal(renderToString(<Time value="No aplica" text="No aplica" />), '<bdi dir="auto">No aplica</bdi>');
});
