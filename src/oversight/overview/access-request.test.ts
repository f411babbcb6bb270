import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { canBeAsked, requestText, requestTexts, type RequestedCase } from './access-request.ts';
import type { HoldingFound } from './rows.ts';
import { STATUSES } from './words.ts';

const overview: RequestedCase['overview'] = { subject: 'system', title: { da: 'Sagen', en: 'The case' }, names: ['Jobsys Plus', 'Jobsys'], suppliers: ['Firma A/S'], period: { from: '2010', to: '2012' } };
const held: HoldingFound = { municipality: 'Ærø', system: 'Jobsys', supplier: 'Firma', from: '2011-01-01', to: null, amount: null, currency: null, basis: null, source: 's', importedAt: '2026-01-01T00:00:00Z' };
const asked = (more: Partial<RequestedCase> = {}): RequestedCase => ({ overview, municipality: 'Ærø', holdings: [], address: 'https://torvet.example/overblik/x', ...more });

void test('it names the case and asks for memo, contract, changes and invoices', () => {
  const text = requestText(asked({ holdings: [held] }), 'da');
  for (const part of [
    'Emne: Aktindsigt i køb af Jobsys Plus\n\nTil Ærø Kommune\n', '- System: Jobsys Plus, Jobsys\n- Leverandør: Firma A/S\n- Periode: 2010 – 2012\n- Aftale ifølge en kilde: Firma, 2011-01-01\n- Kommunens sagsnummer: [',
    '1. Beslutningen', '2. Kontrakten', '3. Senere ændringer', '4. Fakturaer', 'https://torvet.example/overblik/x',
  ]) assert.ok(text.includes(part), part);
  assert.match(requestText(asked(), 'en'), /Subject: Access[\s\S]*1\. The decision[\s\S]*4\. Invoices/);
});

void test('it never asks for bids, and cites no paragraph of the act on access, which was not read', () => {
  for (const lang of ['da', 'en'] as const) {
    const text = requestText(asked(), lang);
    const wanted = text.slice(text.indexOf('1. '), text.indexOf(requestTexts[lang].notBids));
    assert.ok(wanted.length > 100);
    assert.doesNotMatch(wanted, /tilbud|\bbids?\b|tenders?\b/i);
    assert.ok(text.includes(requestTexts[lang].notBids));
    assert.doesNotMatch(text, /§|\bstk\b|frist|dage\b|days\b/i);
  }
});

function textOf(subject: RequestedCase['overview']['subject'], names: string[]): string {
  return requestText(asked({ overview: { ...overview, subject, names } }), 'da');
}

void test('a supplier, a field, and an overview without names of a system', () => {
  assert.match(textOf('supplier', ['Firma A/S']), /- Leverandør, som aftalen er med: Firma A\/S\n- Periode/);
  assert.match(textOf('field', []), /Aktindsigt i køb af Sagen[\s\S]*- Område: Sagen\n- Leverandør: Firma A\/S/);
});

void test('asked where the way is not known, and nowhere else', () => {
  assert.deepEqual(STATUSES.filter((status) => canBeAsked({ status })), ['no-publication-found', 'outside-coverage', 'not-known']);
});

void test('words of others begin no line of their own', () => {
  const lines = requestText(asked({ holdings: [held] }), 'da').split('\n').length;
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (supplier) => {
    const text = requestText(asked({ holdings: [{ ...held, supplier: `Firma ${supplier}` }] }), 'da');
    assert.equal(text.split(/\n|\r|\u0085|\u2028|\u2029/).length, lines);
  }));
});
