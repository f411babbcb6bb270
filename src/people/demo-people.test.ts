import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCvr } from '#base';
import { DEMO_ORGANISATIONS } from './demo-people.ts';
import { ROLES_OF } from './organisation-roles.ts';

test('the people of the demo world are nobody’s, differ, and have roles that their organisation can give', () => {
  const people = DEMO_ORGANISATIONS.flatMap((organisation) => organisation.people);
  assert.ok(people.length > 30);
  assert.equal(new Set(people.map(([subject]) => subject)).size, people.length);
  assert.equal(new Set(people.map(([, name]) => name)).size, people.length);
  for (const { cvr, kind, people: own } of DEMO_ORGANISATIONS) {
    assert.ok(!parseCvr(cvr).ok, `${cvr} could be a company's`);
    for (const [subject, , ...roles] of own) assert.ok(roles.length > 0 && roles.every((role) => ROLES_OF[kind].includes(role)), subject);
  }
});
