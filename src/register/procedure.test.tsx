import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import type { JsonObject, Language } from '#base';
import { label } from '#eforms';
import { PROCEDURES } from './process-details.view.ts';
import { readProcedure } from './procedure.ts';
import { procedureName, ProcedureWords } from './procedure-words.tsx';

const words = (release: JsonObject, lang: Language = 'da'): string =>
  renderToString(<ProcedureWords lang={lang} procedure={readProcedure(release)} language={null} />).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').trim();
const named = (details: string, method = 'limited'): JsonObject => ({ tender: { procurementMethod: method, procurementMethodDetails: details } });

void test('every procedure of the list is known by what OCDS for eForms calls it, and has words of its own', () => {
  const seen = new Set<string>();
  for (const code of PROCEDURES) {
    const procedure = readProcedure(named(label('procurement-procedure-type', code) ?? ''));
    assert.equal(procedure.code, code);
    seen.add(procedureName(procedure, 'da') ?? '');
  }
  assert.equal(seen.size, PROCEDURES.length);
  assert.equal(readProcedure(named('Open procedure')).code, 'open');
  assert.equal(readProcedure(named('Rettet henvendelse')).code, null);
});

void test('a purchase without notice: its reason as the list has it, the buyer\'s own words, or that none is given', () => {
  const release = named('Negotiated without prior call for competition');
  assert.match(words(release), /^Udbud med forhandling uden forudgående bekendtgørelse .*Køberen har ikke oplyst en begrundelse\.$/);
  const tender = { ...(release['tender'] as JsonObject), procurementMethodRationale: 'Kun X kan.', procurementMethodRationaleClassifications: [{ id: 'technical' }, { id: 'home-made', description: 'Eget' }] };
  assert.match(words({ tender }), /Begrundelse: Kontrakten kan kun tildeles .* af tekniske årsager Begrundelse: Eget Køberens egne ord Kun X kan\.$/);
  assert.match(words({ tender }, 'en'), /^Negotiated procedure without prior publication .*for technical reasons .*In the buyer’s own words Kun X kan\.$/);
});

void test('other publishers: the code of OCDS, and their own name for it beside', () => {
  assert.equal(words(named('Rettet henvendelse', 'direct')), 'Uden konkurrence Køberen valgte én leverandør uden konkurrence. Udgiverens betegnelse: Rettet henvendelse');
  assert.equal(words({}), 'Det er ikke oplyst, hvordan der købes.');
});

void test('what else it is: framework agreement, purchase under one, purchasing system, urgent', () => {
  const lots = [{ techniques: { hasFrameworkAgreement: true, hasDynamicPurchasingSystem: true } }];
  const release = { relatedProcesses: [{ relationship: ['framework'] }], tender: { lots, procedure: { isAccelerated: true, acceleratedRationale: 'Hast.' } } };
  assert.match(words(release), /er en rammeaftale: .* under en aftale, der er udbudt tidligere: .* dynamisk indkøbssystem \(DIS\): .* gjort kortere.* Hast\.$/);
});
