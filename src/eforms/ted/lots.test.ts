import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '#base';
import { tedXml } from '../../../test/support/ted-notices.ts';
import { textOf } from '../xml/element.ts';
import { parseXml } from '../xml/parse.ts';
import { findAll } from '../xml/path.ts';
import { tedToEforms } from './convert.ts';
import { lotId } from './lots.ts';

await test('one number of a lot is one id, however it is written', () => {
  for (const written of ['1', ' 1 ', '01', '001', '1.', 'Lot 1', 'Lot. 1', 'LOT-1', 'Delaftale nr. 1', 'Los-1', 'n° 1', 'Lotto 01', 'Partie 1)']) assert.equal(lotId(written), 'LOT-0001', written);
  assert.equal(lotId('12345'), 'LOT-12345');
});

await test('what is more than a number keeps its form, and two that differ stay two', () => {
  assert.deepEqual(['1a', 'A', '2.1', 'I', 'Øst/vest', 'A–1', '1 og 2', '-', ''].map(lotId), ['LOT-1A', 'LOT-A', 'LOT-2.1', 'LOT-I', 'LOT-ØST-VEST', 'LOT-A-1', 'LOT-1-OG-2', 'LOT-0001', 'LOT-0001']);
});

function lotsAndResults(lots: readonly string[], awards: readonly (string | null)[]): readonly [string[], string[][]] {
  const described = lots.map((number) => `<OBJECT_DESCR><LOT_NO>${number}</LOT_NO></OBJECT_DESCR>`).join('') || '<OBJECT_DESCR/>';
  const made = awards.map((number) => `<AWARD_CONTRACT>${number === null ? '' : `<LOT_NO>${number}</LOT_NO>`}<AWARDED_CONTRACT/></AWARD_CONTRACT>`).join('');
  const notice = unwrap(tedToEforms(unwrap(parseXml(Buffer.from(tedXml({ form: 'F03_2014', inside: `<OBJECT_CONTRACT>${described}</OBJECT_CONTRACT>${made}` }))))));
  return [
    findAll(notice, 'cac:ProcurementProjectLot/cbc:ID').map((one) => textOf(one) ?? ''),
    findAll(notice, 'EXT/efac:NoticeResult/efac:LotResult').map((result) => findAll(result, 'efac:TenderLot/cbc:ID').map((one) => textOf(one) ?? '')),
  ];
}

await test('an award means the lots that it names', () => {
  assert.deepEqual(lotsAndResults(['1', '2'], ['Lot 2', '1, 2', '1 og 2', '3']), [['LOT-0001', 'LOT-0002'], [['LOT-0002'], ['LOT-0001', 'LOT-0002'], ['LOT-0001', 'LOT-0002'], ['LOT-0003']]]);
  assert.deepEqual(lotsAndResults(['A, B', 'C'], ['A, B']), [['LOT-A-B', 'LOT-C'], [['LOT-A-B']]]);
});

await test('an award that names none means the only lot, or the whole', () => {
  assert.deepEqual(lotsAndResults([], [null]), [['LOT-0001'], [['LOT-0001']]]);
  assert.deepEqual(lotsAndResults(['1', '2'], [null]), [['LOT-0001', 'LOT-0002'], [[]]]);
});

await test('two lots with one number are two lots', () => {
  assert.deepEqual(lotsAndResults(['1', '1', '1'], [])[0], ['LOT-0001', 'LOT-0001-2', 'LOT-0001-3']);
});
