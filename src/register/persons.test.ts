import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { parseJson, type Json } from '#base';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { MASK, maskFault, maskPersons } from './persons.ts';

test('contact persons, signatories and beneficial owners are masked wherever they stand; organisations stay', () => {
  const release: Json = {
    ocid: 'x', buyer: { id: '1', name: 'Fabelsø Kommune' },
    parties: [{
      id: '1', name: 'Fabelsø Kommune', identifier: { scheme: 'DEMO-ORG', id: '9101' },
      contactPoint: { name: 'Bo Borger', email: 'bo@kommune.dk', telephone: '+45 12345678', url: 'https://kommune.example' },
      beneficialOwners: [{ id: 'o', name: 'Ea Ejer', nationalities: ['DK'], address: { streetAddress: 'Vejen 1' } }],
    }],
    contracts: [{ id: 'c', signatories: [{ id: 's', name: 'Underskriver' }], value: { amount: 12.5, currency: 'DKK' } }],
  };
  assert.deepEqual(maskPersons(release), {
    ocid: 'x', buyer: { id: '1', name: 'Fabelsø Kommune' },
    parties: [{
      id: '1', name: 'Fabelsø Kommune', identifier: { scheme: 'DEMO-ORG', id: '9101' },
      contactPoint: { name: MASK, email: MASK, telephone: MASK, url: 'https://kommune.example' },
      beneficialOwners: [{ id: 'o', name: MASK, nationalities: ['DK'], address: { streetAddress: MASK } }],
    }],
    contracts: [{ id: 'c', signatories: [{ id: 's', name: MASK }], value: { amount: 12.5, currency: 'DKK' } }],
  });
});

test('a sole trader is a person, also where only a reference names it', () => {
  const release: Json = {
    parties: [{ id: 'p1', name: 'Ib Enkeltmand', details: { scale: 'selfEmployed' }, roles: ['supplier'], identifier: { id: '12345678' } }],
    awards: [{ id: 'p1', title: 'Tildeling', suppliers: [{ id: 'p1', name: 'Ib Enkeltmand' }] }],
  };
  const text = JSON.stringify(maskPersons(release));
  assert.ok(!text.includes('Enkeltmand') && !text.includes('12345678'));
  assert.ok(text.includes('Tildeling'), 'an award with the same id is no person');
});

test('without persons the very same object comes back, numbers and all', () => {
  const release = parseJson('{"ocid":"x","tender":{"id":"p1","value":{"amount":0.12345678901234567890}}}');
  assert.equal(maskPersons(release), release);
});

test('real releases: nothing is left in any contact point that could be a person', { skip: without('data', 'ocds', 'releases.jsonl') }, async () => {
  const lines = (await readFile(path.join(sharedFolder, 'data/ocds/releases.jsonl'), 'utf8')).trim().split('\n');
  const masked = lines.map((line) => JSON.stringify(maskPersons(parseJson(line))));
  assert.equal(masked.length, 499);
  for (const text of masked) {
    for (const [, email = ''] of text.matchAll(/"contactPoint":\{[^}]*"email":"([^"]*)"/g)) assert.match(email, /example\.org$|^\[masked\]$/);
  }
});

test('numbers as ids, civil numbers, and a person that another release describes', () => {
  const release: Json = {
    parties: [{ id: 7, name: 'Jens Hansen', details: { scale: 'selfEmployed' } }, { id: 'k', name: 'Kommune', contactPoint: { role: 'Jens Hansen', id: 'jens@x.dk', url: 'mailto:jens@x.dk' } }],
    awards: [{ id: 'a', suppliers: [{ id: '7', name: 'Jens Hansen' }, { id: 'DK-CPR-0101901234', name: 'Jens Hansen', identifier: { scheme: 'DK-CPR', id: '0101901234' } }] }],
  };
  const text = JSON.stringify(maskPersons(release));
  for (const secret of ['Jens', 'jens', '0101901234']) assert.ok(!text.includes(secret), text);
  assert.ok(text.includes('Kommune'));
  const later: Json = { awards: [{ id: 'b', suppliers: [{ id: 'p', name: 'Jens Hansen' }] }] };
  assert.ok(!JSON.stringify(maskPersons(later, new Set(['p']))).includes('Jens'));
  assert.equal(maskPersons(later), later);
});

test('a remark on the number of a party is not told where a person takes part', () => {
  const remarks = [
    { place: 'parties/ORG-1/additionalIdentifiers', written: 'CVR 25 05 00 53', read: '25050053', why: 'read as a CVR number' },
    { place: 'tender/value', written: '1 EUR', read: '1 EUR', why: 'a placeholder' },
  ];
  const person = { id: 'p', name: 'Jens Hansen', details: { scale: 'selfEmployed' } };
  const text = JSON.stringify(maskPersons({ parties: [person], x_notice: { remarks } }));
  assert.ok(!text.includes('25050053') && !text.includes('25 05 00 53') && text.includes('1 EUR'), text);
  const without: Json = { parties: [{ id: 'p', name: 'Firma A/S' }], x_notice: { remarks } };
  assert.equal(maskPersons(without), without);
});

test('a fault in a personal field does not tell the value', () => {
  const fault = { path: '/parties/0/contactPoint/email', message: '"email" is 70203040.', help: 'Write text.' };
  assert.ok(!maskFault(fault).message.includes('70203040'));
  assert.equal(maskFault({ ...fault, path: '/tender/title' }).message, fault.message);
});
