/** What an agreement must say before it can be used, and what it may not say at all. */
import { copenhagenDate, parseMoney, refuse, unwrap, type Failure, type Words } from '#base';
import { LIMITS } from '#law';
import { forbiddenByLaw, type OrganisationFacts } from '../core/command.ts';
import { lawRule } from '../findings.ts';
import type { FrameworkBody, FrameworkDescription } from './framework.schema.ts';

/** Whole years that an agreement may run without a written reason (§ 95). */
export function longestYears(): number {
  const limit = LIMITS.find(({ id }) => id === 'framework-years');
  if (limit === undefined) throw new Error('The law room has no limit called "framework-years".');
  return limit.value;
}

function oere(amount: string): bigint {
  return unwrap(parseMoney(amount, 'DKK')).minor;
}

function law(id: string, words: Words, place: string): Failure {
  return forbiddenByLaw(lawRule(id).paragraph, words, place);
}

function wrong(words: Words, place: string): Failure {
  return refuse('invalid', words, place);
}

/** The first thing wrong with what the owner wrote; null: nothing. */
export function textsFailure(given: FrameworkDescription): Failure | null {
  return termFailure(given) ?? valueFailure(given) ?? rowsFailure(given) ?? methodFailure(given);
}

function termFailure({ from, to, longReason }: FrameworkDescription): Failure | null {
  if (to < from) return wrong({ da: ['Aftalen slutter, før den begynder.', 'Se de to datoer efter.'], en: ['The agreement ends before it begins.', 'Check the two days.'] }, 'to');
  const last = Temporal.PlainDate.from(from).add({ years: longestYears() }).subtract({ days: 1 }).toString();
  if (to <= last || longReason !== undefined) return null;
  return law('udbudsloven-95-2', { da: [`En aftale fra ${from} løber højst til ${last}; længere kun i særlige tilfælde`, 'Lad den slutte senest da, eller skriv, hvorfor den skal løbe længere.'], en: [`An agreement from ${from} runs to ${last} at most; longer only in extraordinary cases`, 'Let it end by then, or write why it must run longer.'] }, 'longReason');
}

function valueFailure({ value, maximum, lots }: FrameworkDescription): Failure | null {
  if (oere(maximum) < oere(value)) return wrong({ da: ['Maksimum er lavere end den anslåede værdi.', 'Maksimum er det, der allerhøjst kan købes for.'], en: ['The maximum is below the estimated value.', 'The maximum is what can be bought at the very most.'] }, 'maximum');
  const at = lots.findIndex(({ lotMaximum }) => lotMaximum !== undefined && oere(lotMaximum) > oere(maximum));
  return at === -1 ? null : wrong({ da: ['En delaftales maksimum er højere end hele aftalens.', 'En delaftale kan højst rumme det, hele aftalen rummer.'], en: ['The maximum of a lot is above that of the agreement.', 'A lot holds at most what the agreement holds.'] }, `lots[${at}].lotMaximum`);
}

function rowsFailure({ lots, criteria }: FrameworkDescription): Failure | null {
  for (const [name, ids] of [['lots', lots.map(({ id }) => id)], ['criteria', criteria.map(({ id }) => id)]] as const) {
    const at = ids.findIndex((id, place) => ids.indexOf(id) !== place);
    if (at !== -1) return wrong({ da: [`${ids[at]} står der to gange.`, 'Giv hver række sit eget korte navn.'], en: [`${ids[at]} is there twice.`, 'Give each row a short name of its own.'] }, `${name}[${at}].id`);
  }
  return null;
}

function methodFailure({ method, choosing, first, second, criteria }: FrameworkDescription): Failure | null {
  if (method === 'both' && choosing === undefined) {
    return law('udbudsloven-98', { da: ['Når begge måder er mulige, skal objektive kriterier sige, hvilken der bruges', 'Skriv dem, som de står i aftalens materiale.'], en: ['Where both ways are open, objective criteria say which of them is used', 'Write them as they stand in the documents of the agreement.'] }, 'choosing');
  }
  if (method === 'mini-competition') return null;
  if (criteria.length === 0) return law('udbudsloven-99', { da: ['En direkte tildeling følger objektive kriterier, der står i materialet', 'Skriv hvert kriterium, og hvor det står.'], en: ['A direct award follows objective criteria that stand in the documents', 'Write each criterion, and where it stands.'] }, 'criteria');
  if (first === undefined) return law('udbudsloven-99', { da: ['Det skal stå i materialet, hvad der afgør det mellem dem, der opfylder behovene', 'Vælg det.'], en: ['It must stand in the documents what decides between those who meet the needs', 'Choose it.'] }, 'first');
  return first === second ? wrong({ da: ['Det samme afgør både først og derefter.', 'Vælg noget andet, eller intet.'], en: ['The same decides first and second.', 'Choose something else, or nothing.'] }, 'second') : null;
}

/** What is missing on the day of publication; null: nothing. */
export function publicationFailure(body: FrameworkBody, now: Temporal.Instant, organisation: (id: string) => OrganisationFacts | null): Failure | null {
  const stands = textsFailure(body);
  if (stands !== null) return stands;
  if (body.to < copenhagenDate(now).toString()) return refuse('conflict', { da: ['Aftalens løbetid er forbi.', 'Der kan ikke købes på den mere.'], en: ['The term of the agreement is over.', 'Nothing can be called off any more.'] });
  const empty = body.lots.find(({ id }) => !body.parties.some(({ lots }) => lots.includes(id)));
  if (empty !== undefined) return refuse('conflict', { da: [`Delaftale ${empty.id} har ingen leverandør.`, 'Skriv, hvem der er på den, eller tag delaftalen ud.'], en: [`Lot ${empty.id} has no supplier.`, 'Say who is in it, or take the lot out.'] });
  const stranger = body.parties.find((party) => organisation(party.organisation)?.kind !== 'supplier' || party.lots.some((lot) => !body.lots.some(({ id }) => id === lot)));
  if (stranger !== undefined) return refuse('conflict', { da: ['En part er ikke leverandør her på Torvet, eller er på en delaftale, der ikke findes.', 'Se parterne efter igen.'], en: ['A party is no supplier on this platform, or is in a lot that is not there.', 'Look at the parties again.'] });
  const nobody = body.users.find((user) => organisation(user.organisation) === null);
  return nobody === undefined ? null : law('udbudsloven-96', { da: ['En af dem, der må bruge aftalen, er ukendt her og kan derfor ikke udpeges', 'Se igen på, hvem der må bruge aftalen.'], en: ['A user is not known, so it could not be identified', 'Look at the users again.'] }, 'users');
}
