/** Who opens the bids: named before publication, with keys that they have proved to have, and without interests in the outcome (§ 4). */
import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { fail, ok, refuse, type Failure, type Result, type Words } from '#base';
import { checkKeySet, type KeySet } from '#seal';
import { step, type Context } from '../core/command.ts';
import { fields, list, maybe, text, truth } from '../core/fields.ts';
import { lookHolders, lookKeys, type Candidate, type LookedHolders } from './committee.store.ts';
import { isCompetitive } from './purchase.life.ts';
import type { Purchase, PurchaseInternal } from './purchase.schema.ts';

/** How many of how many open together. */
export const THRESHOLDS: ReadonlyMap<number, number> = new Map([[3, 2], [5, 3]]);

type Holder = PurchaseInternal['holders'][number];

export const SetHolders = fields({ holders: list(fields({ person: Type.String({ format: 'uuid', form: 'choice' }) }), 5, 3) });

function wrong(words: Words, place = 'holders'): Failure {
  return refuse('invalid', words, place);
}

function chosenFailure(chosen: readonly string[], candidates: readonly Candidate[], owner: string, conflicted: readonly string[]): Failure | null {
  if (!THRESHOLDS.has(chosen.length)) return wrong({ da: [`Der kan ikke udpeges ${chosen.length} personer.`, 'Vælg tre, hvoraf to åbner sammen, eller fem, hvoraf tre gør.'], en: [`${chosen.length} persons cannot be named.`, 'Name three, of whom two open together, or five, of whom three do.'] });
  if (new Set(chosen).size < chosen.length) return wrong({ da: ['En person er nævnt to gange.', 'Hver har én nøgle.'], en: ['One person is named twice.', 'Each holds one key.'] });
  const found = chosen.map((person) => candidates.find((one) => one.person === person));
  const at = found.indexOf(undefined);
  if (at !== -1) return wrong({ da: ['En af dem er ikke i åbningsudvalget.', 'Vælg blandt dem, der har den rolle i jeres organisation eller i en indkøbscentral.'], en: ['One of them is in no opening committee.', 'Choose among members with that role in your organisation, or in a central purchasing body.'] }, `holders[${at}].person`);
  const keyless = found.find((one) => one?.recipient === null);
  if (keyless !== undefined) return wrong({ da: [`${keyless.name} har ikke registreret en nøgle.`, 'Bed personen lave en på siden med sin konto.'], en: [`${keyless.name} has registered no key.`, 'Ask the person to make one on the page of the account.'] });
  if (found.some((one) => one !== undefined && conflicted.includes(one.person))) return wrong({ da: ['En af dem har oplyst at være inhabil.', 'Vælg en anden person.'], en: ['One of them has declared a conflict of interest.', 'Choose another person.'] });
  const others = found.filter((one) => one?.organisation !== owner).length;
  return others > 1 ? wrong({ da: ['Mere end én af dem er fra en anden organisation.', 'Én nøgle må ligge et andet sted som reserve; indkøberen åbner sit eget køb.'], en: ['More than one of them is of another organisation.', 'One key may be kept elsewhere for recovery; the buyer opens its own purchase.'] }) : null;
}

export const setHolders = step({
  name: 'purchase.set-holders', input: SetHolders, from: ['draft'], look: lookHolders, applies: isCompetitive,
  decide: ({ body, owner, internal }: Purchase, { holders: given }, { looked }) => {
    if (internal === null) throw new Error('A purchase has something internal from its beginning.');
    const { candidates, challenges } = looked as LookedHolders;
    const chosen = given.map(({ person }) => person);
    const failure = chosenFailure(chosen, candidates, owner, internal.conflicted);
    if (failure !== null) return fail(failure);
    const holders = chosen.flatMap((person): readonly Holder[] => {
      const { name, recipient, organisation } = candidates.find((one) => one.person === person) ?? { name: '', recipient: null, organisation: owner };
      const known = internal.holders.find((one) => one.person === person && one.recipient === recipient && one.provedAt !== null);
      return recipient === null ? [] : [known ?? { person, name, recipient, organisation, provedAt: null, challenge: challenges[person] ?? null }];
    });
    const elsewhere = [...new Set(holders.map(({ organisation }) => organisation))].filter((one) => one !== owner);
    return ok({
      state: 'draft', body, internal: { ...internal, holders }, parties: elsewhere, audience: elsewhere.length === 0 ? 'owner' : 'parties',
      happened: [{ type: 'holders-set', audience: 'owner', data: { text: holders.map(({ name }) => name).join(', ') } }],
    });
  },
});

/** The plaintext of the challenge, base64. */
export const ProveKey = fields({ answer: Type.String({ minLength: 1, maxLength: 200, form: 'line' }) });

function answers({ challenge }: Holder, answer: string): boolean {
  return challenge !== null && createHash('sha256').update(Buffer.from(answer.trim(), 'base64')).digest('hex') === challenge.sha256;
}

export const proveKey = step({
  name: 'purchase.prove-key', input: ProveKey, from: ['draft', 'announced', 'closed'], applies: isCompetitive,
  decide: ({ state, body, internal }: Purchase, { answer }, { actor, now }) => {
    const holder = internal?.holders.find(({ person }) => person === actor?.user);
    if (internal === null || holder === undefined) return fail(refuse('forbidden', { da: ['Du er ikke udpeget til at åbne tilbud her.', 'Spørg indkøberen, hvem der er.'], en: ['You are not named to open bids here.', 'Ask the buyer who is.'] }));
    if (holder.challenge === null) return fail(refuse('conflict', { da: ['Du har allerede vist, at din nøgle virker.', 'Du bliver spurgt igen før fristen.'], en: ['Your key is proved already.', 'It is asked for again before the deadline.'] }));
    if (!answers(holder, answer)) return fail(refuse('invalid', { da: ['Det er ikke det, der blev krypteret til din nøgle.', 'Dekryptér prøven på siden med din nøgle, og send det, der kommer ud, som base64.'], en: ['That is not what was encrypted for your key.', 'Decrypt the text of this page with your key, and send what comes out, as base64.'] }, 'answer'));
    const holders = internal.holders.map((one) => (one === holder ? { ...one, provedAt: now.toString(), challenge: null } : one));
    return ok({ state, body, internal: { ...internal, holders }, happened: [{ type: 'key-proved', audience: 'owner', data: { text: holder.name } }] });
  },
});

/** Time asks every holder again, 7 days and 24 hours before the deadline. */
export const askKeys = step({
  name: 'purchase.ask-keys', input: fields({}), from: ['announced'], byTime: true, look: lookKeys,
  decide: ({ state, body, internal }: Purchase, _input, { looked, now }) => {
    if (internal === null) throw new Error('An announced purchase has holders.');
    const { challenges } = looked as LookedHolders;
    const holders = internal.holders.map((one) => ({ ...one, challenge: challenges[one.person] ?? one.challenge }));
    return ok({ state, body, internal: { ...internal, holders, told: { ...internal.told, keys: now.toString() } }, happened: [{ type: 'keys-asked', audience: 'owner', data: {} }] });
  },
});

export const Declare = fields({ conflict: truth(), text: maybe(text(4000)) });

/** A declared conflict takes the person out of this purchase, also as a holder; who has none says so before the first look. */
export const declare = step({
  name: 'purchase.declare', input: Declare, from: ['draft', 'announced', 'closed', 'opened', 'assessed', 'shortlisted'],
  decide: ({ state, body, internal }: Purchase, { conflict, text: told }, { actor }: Context) => {
    if (internal === null || actor === null) throw new Error('A declaration is of a person, to a purchase.');
    if (conflict && told === undefined) return fail(refuse('invalid', { da: ['Skriv, hvilken interesse du har i sagen.', 'En linje er nok; kun indkøberen læser den.'], en: ['Say what the interest is.', 'A line is enough; only the buyer reads it.'] }, 'text'));
    const without = (list: readonly string[]): string[] => list.filter((one) => one !== actor.user);
    return ok({
      state, body, declares: { conflict, text: told ?? '' },
      internal: {
        ...internal,
        conflicted: conflict ? [...without(internal.conflicted), actor.user] : internal.conflicted, declared: conflict ? without(internal.declared) : [...without(internal.declared), actor.user],
        evaluators: conflict ? without(internal.evaluators) : internal.evaluators,
      },
      happened: [{ type: conflict ? 'conflict-declared' : 'no-conflict-declared', audience: 'owner', data: told === undefined ? {} : { text: told } }],
    });
  },
});

/** Who must still prove that the key is there; empty: nobody. */
export function unproved({ holders }: Pick<PurchaseInternal, 'holders'>): readonly Holder[] {
  return holders.filter(({ provedAt, challenge }) => provedAt === null || challenge !== null);
}

function unready(words: Words): Result<KeySet> {
  return fail(refuse('conflict', words));
}

/** The key set of the announcement: frozen, for bids are sealed to it. It is public, and so names no person. */
export function keySetFor(purchase: string, { holders, conflicted }: Pick<PurchaseInternal, 'holders' | 'conflicted'>): Result<KeySet> {
  const threshold = THRESHOLDS.get(holders.length);
  if (threshold === undefined) return unready({ da: ['Ingen er udpeget til at åbne tilbuddene.', 'Vælg tre eller fem personer fra åbningsudvalget.'], en: ['Nobody is named to open the bids.', 'Name three or five persons of the opening committee.'] });
  const out = holders.find(({ person }) => conflicted.includes(person));
  if (out !== undefined) return unready({ da: [`${out.name} har oplyst at være inhabil og kan ikke åbne tilbud.`, 'Vælg en anden.'], en: [`${out.name} has declared a conflict of interest and cannot open bids.`, 'Name somebody else.'] });
  const waiting = unproved({ holders });
  if (waiting.length > 0) return unready({ da: [`De har endnu ikke vist, at deres nøgle virker: ${waiting.map(({ name }) => name).join(', ')}.`, 'Hver af dem åbner købets side og viser det.'], en: [`Not yet proved to have their keys: ${waiting.map(({ name }) => name).join(', ')}.`, 'Each of them opens the page of the purchase and proves it.'] });
  return checkKeySet({ version: 1, purchase, threshold, holders: holders.map(({ person, recipient }, at) => ({ id: person, name: `Åbner ${at + 1}`, recipient })) });
}
