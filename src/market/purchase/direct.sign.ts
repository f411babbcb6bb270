/** The contract of a direct award: signed when everybody was told, the voluntary wait is over, and the agreement still runs. */
import { copenhagenDate, fail, ok, refuse, type Failure } from '#base';
import { contractNotAllowed } from '../framework/call-off.ts';
import { CONTRACT_INPUT, createContract } from '../contract/contract.ts';
import { forbiddenByLaw, step, type Context } from '../core/command.ts';
import { fields } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';
import { lawRule } from '../findings.ts';
import { usedNeed } from '../need/need.ts';
import { agreementOf, isDirect } from './direct.draft.ts';
import { lookUsedNeed } from './need.store.ts';
import type { Purchase } from './purchase.schema.ts';

function tooEarly({ body: { outcome } }: Purchase, { children, now }: Context): Failure | null {
  if (!children.some(({ kind }) => kind === 'letter')) return forbiddenByLaw(lawRule('udbudsloven-171').paragraph, { da: ['Ingen har fået besked om beslutningen', 'Send først brevene.'], en: ['Nobody has been told of the decision', 'Send the letters first.'] });
  const ends = outcome?.standstillEnds ?? null;
  if (ends === null || Temporal.Instant.compare(now, Temporal.Instant.from(ends)) > 0) return null;
  return refuse('conflict', { da: [`I har skrevet til leverandørerne, at I venter til ${ends}.`, 'Underskriv derefter.'], en: [`You have told the suppliers that you wait until ${ends}.`, 'Sign after it.'] });
}

export const signDirect = step({
  name: 'purchase.sign-direct', input: fields(CONTRACT_INPUT), from: ['decided'], applies: isDirect, asks: ['parent', 'children'], publishes: true, look: lookUsedNeed,
  decide: (purchase: Purchase, signed, context) => {
    const { outcome, title } = purchase.body;
    if (outcome === undefined) throw new Error('A decided purchase has an outcome.');
    const failure = tooEarly(purchase, context) ?? contractNotAllowed(agreementOf(context), copenhagenDate(context.now).toString());
    if (failure !== null) return fail(failure);
    const made = createContract(purchase, { ...signed, title, supplier: outcome.winner, decided: outcome.value }, context);
    if (!made.ok) return made;
    return ok({
      state: 'contracted', body: { ...purchase.body, contract: { id: made.value.id, signedAt: context.now.toString() } }, creates: [made.value],
      moves: usedNeed(context.looked as MarketRecord | null),
      happened: [{ type: 'signed', audience: 'public', data: { contract: made.value.id } }],
    });
  },
});
