/** What must hold of an overview beyond its form, so that nobody is wronged. Pure. */
import type { Overview, Party, Speaker, Statement } from './overview.schema.ts';
import { figureFaults } from './figures.rules.ts';
import { tieFaults } from './ties.ts';
import type { Fault, Path, ReadContext } from './read.ts';

/** Statements that say something of a party which it must be able to answer. */
const WEIGHING: ReadonlySet<Statement['kind']> = new Set(['holding', 'way', 'claim', 'outcome', 'figure']);

/** Outcomes that nobody reaches without having heard the party; a settlement it has made itself. */
const HEARD: ReadonlySet<string> = new Set(['award-set-aside', 'ineffective', 'economic-sanction', 'complaint-not-upheld', 'settled']);

export function faultsOf(overview: Overview, context: ReadContext): readonly Fault[] {
  return [...nameFaults(overview), ...sourceFaults(overview), ...statementFaults(overview, context), ...correctionFaults(overview), ...partyFaults(overview, context), ...figureFaults(overview), ...tieFaults(overview, context)];
}

function nameFaults({ subject, names }: Overview): Fault[] {
  return subject === 'system' && names.length === 0 ? [{ at: ['names'], message: 'a system without a name', help: 'Write the names that notices may use: names: [KMD Opera].' }] : [];
}

function sourceFaults({ sources, story, statements }: Overview): Fault[] {
  const known = new Set(sources.map(({ id }) => id));
  const used = [
    ...story.flatMap((sentence, at) => sentence.sources.map((id, place) => ({ id, at: ['story', at, 'sources', place] as Path }))),
    ...statements.flatMap((statement, at) => statement.sources.map((id, place) => ({ id, at: ['statements', at, 'sources', place] as Path }))),
  ];
  return [
    ...twice(sources.map(({ id }) => id)).map((at): Fault => ({ at: ['sources', at, 'id'], message: `the source "${sources[at]?.id ?? ''}" stands twice`, help: 'Give each source an id of its own.' })),
    ...used.filter(({ id }) => !known.has(id)).map(({ id, at }): Fault => ({ at, message: `there is no source "${id}"`, help: 'Enter it under sources, with its address, or mend the id.' })),
  ];
}

function statementFaults({ statements, suppliers }: Overview, context: ReadContext): Fault[] {
  return [
    ...twice(statements.map(({ id }) => id)).map((at): Fault => ({ at: ['statements', at, 'id'], message: `the statement "${statements[at]?.id ?? ''}" stands twice`, help: 'Give each statement an id of its own.' })),
    ...statements.flatMap((statement, at) => {
      const named = [['about', statement.about] as const, ...(statement.by === undefined ? [] : [['by', statement.by] as const])];
      const faults = named.flatMap(([field, party]): Fault[] => {
        if ('municipality' in party && !context.isMunicipality(party.municipality)) return [{ at: ['statements', at, field, 'municipality'], message: `"${party.municipality}" is no Danish municipality`, help: 'Write its name of today without "Kommune".' }];
        if ('supplier' in party && !suppliers.includes(party.supplier)) return [{ at: ['statements', at, field, 'supplier'], message: `"${party.supplier}" is not among the suppliers of this overview`, help: 'Enter it under suppliers, or mend the name.' }];
        return [];
      });
      if (statement.entered > context.today) faults.push({ at: ['statements', at, 'entered'], message: `it cannot have been entered on ${statement.entered}, which is still to come`, help: 'Write the day on which it was entered.' });
      if ((statement.kind === 'holding' || statement.kind === 'way' || statement.kind === 'claim') && !('municipality' in statement.about)) {
        faults.push({ at: ['statements', at, 'about'], message: `a ${statement.kind} is about one municipality`, help: 'Write about: {municipality: NAME}. What is said of several is a view.' });
      }
      if (statement.kind === 'reply' && statement.by === undefined) faults.push({ at: ['statements', at], message: 'a reply needs to say who replies', help: 'Write by: {municipality: NAME} or {supplier: NAME}.' });
      return faults;
    }),
  ];
}

function correctionFaults({ statements }: Overview): Fault[] {
  const place = new Map(statements.map(({ id }, at) => [id, at]));
  return statements.flatMap(({ corrects, kind, about }, at): Fault[] => {
    if (corrects === undefined) return [];
    const before = place.get(corrects);
    const first = before === undefined ? undefined : statements[before];
    if (first === undefined || before === undefined || before >= at) return [{ at: ['statements', at, 'corrects'], message: `there is no earlier statement "${corrects}"`, help: 'A correction stands after what it corrects.' }];
    if (first.kind !== kind || partyName(first.about) !== partyName(about)) return [{ at: ['statements', at, 'corrects'], message: `"${corrects}" is of another kind, or about somebody else`, help: 'Correct it by a statement of the same kind about the same party.' }];
    if (statements.some((other, place) => place < at && other.corrects === corrects)) return [{ at: ['statements', at, 'corrects'], message: `"${corrects}" has been corrected already`, help: 'Correct the newest version.' }];
    return [];
  });
}

/** A named party has a source (the form asks for it), an outcome, and a reply or a question whose deadline has passed. */
function partyFaults({ statements }: Overview, { today }: ReadContext): Fault[] {
  const firsts = new Map<string, { readonly party: Party; readonly at: number }>();
  for (const [at, { kind, about }] of statements.entries()) {
    const name = partyName(about);
    if (WEIGHING.has(kind) && name !== null && !firsts.has(name)) firsts.set(name, { party: about, at });
  }
  return [...firsts].flatMap(([name, { at }]): Fault[] => {
    const about = statements.filter((statement) => partyName(statement.about) === name || 'all' in statement.about);
    const faults: Fault[] = [];
    if (!about.some(({ kind }) => kind === 'outcome')) faults.push({ at: ['statements', at], message: `${name} is named without what came of it`, help: 'Add an outcome about it, or about all; "not-known" is one.' });
    const answered = statements.some(({ by }) => by !== undefined && speakerName(by) === name);
    const asked = about.some((statement) => statement.kind === 'question' && statement.deadline < today);
    // Whoever rules has heard both sides; that what was said was not found is then shown in its place.
    const heard = about.some((statement) => statement.kind === 'outcome' && HEARD.has(statement.outcome)) && about.some(({ kind }) => kind === 'silence');
    if (!answered && !asked && !heard) {
      faults.push({
        at: ['statements', at], message: `${name} is named without its own words`,
        help: 'Add its reply or explanation (by: …), or the question it was sent with a deadline that has passed. After a ruling or a settlement in its own case a "silence" will do: that its words were not found.',
      });
    }
    return faults;
  });
}

export function partyName(party: Party): string | null {
  if ('municipality' in party) return party.municipality;
  return 'supplier' in party ? party.supplier : null;
}

export function speakerName(speaker: Speaker): string | null {
  return 'other' in speaker ? null : 'municipality' in speaker ? speaker.municipality : speaker.supplier;
}

/** Places of values that stood before. */
function twice(values: readonly string[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}
