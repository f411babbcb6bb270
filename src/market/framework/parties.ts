/** Who is in which lot, and what each offers there: rows as a form sends them, as the agreement keeps them. */
import type { Static } from 'typebox';
import { fail, ok, refuse, type Failure, type Result, type Words } from '#base';
import type { AwardCriterion, FrameworkBody, FrameworkInternal, FrameworkOffer, OFFER_INPUT, PARTIES_INPUT } from './framework.schema.ts';

type PartyRows = Static<typeof PARTIES_INPUT>['parties'];
type OfferInput = Static<typeof OFFER_INPUT>;

function wrong(words: Words, place: string): Failure {
  return refuse('invalid', words, place);
}

/** One party for each supplier, with all its lots, in the order of the rows. */
export function partiesOf(rows: PartyRows, lots: FrameworkBody['lots']): Result<FrameworkBody['parties']> {
  const at = rows.findIndex(({ lot }) => !lots.some(({ id }) => id === lot));
  if (at !== -1) return fail(wrong({ da: ['Delaftalen findes ikke.', 'Vælg en af aftalens delaftaler.'], en: ['There is no such lot.', 'Choose one of the lots of the agreement.'] }, `parties[${at}].lot`));
  const suppliers = [...new Set(rows.map(({ supplier }) => supplier))];
  return ok(suppliers.map((organisation) => ({ organisation, lots: [...new Set(rows.filter(({ supplier }) => supplier === organisation).map(({ lot }) => lot))], leftOn: null })));
}

const YES: ReadonlySet<string> = new Set(['ja', 'yes', 'true']);
const NO: ReadonlySet<string> = new Set(['nej', 'no', 'false']);

/** What an offer says to a criterion, in the type that its test asks for. Null: it cannot be read as such. */
export function factOf({ test }: Pick<AwardCriterion, 'test'>, given: string): boolean | number | string | null {
  const text = given.trim();
  if (test === 'one-of') return text === '' ? null : text;
  if (test === 'yes') return YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : null;
  return /^-?\d{1,12}(?:[.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

interface Offers {
  readonly offers: FrameworkBody['offers'];
  readonly internal: FrameworkInternal;
}

/** The offers with this one among them; one of the same supplier, lot and name is replaced. The price is kept apart from it. */
export function withOffer({ parties, criteria, offers }: FrameworkBody, { prices }: FrameworkInternal, input: OfferInput, newId: () => string): Result<Offers> {
  const { supplier, lot, name, price, agreementRank = null } = input;
  if (!parties.some((party) => party.organisation === supplier && party.lots.includes(lot))) return fail(wrong({ da: ['Leverandøren er ikke part på delaftalen.', 'Vælg en delaftale, som leverandøren er på.'], en: ['This supplier is no party to the lot.', 'Choose a lot that it is in.'] }, 'lot'));
  const facts: Record<string, boolean | number | string> = {};
  for (const [at, { criterion: id, fact }] of input.facts.entries()) {
    const criterion = criteria.find((one) => one.id === id);
    if (criterion === undefined) return fail(wrong({ da: ['Kriteriet findes ikke.', 'Vælg et af aftalens.'], en: ['There is no such criterion.', 'Choose one of those of the agreement.'] }, `facts[${at}].criterion`));
    const read = factOf(criterion, fact);
    if (read === null) return fail(wrong({ da: ['Det er ikke et svar på kriteriet.', 'Skriv ja eller nej, et tal eller en af værdierne, som kriteriet spørger om.'], en: ['This does not answer the criterion.', 'Write yes or no, a number, or one of the values, as the criterion asks.'] }, `facts[${at}].fact`));
    facts[id] = read;
  }
  const id = offers.find((one) => one.supplier === supplier && one.lot === lot && one.name === name)?.id ?? newId();
  const offer: FrameworkOffer = { id, supplier, lot, name, agreementRank, facts };
  const { [id]: before, ...others } = prices;
  void before;
  return ok({ offers: [...offers.filter((one) => one.id !== id), offer], internal: { prices: price === undefined ? others : { ...others, [id]: price } } });
}

export function withoutOffer({ offers }: FrameworkBody, { prices }: FrameworkInternal, id: string): Result<Offers> {
  if (!offers.some((one) => one.id === id)) return fail(wrong({ da: ['Tilbuddet findes ikke.', 'Se på aftalen igen.'], en: ['There is no such offer.', 'Look at the agreement again.'] }, 'offer'));
  const { [id]: before, ...others } = prices;
  void before;
  return ok({ offers: offers.filter((one) => one.id !== id), internal: { prices: others } });
}
