import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '#base';
import { tedXml, type MadeTedNotice } from '../../../test/support/ted-notices.ts';
import { parseXml } from '../xml/parse.ts';
import { LEFT_OUT, unmappedElements } from './unmapped.ts';

const left = (made: MadeTedNotice): readonly string[] => unmappedElements(unwrap(parseXml(Buffer.from(tedXml(made)))));

await test('what no row reads is named: text, a mark, something that stands elsewhere than it should', () => {
  assert.deepEqual(left({ form: 'F02_2014', inside: '<OBJECT_CONTRACT><TITLE><P>T</P></TITLE><NEW_TEXT><P>x</P></NEW_TEXT><NEW_MARK/><OBJECT_DESCR><TITLE>T</TITLE><VAL_TOTAL CURRENCY="DKK">1</VAL_TOTAL></OBJECT_DESCR></OBJECT_CONTRACT>' }), [
    'OBJECT_CONTRACT/NEW_MARK', 'OBJECT_CONTRACT/NEW_TEXT', 'OBJECT_CONTRACT/OBJECT_DESCR/VAL_TOTAL',
  ]);
});

await test('of the old schema too', () => {
  assert.deepEqual(left({ form: 'CONTRACT', inside: '<FD_CONTRACT CTYPE="WORKS"><A><TITLE_CONTRACT><P>T</P></TITLE_CONTRACT><NEW>x</NEW></A></FD_CONTRACT>' }), ['FD_CONTRACT/A/NEW']);
});

await test('what is knowingly left out is not, nor what is kept from publication; each has a reason', () => {
  assert.deepEqual(left({ form: 'F12_2014', inside: '<PROCEDURE><NO_PRIZE_AWARDED/></PROCEDURE><RESULTS><AWARDED_PRIZE><WINNERS PUBLICATION="NO"><WINNER><NEW>x</NEW></WINNER></WINNERS></AWARDED_PRIZE></RESULTS>' }), []);
  for (const [name, reason] of Object.entries(LEFT_OUT)) assert.ok(reason.length > 10, name);
});
