/** A framework agreement: what may be bought under it, by whom, from whom, up to how much, and what was. */
import { copenhagenDate, fail, moneyText, ok, refuse, startOfDayInCopenhagen, unwrap, type Result } from '#base';
import { kind, start, step, type Change, type Context, type Happening } from '../core/command.ts';
import { day, fields, NOTHING, text } from '../core/fields.ts';
import { callOffsUnder, usageOf } from './call-off.ts';
import { publicationFailure, textsFailure } from './framework-check.ts';
import { frameworkRelease } from './framework.release.ts';
import {
  CALL_OFF_INPUT, FrameworkBodySchema, FrameworkInternalSchema, FrameworkTexts, OFFER_INPUT, OrganisationChoice, PARTIES_INPUT, RowChoice,
  type Framework, type FrameworkBody, type FrameworkInternal,
} from './framework.schema.ts';
import { partiesOf, withOffer, withoutOffer } from './parties.ts';

type Changed = Change<FrameworkBody, FrameworkInternal>;

const NO_PRICES: FrameworkInternal = { prices: {} };

function own(type: string): Happening {
  return { type, audience: 'owner', data: {} };
}

function seen(type: string, data: Happening['data'] = {}): Happening {
  return { type, audience: 'public', data };
}

function today({ now }: Pick<Context, 'now'>): string {
  return copenhagenDate(now).toString();
}

/** Everybody who sees it beside its owner. */
function around({ parties, users }: Pick<FrameworkBody, 'parties' | 'users'>): readonly string[] {
  return [...new Set([...parties, ...users].map(({ organisation }) => organisation))];
}

const startFramework = start<typeof FrameworkTexts, FrameworkBody, FrameworkInternal>({
  name: 'framework.start', input: FrameworkTexts,
  decide: (input, { actor }) => {
    if (actor === null) throw new Error('An agreement is somebody’s.');
    const failure = textsFailure(input);
    if (failure !== null) return fail(failure);
    const body: FrameworkBody = { ...input, parties: [], users: [], named: [], allMunicipalities: false, offers: [], callOffs: [] };
    return ok({ state: 'draft', body, internal: NO_PRICES, audience: 'owner', parties: [], owner: actor.organisation, parent: null, happened: [own('begun')] });
  },
});

const writeFramework = step({
  name: 'framework.write', input: FrameworkTexts, from: ['draft'],
  decide: ({ body }: Framework, input): Result<Changed> => {
    const failure = textsFailure(input);
    if (failure !== null) return fail(failure);
    const { parties, users, named, allMunicipalities, offers, callOffs } = body;
    return ok({ state: 'draft', body: { ...input, parties, users, named, allMunicipalities, offers, callOffs }, happened: [own('described')] });
  },
});

const setParties = step({
  name: 'framework.set-parties', input: PARTIES_INPUT, from: ['draft'],
  decide: ({ body, internal }: Framework, input): Result<Changed> => {
    const parties = partiesOf(input.parties, body.lots);
    if (!parties.ok) return parties;
    const users = [...new Set(input.users.map(({ user }) => user))].map((organisation) => ({ organisation }));
    const offers = body.offers.filter((offer) => parties.value.some(({ organisation, lots }) => organisation === offer.supplier && lots.includes(offer.lot)));
    const prices = Object.fromEntries(Object.entries((internal ?? NO_PRICES).prices).filter(([id]) => offers.some((offer) => offer.id === id)));
    const after: FrameworkBody = { ...body, parties: parties.value, users, named: input.named, allMunicipalities: input.allMunicipalities, offers };
    return ok({ state: 'draft', body: after, internal: { prices }, parties: around(after), happened: [own('parties-set')] });
  },
});

const writeOffer = step({
  name: 'framework.write-offer', input: OFFER_INPUT, from: ['draft', 'active'],
  decide: ({ state, body, internal }: Framework, input, { newId }): Result<Changed> => {
    const written = withOffer(body, internal ?? NO_PRICES, input, newId);
    if (!written.ok) return written;
    return ok({ state, body: { ...body, offers: written.value.offers }, internal: written.value.internal, happened: [seen('offer-written', { text: input.name })] });
  },
});

const dropOffer = step({
  name: 'framework.drop-offer', input: fields({ offer: RowChoice, reason: text(2000) }), from: ['draft', 'active'],
  decide: ({ state, body, internal }: Framework, { offer, reason }): Result<Changed> => {
    const left = withoutOffer(body, internal ?? NO_PRICES, offer);
    if (!left.ok) return left;
    const name = body.offers.find(({ id }) => id === offer)?.name ?? '';
    return ok({ state, body: { ...body, offers: left.value.offers }, internal: left.value.internal, happened: [seen('offer-dropped', { text: `${name}: ${reason}` })] });
  },
});

const publishFramework = step({
  name: 'framework.publish', input: NOTHING, from: ['draft'], twoPersons: true, publishes: true,
  decide: ({ body }: Framework, _input, { now, organisation }): Result<Changed> => {
    const failure = publicationFailure(body, now, organisation);
    return failure === null ? ok({ state: 'active', audience: 'public', body: { ...body, publishedAt: now.toString() }, happened: [seen('published')] }) : fail(failure);
  },
});

const partyLeft = step({
  name: 'framework.party-left', input: fields({ supplier: OrganisationChoice, leftOn: day(), reason: text(2000) }), from: ['active'],
  decide: ({ body }: Framework, { supplier, leftOn, reason }): Result<Changed> => {
    if (!body.parties.some(({ organisation, leftOn: before }) => organisation === supplier && before === null)) return fail(refuse('invalid', { da: ['Leverandøren er ikke part, eller er trådt ud.', 'Vælg en af parterne.'], en: ['It is no party, or has left.', 'Choose one of the parties.'] }, 'supplier'));
    const parties = body.parties.map((party) => (party.organisation === supplier ? { ...party, leftOn } : party));
    return ok({ state: 'active', body: { ...body, parties }, happened: [seen('party-left', { supplier, leftOn, text: reason })] });
  },
});

/** Made outside Torvet, so it is entered also where it goes beyond the maximum: a sum that leaves it out would be wrong. */
const recordCallOff = step({
  name: 'framework.record-call-off', input: CALL_OFF_INPUT, from: ['active', 'ended'], asks: ['children'],
  decide: ({ owner, state, body }: Framework, input, context): Result<Changed> => {
    if (input.on > today(context)) return fail(refuse('invalid', { da: ['Dagen ligger ude i fremtiden.', 'Skriv et køb ind, når det er foretaget.'], en: ['The day lies ahead.', 'Enter a call-off once it is made.'] }, 'on'));
    if (!body.parties.some(({ organisation, lots }) => organisation === input.supplier && lots.includes(input.lot))) return fail(refuse('invalid', { da: ['Leverandøren er ikke part på delaftalen.', 'Vælg en, der er.'], en: ['This supplier is no party to the lot.', 'Choose one that is.'] }, 'supplier'));
    if (!isUser(owner, body, input.buyer)) return fail(refuse('invalid', { da: ['Bekendtgørelsen nævner ikke denne køber.', 'Vælg en af dem, der må bruge aftalen.'], en: ['The notice does not name this buyer.', 'Choose one of those that may use the agreement.'] }, 'buyer'));
    const after: FrameworkBody = { ...body, callOffs: [...body.callOffs, { id: context.newId(), ...input, enteredAt: context.now.toString() }] };
    const whole = unwrap(usageOf({ owner, body: after }, callOffsUnder({ body: after }, context.children), context.now)).find(({ lot }) => lot === null);
    const total = whole === undefined ? '' : moneyText(whole.total);
    return ok({ state, body: after, happened: [seen('call-off-recorded', { text: input.source, lot: input.lot, value: input.value, total })] });
  },
});

function isUser(owner: string, { users, named, allMunicipalities }: FrameworkBody, buyer: string): boolean {
  return buyer === owner || users.some(({ organisation }) => organisation === buyer) || named.some(({ cvr }) => cvr === buyer) || allMunicipalities;
}

const endFramework = step({
  name: 'framework.end', input: fields({ reason: text(4000) }), from: ['active'], publishes: true,
  decide: ({ body }: Framework, { reason }, context): Result<Changed> => ok({
    state: 'ended', body: { ...body, ended: { on: today(context), reason } }, happened: [seen('ended', { text: reason })],
  }),
});

const lapse = step({
  name: 'framework.lapse', input: NOTHING, from: ['active'], byTime: true, publishes: true,
  decide: ({ body }: Framework): Result<Changed> => ok({ state: 'ended', body: { ...body, ended: { on: body.to, reason: null } }, happened: [seen('lapsed')] }),
});

export const framework = kind<FrameworkBody, FrameworkInternal>({
  kind: 'framework',
  path: 'rammeaftale',
  states: ['draft', 'active', 'ended'],
  body: FrameworkBodySchema,
  internal: FrameworkInternalSchema,
  titleOf: ({ body }) => body.title,
  due: ({ state, body }) => (state === 'active' ? [{ command: 'framework.lapse', at: startOfDayInCopenhagen(Temporal.PlainDate.from(body.to).add({ days: 1 })) }] : []),
  release: frameworkRelease,
  commands: [startFramework, writeFramework, setParties, writeOffer, dropOffer, publishFramework, recordCallOff, partyLeft, endFramework, lapse],
});
