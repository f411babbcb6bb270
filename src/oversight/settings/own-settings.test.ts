import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unwrap } from '#base';
import { ASKED } from '../indicators/asked.ts';
import { groundworkOf, textOf } from '../own/groundwork.ts';
import { readOwnSettings } from './own-settings.ts';
import { defaultsOf, ELSEWHERE, EXCLUSIONS, GENERAL, readSettings } from './settings.ts';

function refusalOf(text: string): string {
  const result = readOwnSettings(ASKED, text);
  return result.ok ? assert.fail(`accepted: ${text}`) : `${result.failure.message} ${result.failure.help ?? ''}`;
}

describe('settings of the own mode', () => {
  test('what its indicators have is followed', () => {
    const { runs, numbers, lists } = unwrap(readOwnSettings(ASKED, '[R003]\nthreshold = 9\nprocurement_methods = open\n[T05]\nshare = 40\n'));
    assert.deepEqual(runs.map(({ code }) => code), ['R003', 'T05']);
    assert.deepEqual([numbers.get('R003.threshold'), lists.get('R003.procurement_methods'), numbers.get('T05.share')], [9, ['open'], 40]);
  });
  test('every setting that is followed is read by the text of its indicator', async () => {
    for (const indicator of ASKED) {
      const { question: { query, evidence, measure } } = indicator;
      const steps = (await groundworkOf(defaultsOf([indicator]))).filter((sql) => !/^(insert|create temporary table (setting|listed) )/.test(sql));
      const texts = [...steps, ...await Promise.all([query, evidence, ...(measure === null ? [] : [measure])].map(textOf))];
      for (const key of Object.keys(indicator.settings)) assert.ok(texts.some((sql) => sql.includes(`'${indicator.code}.${key}'`)), `${indicator.code}.${key}`);
    }
  });
  test('what only the compatible mode follows is refused by its name and line', () => {
    for (const key of Object.keys(GENERAL)) assert.match(refusalOf(`\n${key} = x\n[R003]\n`), new RegExp(`line 2.*"${key}".*--format cardinal`));
    for (const key of Object.keys(EXCLUSIONS)) assert.match(refusalOf(`[R003]\n[exclusions]\n${key} = x\n`), new RegExp(`line 3.*\\[exclusions\\] ${key}.*--format cardinal`));
    assert.match(refusalOf('[exclusions]\n'), /line 1.*\[exclusions\]/);
    assert.match(refusalOf('[R003]\n[R003.procurement_method_details]\nx = 3\n'), /line 2.*\[R003\.procurement_method_details\].*--format cardinal/);
    for (const name of ELSEWHERE) assert.match(refusalOf(`[R003]\n[${name}]\n`), new RegExp(`line 2.*\\[${name.replace('.', '\\.')}\\]`));
    assert.ok(readSettings('currency = DKK\n[exclusions]\nprocurement_method_details = x\n[R003.procurement_method_details]\nx = 3\n').ok, 'which follows them all');
  });
  test('what nobody knows is refused as before', () => {
    assert.match(refusalOf('[R999]\n'), /no section \[R999\]/);
    assert.match(refusalOf('[R003]\nfence = 1\n'), /line 2.*"fence"/);
    assert.doesNotMatch(refusalOf('[R999]\n'), /\[exclusions\]|procurement_method_details/, 'and no section is offered that would be refused');
  });
});
