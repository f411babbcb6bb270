import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { runs } from '../../../test/support/deep.ts';
import { actorWith, matrixOf, subjectOf } from '../../../test/support/policy-matrix.ts';
import { ASSURANCES, ROLES, type Role, type Subject } from '../actor.ts';
import { actionsOf, isVisible, may } from './may.ts';
import { RELATIONS, type Rule } from './policy.ts';
import { POLICY } from './policy.table.ts';

const file = path.join(import.meta.dirname, 'policy.matrix.txt');
const matrix = new Map(actionsOf().map((action) => [action, matrixOf(action).join('\n')]));
const tables: readonly Rule[] = POLICY;

test('what the table allows is what was agreed, cell by cell (policy.matrix.txt; TEST_WRITE=1 writes it anew, and its difference is what is to be agreed)', async () => {
  const now = `${[...matrix.values()].join('\n')}\n`;
  if (process.env['TEST_WRITE'] === '1') await writeFile(file, now);
  assert.equal(now, await readFile(file, 'utf8'));
});

test('every action is allowed to somebody, and no cell is empty', () => {
  for (const [action, lines] of matrix) assert.notEqual(lines, '', action);
  for (const { action, says, states, whose, roles } of tables) {
    assert.match(says, /^[A-ZÆØÅ].{20,}\.$/, action);
    for (const cell of [states, whose, roles]) assert.ok(cell.length > 0, action);
  }
});

test('a table with one cell changed is another matrix', () => {
  const mutants = tables.flatMap((line, at) => changesOf(line).map(([what, changed]) => ({ line, what, table: tables.with(at, changed) })));
  const unseen = mutants.filter(({ line, table }) => {
    const near = table.filter(({ action, on }) => action === line.action || (on === line.on && action.endsWith('.read')));
    return matrixOf(line.action as Parameters<typeof matrixOf>[0], near).join('\n') === matrix.get(line.action as Parameters<typeof matrixOf>[0]);
  });
  assert.ok(mutants.length > 1000, `${mutants.length} mutants`);
  assert.ok(unseen.length <= mutants.length * 0.05, `${unseen.length} of ${mutants.length} are not seen: ${unseen.map(({ line, what }) => `${line.action} ${what}`).join(', ')}`);
});

/** Each member of a cell taken out, each other one put in. */
function flipped<T>(all: readonly T[], cell: readonly T[]): readonly (readonly T[])[] {
  return all.map((one) => (cell.includes(one) ? cell.filter((other) => other !== one) : [...cell, one]));
}

/** Every change of one cell. Who may be anybody is asked nothing more, so that the other cells of such a line say nothing. */
function changesOf(line: Rule): readonly (readonly [string, Rule])[] {
  const { roles, whose, states } = line;
  const changes: (readonly [string, Rule])[] = [
    ...flipped(RELATIONS, whose).map((cell) => [`whose ${cell.join()}`, { ...line, whose: cell }] as const),
    ...(states === 'any' ? [[`states`, { ...line, states: ['draft'] }] as const] : flipped([...states, 'another'], states).map((cell) => [`states ${cell.join()}`, { ...line, states: cell }] as const)),
    ['on', { ...line, on: line.on === 'need' ? 'dis' : 'need' }],
  ];
  if (roles === 'anyone') return [...changes, ['roles', { ...line, roles: ROLES }]];
  return [
    ...changes,
    ...flipped<Role>(ROLES, roles).map((cell) => [`roles ${cell.join()}`, { ...line, roles: cell }] as const),
    ['roles anyone', { ...line, roles: 'anyone' }],
    ['strong', { ...line, strong: !line.strong }], ['named', { ...line, named: !line.named }], ['personal', { ...line, personal: !line.personal }],
    ['second', { ...line, second: line.second === null ? ['buyer'] : null, roles: line.second === null ? roles : roles.filter((role) => role !== 'approver') }],
  ];
}

/** What must never be, whoever changes the table: each line a sentence of docs/design/market.md. */
const NEVER: readonly (readonly [string, readonly Role[], Parameters<typeof may>[1], Subject, 'hidden' | 'told'])[] = [
  ['a buyer reads no bid before the opening', ['buyer', 'approver', 'committee', 'evaluator', 'auditor'], 'bid.read', subjectOf('bid', 'party', { audience: 'parties', state: 'closed', named: ['me'] }), 'hidden'],
  ['nobody reads another supplier’s bid', ['supplier-admin', 'bidder'], 'bid.read', subjectOf('bid', 'other', { audience: 'parties', state: 'opened' }), 'hidden'],
  ['nobody reads another supplier’s application', ['supplier-admin', 'bidder'], 'application.read', subjectOf('application', 'other', { audience: 'parties', state: 'submitted' }), 'hidden'],
  ['nobody reads another’s receipt', ['supplier-admin', 'bidder'], 'receipt.read', subjectOf('receipt', 'other', { audience: 'owner' }), 'hidden'],
  ['who runs the platform reads no bid', ['platform-admin'], 'bid.read', subjectOf('bid', 'party', { audience: 'parties', state: 'opened' }), 'hidden'],
  ['who runs the platform reads no purchase that is not public', ['platform-admin'], 'purchase.read', subjectOf('purchase', 'other', { audience: 'owner', state: 'draft' }), 'hidden'],
  ['whoever proposed does not confirm', ['buyer', 'approver'], 'purchase.award', subjectOf('purchase', 'own', { state: 'assessed', proposer: 'me' }), 'told'],
  ['a buyer confirms nothing', ['buyer'], 'purchase.announce', subjectOf('purchase', 'own', { state: 'draft', proposer: 'colleague' }), 'told'],
  ['what takes one person is not confirmed by just anybody, should it have been proposed', ['buyer'], 'dis.write', subjectOf('dis', 'own', { state: 'draft', proposer: 'colleague' }), 'told'],
  ['a supplier awards nothing', ['supplier-admin', 'bidder'], 'purchase.award', subjectOf('purchase', 'party', { state: 'assessed' }), 'told'],
  ['whoever has a conflict of interest scores nothing', ['evaluator'], 'purchase.score', subjectOf('purchase', 'own', { state: 'opened', named: ['me'], conflicted: ['me'] }), 'told'],
  ['whoever has a conflict of interest reads no bid', ['evaluator'], 'bid.read', subjectOf('bid', 'party', { audience: 'parties', state: 'opened', conflicted: ['me'] }), 'hidden'],
  ['whoever is not named opens nothing', ['committee'], 'opening.reveal', subjectOf('purchase', 'own', { state: 'closed' }), 'told'],
  ['nothing is opened before the deadline', ['committee'], 'opening.commit', subjectOf('purchase', 'own', { state: 'announced', named: ['me'] }), 'told'],
  ['a draft of another organisation is not there', [...ROLES], 'purchase.read', subjectOf('purchase', 'party', { audience: 'owner', state: 'draft' }), 'hidden'],
];

for (const [says, roles, action, subject, how] of NEVER) {
  test(`never: ${says}`, () => {
    for (const role of roles) {
      const verdict = may(actorWith([role], { assurance: 'high' }), action, subject);
      assert.deepEqual([verdict.allowed, !verdict.allowed && verdict.hidden ? 'hidden' : 'told'], [false, how], role);
    }
  });
}

const anyRoles = fc.subarray([...ROLES], { minLength: 0 });
const anySubject = fc.record({
  kind: fc.constantFrom(...new Set(tables.map(({ on }) => on as string))), owner: fc.constantFrom('home', 'away', null), parties: fc.subarray(['home', 'away', 'third']),
  state: fc.constantFrom(...new Set(tables.flatMap(({ states }) => (states === 'any' ? [] : states)))), audience: fc.constantFrom('owner' as const, 'parties' as const, 'public' as const),
  conflicted: fc.subarray(['me', 'colleague']), named: fc.subarray(['me', 'colleague']), proposer: fc.constantFrom('me', 'colleague', null),
});

test('nothing is allowed that row-level security would hide, to a conflicted person, or to a hidden thing’s outsider; more roles never allow less', () => {
  fc.assert(fc.property(anyRoles, anySubject, fc.constantFrom(...actionsOf()), fc.constantFrom(...ASSURANCES), (roles, subject, action, assurance) => {
    const actor = actorWith(roles, { assurance });
    const verdict = may(actor, action, subject);
    if (verdict.allowed) {
      assert.ok(isVisible(actor, subject));
      assert.ok(subject.proposer !== 'me' || tables.some((line) => line.action === action && line.roles === 'anyone'));
      assert.ok(may(actorWith(ROLES, { assurance: 'high' }), action, subject).allowed);
    }
    if (!isVisible(actor, subject)) assert.ok(!verdict.allowed && verdict.hidden);
    if (may(null, action, subject).allowed) assert.equal(subject.audience, 'public');
  }), runs(3000));
});
