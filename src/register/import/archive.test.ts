/** What archives give: the values of their entries, in order, at each reading the same. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { tarOf, zipOf } from '../../../test/support/archives.ts';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { openSource, type Source } from './source.ts';
import { isUnreadable, valuesOf, type Found } from './values.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-archive-'));
after(() => rm(folder, { recursive: true, force: true }));
let made = 0;

async function sourceOf(content: string | Buffer, name = 'x'): Promise<Source> {
  made += 1;
  const file = path.join(folder, `${made}-${name}`);
  await writeFile(file, content);
  return open(file);
}

async function open(file: string): Promise<Source> {
  const opened = await openSource(file, { input: Readable.from([]) });
  assert.ok(opened.ok);
  return opened.value.source;
}

async function read(content: string | Buffer, name?: string, limit?: number): Promise<string[]> {
  const found: Found[] = [];
  for await (const group of valuesOf(await sourceOf(content, name), undefined, limit)) found.push(...group);
  return found.map(shown);
}

function shown(found: Found): string {
  if (isUnreadable(found)) return `${found.place}: ! ${found.failure.message}`;
  return `${found.place}: ${found.kind === 'json' ? found.text : `notice ${found.bytes.toString()}`}`;
}

/** Made with xz 5.4: `<a/>`. */
const XML_XZ = Buffer.from('/Td6WFoAAATm1rRGAgAhARwAAAAQz1jMAQADPGEvPgDEPR3pxdTPXAABHARvLJzBH7bzfQEAAAAABFla', 'base64');
/** Two streams with padding between them, each with a line: `{"a":1}`, `{"a":2}`. */
const TWO_STREAMS = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAHeyJhIjoxfQoAvkmRQ1UE74UAASAIuxnZux+2830BAAAAAARZWgAAAAAAAAAA/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAHeyJhIjoyfQoA4/8v8Ion88QAASAIuxnZux+2830BAAAAAARZWg==',
  'base64',
);
/** Made with GNU tar 1.34 and xz: an entry with a long name and a link; of the oldest form one with a short name. */
const TAR_XZ = {
  gnu: '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/AMJdADduTi8AbguKLFRPRe+p0URu3pA8CHsDnfMlt6Uz8ldMtxH4Ni31kGj4Ryj+KZadL5QfpHKQvNO4xMEmEw9SjSFwnLUXynGgYJVyB2llRCaE54jDfA+6wPvGeq29hxY4/Zwt90mPXVp/TAOsgC8cTy0hk2K4lftyWaCv1Rgt4QIf/qxQR/tOxcLp3Ag2XzdFMCAe1zeADLJnWQh7VIC/uxMOb8NdMekYy9T6j29U8bqmWA7bN5bo2t74v5TB41CWVikAAAAAYD4QhyYJ+i0AAd4BgFAAALkY5FexxGf7AgAAAAAEWVo=',
  pax: '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/ASpdABcLxoeSWjunj8clDrgP8tfikVpa5CUFA75gDbGhb8msATh4uoEflcl0j+0v32CNnaG+IpS41oyARy+mzaUQlY76ojyPAmT641oerNgSnapp2E3WmyLkgh0rxvEmC8lCS39xzGkBiflz1rMZ7ECOYCFo7US58TNplAV4TnbpAidys0a+qYCLtkD5f5N35l5xFUaI5gOOxR3q63NVajWDo9Itjh1UQjsXxnWZuvTpjN0VPDwjr6xcWhSwHRb4g0SmYO4IUZXkJiQ2CC6SDfqsrgF9UibZorGJVn8pzfwgT99jVaAyGVb14fwXAFO2MenvF1/qmKoFxiaWyWCT1rV43dcW7cBwI8y0x5zK8Zy7i8Y8dac7zrrSPzZY7T7ZbxhbmR2FXhksHGETZgAAAAB1nbXm1C0H9gABxgKAUAAAn+LB/7HEZ/sCAAAAAARZWg==',
  ustar: '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/AKhdADduTi8AbguKLFRPRe+p0URu3pA93NOu/LkgACrp/xPxoFWgzQXaCIKcnwasMrmWgo6eT3MPU2XRam1QvFGFFjeo+e7XQqmh6YEtCZ63ctkYB7I43ANTY/fmgBv5hfyH1kJuT/U9EqYzJSpWv+F6s6IXqEaZBrIji/AKIZdiD0Z71wjr9Q2npH4uW5G6TpDUjs7IM1M+Q3gY6fCdbHloN0iNjDZZxgWPAACiz7qmO9dMuQABxAGAUAAARDmp9bHEZ/sCAAAAAARZWg==',
  v7: '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/AFVdADmLiwcT+ERNmun7pv0H5pdmiYHf1UMDD1rCJ3aIq2lMAiqzAZ7wDCU4SFZabO/rSbu3+ht3P6jIuYNAwmO6nD6c/dhS6WEVeMMGMKnEHsiAvx5aLgAAAAAAnBkoZAhTVsYAAXGAUAAAAIm1wHmxxGf7AgAAAAAEWVo=',
} as const;

/** Of the same origin: an archive with `a.xml.xz` and `b.xml`, packed by xz. */
const XZ_IN_XZ = Buffer.from('/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/ALhdADCLiwcT/VvVvxBa5tO6sxrobPRWKUeqqFLNg2eQBxXVtZ/KbOV6rJ0hgDOze6v0Kgqx8b63KkuzLI1+i+k0HDhNZ+hQ2SSF7SW1g7UF/eBFM3Koom1ZOc6fdsISZuFyta8MMvInrwG8cRFho0wLHvIv/QIJ4dk/jTNjaFxVaRjudKBLu4D6cuoo2UgAQSa8GhG0po88gsTzfLW/L8em5bPFNVvqutF7nRC08Q0lnB/NJvTZR4BFIwAA3Zhku1ilu7AAAdQBgFAAAN87f/axxGf7AgAAAAAEWVo=', 'base64');

const real = path.join(sharedFolder, 'data/notices/ted-notices.tar.xz');
void test('the real notices of TED, packed in tar and xz, are all there, in order, twice the same', { skip: without('data/notices/ted-notices.tar.xz') }, async () => {
  const digests: string[] = [];
  for (let reading = 0; reading < 2; reading += 1) {
    const places: string[] = [];
    const hash = createHash('sha256');
    for await (const group of valuesOf(await open(real))) {
      for (const found of group) {
        assert.ok(!isUnreadable(found) && found.kind === 'notice' && found.bytes.includes('</'), found.place);
        places.push(found.place);
        hash.update(found.place).update(found.bytes);
      }
    }
    assert.equal(places.length, 1846);
    assert.deepEqual([places[0], places.at(-1)], ['notices/000003-2019.xml', places.toSorted().at(-1)]);
    assert.deepEqual(places, places.toSorted());
    digests.push(hash.digest('hex'));
  }
  assert.equal(digests[0], digests[1]);
});

const ENTRIES = [
  { name: '2021/001234_2021.xml', content: '<a/>' },
  { name: 'releases.jsonl', content: '{"a":1}\n\n{"a":2}\n{"a":' },
  { name: 'package.json', content: '{"releases":[\n{"a":3}\n]}' },
  { name: 'broken.json', content: '[{"a":1},\n{"a":}]' },
  { name: 'data', content: '\n [ {"a":4} ]' },
] as const;
const EXPECTED = [
  '2021/001234_2021.xml: notice <a/>', 'releases.jsonl, line 1: {"a":1}', 'releases.jsonl, line 3: {"a":2}', 'releases.jsonl, line 4: {"a":',
  'package.json, release 1: {"a":3}', 'broken.json, release 2, byte 11: ! It is not JSON: Unexpected token \'}\'.', 'data, line 2:  [ {"a":4} ]',
];

void test('every kind of archive, whatever its name, gives the values of its entries with their places', async () => {
  for (const [kind, content] of [['tar', tarOf(ENTRIES)], ['tar.gz', gzipSync(tarOf(ENTRIES))], ['zip', zipOf(ENTRIES)], ['stored zip', zipOf(ENTRIES.map((entry) => ({ ...entry, method: 0 })))]] as const) {
    const found = await read(content, 'x.bin');
    assert.deepEqual(found, EXPECTED, kind);
  }
});

void test('long names, links and old headers of GNU tar, unpacked from xz', async () => {
  const long = `${'n'.repeat(60)}/${'m'.repeat(60)}/${'q'.repeat(50)}.xml: notice <long/>`;
  for (const [format, base64] of Object.entries(TAR_XZ)) {
    assert.deepEqual(await read(Buffer.from(base64, 'base64')), [format === 'v7' ? 's.xml: notice <long/>' : long], format);
  }
});

void test('XML is known by its beginning, in each encoding that has a mark', async () => {
  const utf16 = Buffer.from('\uFEFF\n<a/>', 'utf16le');
  for (const content of [Buffer.from('<a/>'), Buffer.from('\uFEFF \r\n\t<a/>'), utf16, Buffer.from(utf16).swap16()]) {
    for await (const [found] of valuesOf(await sourceOf(content, 'x.json'))) {
      assert.ok(found !== undefined && !isUnreadable(found) && found.kind === 'notice');
      assert.deepEqual([found.place, found.bytes], ['the file', content]);
    }
  }
});

void test('one file packed by gzip or xz is read as itself, also by two passes', async () => {
  for (const packed of [gzipSync('<a/>'), XML_XZ]) assert.deepEqual(await read(packed), ['the file: notice <a/>']);
  assert.deepEqual(await read(TWO_STREAMS), ['line 1: {"a":1}', 'line 2: {"a":2}']);
  assert.deepEqual(await read(tarOf([{ name: 'a.xml.xz', content: XML_XZ }, { name: 'b.jsonl.xz', content: TWO_STREAMS }, { name: 'c.json.gz', content: gzipSync('[\n{}]') }])), [
    'a.xml.xz: notice <a/>', 'b.jsonl.xz, line 1: {"a":1}', 'b.jsonl.xz, line 2: {"a":2}', 'c.json.gz, release 1: {}',
  ]);
});

void test('a package of packages is unpacked, a third level and what is packed twice are not', async () => {
  const day = gzipSync(tarOf([{ name: '001/1.xml', content: '<a/>' }, { name: '001/2.xml.gz', content: gzipSync('<b/>') }]));
  const two = ['202101/1.tar.gz, 001/1.xml: notice <a/>', '202101/1.tar.gz, 001/2.xml.gz: notice <b/>'];
  const month = { name: '202101/1.tar.gz', content: day };
  for (const content of [tarOf([month]), gzipSync(tarOf([month])), zipOf([month])]) assert.deepEqual(await read(content), two);
  assert.deepEqual(await read(tarOf([{ name: 'd.zip', content: zipOf([{ name: '1.xml', content: '<a/>' }]) }, { name: '2.xml', content: '<b/>' }])), ['d.zip, 1.xml: notice <a/>', '2.xml: notice <b/>']);
  const year = await read(zipOf([{ name: '01.tar', content: tarOf([month]) }, { name: 'last.xml', content: '<c/>' }]));
  assert.match(year.join('|'), /^01\.tar, 202101\/1\.tar\.gz: ! It is an archive in an archive in an archive.*\|last\.xml: notice <c\/>$/);
  assert.match((await read(gzipSync(gzipSync('<a/>')))).join('|'), /^the file: ! It is packed twice over\.$/);
  assert.deepEqual(await read(XZ_IN_XZ), ['a.xml.xz: ! It is an xz file inside an xz file, which Torvet does not unpack.', 'b.xml: notice <b/>']);
});

void test('what is no notice and no release is passed over, unless its name says it is one', async () => {
  const entries = [
    { name: 'folder/', content: '' }, { name: 'report.pdf', content: '%PDF-1.7 ...' }, { name: 'readme.txt', content: 'Read this.' }, { name: 'empty.xml', content: '' },
    { name: '__MACOSX/a/._1.xml', content: '\u0000\u0005' }, { name: 'a/._1.xml', content: '\u0000\u0005' }, { name: 'a/.DS_Store', content: '\u0000Bud1' }, { name: 'x.csv.gz', content: gzipSync('a;b') },
    { name: 'x.docx', content: zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]) },
    { name: 'a/1.xml', content: 'none' }, { name: 'a/2.JSON', content: 'none' }, { name: 'a/3.zip', content: 'none' }, { name: 'a/4.7z', content: Buffer.from('377abcaf271c0004', 'hex') },
    { name: 'a/5.xml', content: '<a/>' },
  ];
  const more = [{ name: 'sub', type: '5' }, { name: 'link.xml', type: '2' }, { name: 'hard.xml', type: '1' }];
  for (const found of [await read(tarOf([...more, ...entries])), await read(zipOf([{ name: 'link.xml', content: '1.xml', says: { mode: 0o120777 } }, ...entries]))]) {
    assert.deepEqual(found, [
      'a/1.xml: ! It does not begin as its name says it would.', 'a/2.JSON, the document: ! It is not JSON: Unexpected token \'o\'.', 'a/3.zip: ! It does not begin as its name says it would.',
      'a/4.7z: ! It is an archive of a kind that Torvet does not unpack.', 'a/5.xml: notice <a/>',
    ]);
  }
  assert.match((await read(zipOf([{ name: 'report.pdf', content: '%PDF' }]))).join('|'), /^the file: ! Nothing in it is a notice or a release/);
  for (const content of [zipOf([]), tarOf([{ name: 'sub', type: '5' }])]) assert.deepEqual(await read(content), []);
});

async function openFiles(): Promise<number> {
  return process.platform === 'linux' ? (await readdir('/proc/self/fd')).length : 0;
}

void test('a reading that is given up lets go, and the next one gives the same from the start', async () => {
  const many = Array.from({ length: 40 }, (_, index) => ({ name: `${index}.xml`, content: `<a>${'x'.repeat(index * 1000)}</a>` }));
  const sources = [await sourceOf(tarOf(many)), await sourceOf(gzipSync(tarOf(many))), await sourceOf(zipOf(many)), await sourceOf(TWO_STREAMS)];
  if (without('data/notices/ted-notices.tar.xz') === false) sources.push(await open(real));
  const before = await openFiles();
  for (const source of sources) {
    const firsts: string[][] = [];
    for (const given of [3, 7, 7]) {
      const found: string[] = [];
      for await (const group of valuesOf(source)) {
        found.push(...group.map(shown));
        if (found.length >= given) break;
      }
      firsts.push(found);
    }
    assert.deepEqual(firsts[1], firsts[2]);
    assert.deepEqual(firsts[1]?.slice(0, firsts[0]?.length), firsts[0]);
  }
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  assert.ok(await openFiles() <= before + 1);
});

void test('the bytes read are those of the stored file, once', async () => {
  const noise = createHash('sha512').update('x').digest('hex').repeat(3000);
  const entries = [{ name: '1.xml', content: `<a>${noise}</a>` }, { name: '2.xml', content: `<b>${noise}</b>` }];
  for (const content of [tarOf(entries), gzipSync(tarOf(entries)), zipOf(entries), `<a>${noise}</a>`, gzipSync(`<a>${noise}</a>`)]) {
    const source = await sourceOf(content);
    let bytes = 0;
    for await (const group of valuesOf(source, (more) => { bytes += more; })) assert.ok(group.length > 0);
    assert.ok(bytes <= source.bytes && bytes > source.bytes - 600, `${bytes} of ${source.bytes}`);
  }
});

void test('attributes of pax name and measure the entry behind them', async () => {
  const attributes = '20 path=navn/æ.xml\n20 comment=size=999\n10 size=4\n';
  const found = await read(tarOf([{ name: 'pax', type: 'x', content: attributes }, { name: 'short', content: '<a/>', size: 0 }, { name: 'next.xml', content: '<b/>' }]));
  assert.deepEqual(found, ['navn/æ.xml: notice <a/>', 'next.xml: notice <b/>']);
});
