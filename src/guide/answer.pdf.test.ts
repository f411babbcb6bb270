import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { LANGUAGES } from '#base';
import type { AnswerDocument } from './answer.ts';
import { answerPdf } from './answer.pdf.ts';
import { answerText } from './answer.text.ts';
import { WIZARDS } from './guide.routes.ts';
import { SKIPPED, type Answers } from './wizard.ts';

const OPTIONS = { address: 'https://torvet.example/skal-det-i-udbud?on=2024-05-01&value=5', at: Temporal.Instant.from('2026-11-22T12:00:00Z'), publisher: 'Prøven Kommune' };
const ANSWERS: Answers = new Map([['on', ['2024-05-01']], ['buyer', ['municipality']], ['kind', ['services']], ['price', ['total']], ['value', ['1644638']], ['options', ['500|']], ['extensions', [SKIPPED]], ['lots', [SKIPPED]], ['sameKindLast12Months', ['0']], ['crossBorderInterest', ['no']], ['via', ['none']], ['what', ['Æblegrød på Ærø åå']]]);
const route = WIZARDS.find(({ wizard }) => wizard.path === '/skal-det-i-udbud') ?? assert.fail();
const DOCUMENT = route.answer('da', ANSWERS, '2026-11-22');

/** The file as text, with every stream unpacked, and for itself what is drawn on its pages. */
function unpacked(pdf: Buffer): { readonly whole: string; readonly streams: readonly string[] } {
  const whole = pdf.toString('latin1');
  const streams = [...whole.matchAll(/<<([^>]*(?:>(?!>)[^>]*)*)>>\s*stream\r?\n/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    const raw = pdf.subarray(start, pdf.indexOf('endstream', start));
    return /FlateDecode/.test(match[1] ?? '') ? [inflateSync(raw).toString('latin1')] : [raw.toString('latin1')];
  });
  assert.ok(streams.length > 3);
  return { whole: [whole, ...streams].join('\n'), streams };
}

/** The letters that the fonts of the file can be read back as, by their ToUnicode maps. */
function lettersOf({ streams }: { readonly streams: readonly string[] }): string {
  const maps = streams.filter((stream) => stream.includes('begincmap'));
  assert.equal(maps.length, 2, 'two fonts, each with a map');
  return maps.flatMap((map) => [...map.matchAll(/<([0-9a-f]{4})>/gi)].map(([, code = '']) => String.fromCharCode(Number.parseInt(code, 16)))).join('');
}

/** Of the plain text alone. */
const LIST_MARKS = new Set(['*', '=']);

/** As a PDF writes what is not ASCII. */
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('latin1');
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const pagesOf = (text: string): number => count(text, /\/Type \/Page\b(?!s)/g);

void describe('the memo', () => {
  void test('is a PDF with structure, language and title', async () => {
    for (const [lang, locale] of [['da', 'da-DK'], ['en', 'en-GB']] as const) {
      const pdf = await answerPdf(lang, route.answer(lang, ANSWERS, '2026-11-22'), OPTIONS);
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
      assert.match(pdf.subarray(-8).toString(), /%%EOF\s*$/);
      const { whole } = unpacked(pdf);
      assert.match(whole, /\/MarkInfo\s*(<<\s*\/Marked true|\d+ 0 R)/);
      assert.match(whole, /\/StructTreeRoot \d+ 0 R/);
      assert.ok(whole.includes(`/Lang (${locale})`), locale);
      assert.match(whole, /\/DisplayDocTitle true/);
      assert.match(whole, /pdfuaid:part/);
      for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody']) assert.match(whole, new RegExp(`/S /${tag}\\b`), tag);
      assert.equal(count(whole, /\/S \/H1\b/g), 1);
      assert.equal(count(whole, /\/S \/L\b/g), DOCUMENT.sections.length, 'a list for each section');
    }
  });

  void test('its title and author stand in it', async () => {
    const { whole } = unpacked(await answerPdf('da', DOCUMENT, OPTIONS));
    assert.ok(whole.includes(`${DOCUMENT.title} ${DOCUMENT.verdict}`) || whole.includes(utf16(DOCUMENT.title)), 'title');
    assert.ok(whole.includes(utf16('Prøven Kommune').replaceAll('\\', '\\\\')), 'author');
  });

  void test('the same answer at the same instant is the same file; another instant is another', async () => {
    const [one, two, later] = await Promise.all([answerPdf('da', DOCUMENT, OPTIONS), answerPdf('da', DOCUMENT, OPTIONS), answerPdf('da', DOCUMENT, { ...OPTIONS, at: OPTIONS.at.add({ seconds: 1 }) })]);
    assert.ok(one.equals(two));
    assert.ok(!one.equals(later));
  });

  void test('Danish letters, signs of the law and quotation marks are letters of its fonts, and can be copied out', async () => {
    const letters = lettersOf(unpacked(await answerPdf('da', DOCUMENT, OPTIONS)));
    const used = new Set(answerText('da', DOCUMENT, OPTIONS.address).normalize().match(/[^\s\w]/gu));
    for (const letter of 'Æøåæ§') assert.ok(used.has(letter), letter);
    for (const letter of used) if (!LIST_MARKS.has(letter)) assert.ok(letters.includes(letter), letter);
  });

  void test('a long answer goes over pages, each with its structure', async () => {
    const item = { text: 'En lang linje med ord, der skal brydes over mere end én linje på siden. '.repeat(6), mark: 'review' as const, basis: { paragraph: 'Udbudsloven § 180', grade: 'V' as const, source: 'elov.dk' }, details: ['Et svar', 'Et andet'] };
    const long: AnswerDocument = { ...DOCUMENT, sections: Array.from({ length: 12 }, (_, at) => ({ id: `s${at}`, heading: `Afsnit ${at}`, lead: 'Indledning', items: [item, item, item, item, item] })) };
    const { whole } = unpacked(await answerPdf('da', long, OPTIONS));
    const pages = pagesOf(whole);
    assert.ok(pages >= 8 && pages <= 40, `${pages} pages`);
    assert.equal(count(whole, /\/StructParents \d+/g), pages);
    assert.equal(count(whole, /\/S \/H2\b/g), 13);
  });

  for (const { wizard, answer } of WIZARDS) {
    void test(`${wizard.path}: the answer to nothing but "not known" is a file too`, async () => {
      for (const lang of LANGUAGES) {
        const answers: Answers = wizard.path === '/hvornaar' ? new Map([['scope', ['one']], ['step', ['complaint']], ['from-complaint', ['2026-05-01']]]) : new Map([['on', ['2024-05-01']]]);
        assert.equal((await answerPdf(lang, answer(lang, answers, '2026-11-22'), OPTIONS)).subarray(0, 5).toString(), '%PDF-');
      }
    });
  }
});
