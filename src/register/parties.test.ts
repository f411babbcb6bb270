import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readParties, readSuppliers } from './parties.ts';

const SECRET = /Jens Hansen|jens@|12345678|010190/;

void test('contact persons are never read', () => {
  const parties = readParties({
    parties: [{
      id: 'DK-CVR-1', name: 'Odby Kommune', roles: ['buyer'],
      contactPoint: { name: 'Jens Hansen', email: 'jens@odby.dk', telephone: '+45 12345678' },
      address: { streetAddress: 'Jens Hansens Vej 1', locality: 'Odby', countryName: 'Danmark' },
    }],
  });
  assert.doesNotMatch(JSON.stringify(parties), SECRET);
  assert.equal(parties[0]?.place, 'Odby, Danmark');
});

void test('a sole trader loses name, number and place, wherever it stands', () => {
  const release = {
    parties: [{ id: 'ORG-1', name: 'Jens Hansen', roles: ['supplier'], details: { scale: 'selfEmployed' }, identifier: { scheme: 'DK-CVR', id: '12345678' }, address: { locality: 'Odby' } }],
    awards: [{ id: 'a', suppliers: [{ id: 'ORG-1', name: 'Jens Hansen' }] }],
  };
  const parties = readParties(release);
  assert.deepEqual(parties, [{ id: 'ORG-1', name: null, isPerson: true, roles: ['supplier'], identifiers: [], place: null }]);
  assert.deepEqual(readSuppliers(release.awards[0] ?? {}, parties), [{ id: 'ORG-1', name: null, isPerson: true }]);
});

void test('a civil registration number in a register field makes a party a person', () => {
  for (const identifier of [{ scheme: 'DK-CPR', id: '1' }, { scheme: 'DK-CVR', id: '010190-1234' }]) {
    const parties = readParties({ parties: [{ id: '1', name: 'Jens Hansen', roles: ['supplier'], identifier }] });
    assert.doesNotMatch(JSON.stringify(parties), SECRET);
    assert.equal(parties[0]?.isPerson, true);
  }
  const number = readParties({ parties: [{ id: '1', name: 'Odby Kommune', identifier: { scheme: 'DK-CVR', id: '320190-1234' } }] });
  assert.equal(number[0]?.isPerson, false);
});

void test('parties of OCDS 1.0 and parties listed twice become one with all roles', () => {
  const parties = readParties({
    parties: [{ id: 'A', name: 'Odby Kommune', roles: ['buyer'], identifier: { scheme: 'DK-CVR', id: 1 } }],
    buyer: { id: 'A' },
    tender: { procuringEntity: { identifier: { scheme: 'DK-CVR', id: '1' } }, tenderers: { name: 'Nordlys A/S' } },
    bids: { details: [{ tenderers: [{ name: 'Nordlys A/S' }] }] },
    awards: [{ suppliers: [{ name: 'Nordlys A/S' }, { name: '' }, null] }],
  });
  assert.deepEqual(parties.map(({ name, roles }) => [name, roles]), [
    ['Odby Kommune', ['buyer', 'procuringEntity']], ['Nordlys A/S', ['tenderer', 'supplier']],
  ]);
  assert.deepEqual(parties[0]?.identifiers, [{ scheme: 'DK-CVR', id: '1' }]);
});

void test('two numbers of one register keep two parties of one name apart', () => {
  const parties = readParties({ parties: [{ id: '1', name: 'Vand A/S' }, { id: '2', name: 'Vand A/S' }] });
  assert.equal(parties.length, 2);
});
