/** Real notices with something wrong put into them: whatever it is, the reader answers and the database takes what is left. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readNotice } from '#eforms';
import { runs } from '../../../test/support/deep.ts';
import { testRegister } from '../../../test/support/database.ts';
import { noticeXml } from '../../../test/support/notices.ts';
import { NORWEGIAN, noticesIn } from '../../../test/support/real-notices.ts';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { importNotices } from '../import/importer.ts';
import { existsSync } from 'node:fs';
import path from 'node:path';

const SAMPLE = ['data', 'notices', 'sample'] as const;
const skip = without(...SAMPLE) || without(...NORWEGIAN);
const real = existsSync(path.join(sharedFolder, ...SAMPLE)) ? [...noticesIn(...SAMPLE), ...noticesIn(...NORWEGIAN)].map(({ bytes }) => bytes.toString('utf8')).filter((xml) => xml.length < 120_000) : [];

const db = await testRegister();

const HOSTILE = ['', ' ', '0', '-1', '1e400', '9'.repeat(5000), '0.'.padEnd(3000, '1'), 'x'.repeat(20_000), '2024-02-30', '2024-13-01+99:99', '99:99:99', '0000-01-01', '0001-01-01+14:59', '24:00:00', 'true', '=cmd|x', '\u202Eevil', '&lt;script&gt;alert(1)&lt;/script&gt;', "'; drop table release; --", '\u{1F600}'.repeat(50), 'LOT-0001', 'ORG-0001', 'null', '__proto__', 'constructor', 'toString'];

/** One change to the text of a notice. */
const change = fc.record({ kind: fc.constantFrom('text', 'attribute', 'drop', 'double', 'swap', 'rename'), at: fc.nat(), value: fc.constantFrom(...HOSTILE) });

function changed(xml: string, { kind, at, value }: { kind: string; at: number; value: string }): string {
  const leaves = [...xml.matchAll(/<([\w:]+)((?:\s[^<>]*)?)>([^<]+)<\/\1>/g)];
  const leaf = leaves[at % Math.max(leaves.length, 1)];
  if (leaf === undefined) return xml;
  const [whole, name = '', attributes = '', text = ''] = leaf;
  const other = leaves[(at * 31) % leaves.length]?.[0] ?? '';
  const called = value.replaceAll(/[^a-z_]/gi, '') || 'valueOf';
  const into = ({
    text: `<${name}${attributes}>${value}</${name}>`, attribute: `<${name}${attributes.replaceAll(/="[^"]*"/g, `="${value.replaceAll(/["<&]/g, '')}"`)}>1</${name}>`,
    drop: '', double: whole + whole, swap: other, rename: `<${called}>${text}</${called}>`,
  } as Record<string, string>)[kind] ?? '';
  return xml.slice(0, leaf.index) + into + xml.slice(leaf.index + whole.length);
}

/** Which notice, and what is changed in it: what fast-check prints of a failure stays short. */
const mutation = fc.tuple(fc.nat(), fc.array(change, { minLength: 1, maxLength: 12 }));

function mutated([which, changes]: [number, readonly { kind: string; at: number; value: string }[]]): string {
  return changes.reduce(changed, real[which % Math.max(real.length, 1)] ?? '');
}

void test('a real notice with anything changed in it is read or refused, and its release is JSON', { skip }, () => {
  assert.ok(real.length > 100);
  fc.assert(fc.property(mutation, (one) => {
    const notice = readNotice(Buffer.from(mutated(one)), { ocidPrefix: 'p' });
    if (notice.ok) JSON.parse(JSON.stringify(notice.value.release));
    else assert.ok(notice.failure.message.length > 10 && (notice.failure.help ?? '').length > 10);
  }), runs(600));
});

void test('what is read of it goes into the database, and nothing of it stops the others', { skip }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(mutation, { minLength: 3, maxLength: 5 }), async (list) => {
    const { imported, unchanged, rejected } = await importNotices(db, list.map((one, index) => ({ name: `n${index}`, bytes: Buffer.from(mutated(one)) })));
    assert.equal(imported + unchanged + rejected, list.length);
  }), runs(40));
});

void test('names, codes and references of any length stop nothing', async () => {
  const long = 'x'.repeat(20_000);
  const counts = await importNotices(db, [
    noticeXml({ number: '1-2024', procedure: long, previous: [long], title: long, buyer: long, formType: long }),
    noticeXml({ number: '2-2024', changes: long, extension: `<efac:NoticeSubType><cbc:SubTypeCode>${long}</cbc:SubTypeCode></efac:NoticeSubType>` }),
    noticeXml({ number: long }),
  ].map((xml, index) => ({ name: `n${index}`, bytes: Buffer.from(xml) })));
  assert.deepEqual(counts, { imported: 2, unchanged: 0, rejected: 1 });
});
