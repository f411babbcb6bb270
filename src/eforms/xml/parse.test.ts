import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, findAll, make, path } from './path.ts';
import { element, textOf } from './element.ts';
import { LARGEST_NOTICE, parseXml } from './parse.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(input: string | Uint8Array): string {
  const parsed = parseXml(typeof input === 'string' ? bytes(input) : input);
  assert.ok(!parsed.ok, 'it was read');
  assert.ok((parsed.failure.help ?? '') !== '', 'it says what to do');
  return parsed.failure.message;
}

void test('names carry the prefix of the SDK, whatever prefix the file chose', () => {
  const parsed = parseXml(bytes('<a xmlns="urn:x" xmlns:q="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><q:ID>1</q:ID><b xmlns="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><c/></b><d/></a>'));
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value.children.map(({ name, children }) => [name, children.map((one) => one.name)]), [['cbc:ID', []], ['cbc:b', ['cbc:c']], ['d', []]]);
});

void test('a prefix that is declared nowhere is no whole XML', () => {
  assert.match(refusal('<a>\n<cbc:ID>1</cbc:ID></a>'), /line 2, .*prefix "cbc".*declared nowhere/);
});

void test('text, entities of XML itself and CDATA are read; comments and instructions are not', () => {
  const parsed = parseXml(bytes('\u{feff}<?xml version="1.0"?>\n<!-- <!DOCTYPE x> --><a>1 &lt; 2 &#228;<![CDATA[ & <b>]]><!-- no --><?no no?></a>'));
  assert.ok(parsed.ok);
  assert.equal(textOf(parsed.value), '1 < 2 ä & <b>');
});

void test('a document type is refused before anything of it is read, wherever it stands', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]><a>&a8;</a>`;
  for (const text of [bomb, '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&x;</a>', '<!-- first --><?pi?>\n<!doctype html><html></html>', '\u{feff}  <!DOCTYPE a><a/>']) {
    assert.match(refusal(text), /DOCTYPE/);
  }
  assert.match(refusal('<a>&eacute;</a>'), /entity/i);
});

void test('what is cut off, crossed or doubled is told with its line', () => {
  const whole = '<a>\n<b>text</b>\n<c x="1">more</c>\n</a>';
  for (let length = 1; length < whole.length; length += 1) assert.match(refusal(whole.slice(0, length)), /line \d+/, whole.slice(0, length));
  for (const text of ['<a></b>', '<a><b></a></b>', '<a/><b/>', '<a x="1" x="2"/>', '<a x=1/>', 'text', '<a>\u0001</a>', '<a>&#0;</a>', '<1/>', '<a/>rest']) refusal(text);
});

void test('an encoding is what the document says, and bytes that do not fit it are refused', () => {
  const latin = Uint8Array.from([...bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>'), 0xe6, 0xf8, 0xe5, ...bytes('</a>')]);
  const parsed = parseXml(latin);
  assert.ok(parsed.ok && textOf(parsed.value) === 'æøå');
  const utf16 = parseXml(Buffer.from('\u{feff}<?xml version="1.0" encoding="UTF-16"?><a>æ</a>', 'utf16le'));
  assert.ok(utf16.ok && textOf(utf16.value) === 'æ');
  assert.match(refusal(Uint8Array.from([...bytes('<a>'), 0xe6, 0xf8, ...bytes('</a>')])), /UTF-8/);
  assert.match(refusal(bytes('<?xml version="1.0" encoding="EBCDIC-DK"?><a/>')), /EBCDIC-DK/);
  assert.match(refusal(bytes('<?xml version="1.0" encoding="UTF-16"?><a/>')), /UTF-16/);
});

void test('an empty file, blank space and what is no XML at all say so', () => {
  for (const text of ['', ' \n\t', '\u{feff}']) assert.match(refusal(text), /empty/);
  refusal('{"ocid":"x"}');
  refusal(new Uint8Array([0, 1, 2, 3]));
});

void test('nesting without end, too many elements and too many bytes are refused, not walked into', () => {
  assert.match(refusal('<a>'.repeat(200_000)), /deeper than/);
  assert.match(refusal(`<a>${'<b/>'.repeat(500_001)}</a>`), /more than/);
  assert.match(refusal(new Uint8Array(LARGEST_NOTICE + 1)), /larger than/);
  assert.match(refusal(`<a ${'b'.repeat(1000)}="${'x'.repeat(1000)}`), /line 1/);
});

void test('the translations of TED XML are passed over', () => {
  const parsed = parseXml(bytes('<TED_EXPORT><TRANSLATION_SECTION><x><y>1</y></x></TRANSLATION_SECTION><FORM_SECTION><F02 CATEGORY="TRANSLATION"><a>1</a></F02><F02 CATEGORY="ORIGINAL"><a>2</a></F02></FORM_SECTION></TED_EXPORT>'));
  assert.ok(parsed.ok);
  assert.deepEqual(findAll(parsed.value, 'FORM_SECTION/F02/a').map(textOf), ['2']);
  assert.equal(find(parsed.value, 'TRANSLATION_SECTION'), undefined);
});

void test('raised letters stay where they stand in their text', () => {
  const parsed = parseXml(bytes('<TED_EXPORT><P>120 m<FT TYPE="SUP">2</FT> areal</P><P>x</P></TED_EXPORT>'));
  assert.ok(parsed.ok);
  assert.deepEqual(findAll(parsed.value, 'P').map(textOf), ['120 m2 areal', 'x']);
});

void test('paths: predicates on attributes, texts and children, their negation, and what they leave open', () => {
  const root = element('r');
  for (const [list, text] of [['nda', 'true'], ['fsr', 'false'], [null, 'open']] as const) {
    const one = make(root, 'cac:X');
    const code = element('cbc:Code', text, list === null ? {} : { listName: list });
    if (list !== null) one.children.push(code);
    one.children.push(element('cbc:Y', text));
  }
  const at = (notation: string): (string | null)[] => findAll(root, notation).map(textOf);
  assert.deepEqual(at("cac:X[cbc:Code/@listName='nda']/cbc:Y"), ['true']);
  assert.deepEqual(at("cac:X[cbc:Code/@listName='nda'?]/cbc:Y"), ['true', 'open']);
  assert.deepEqual(at("cac:X[not(cbc:Code)]/cbc:Y"), ['open']);
  assert.deepEqual(at("cac:X[cbc:Code/text()='false']/cbc:Y"), ['false']);
  assert.deepEqual(at("cac:X[not(cbc:Code/text()=('false','true'))]/cbc:Y"), ['open']);
  assert.throws(() => path('cac:X[1 or 2]'), /cannot be read/);
});

void test('making a path makes what its predicates ask for, once', () => {
  const root = element('r');
  make(root, "cac:X[cbc:Code/@listName='nda']/cbc:Y", 'one');
  make(root, "cac:X[cbc:Code/@listName='nda']/cbc:Z", 'two');
  make(root, "cac:X[cbc:Code/@listName='fsr']/cbc:Y", 'three');
  assert.equal(root.children.length, 2);
  assert.deepEqual(findAll(root, "cac:X[cbc:Code/@listName='nda']/cbc:Z").map(textOf), ['two']);
});
