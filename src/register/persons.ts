/**
 * Persons in published data. What was received is kept whole; what Torvet publishes names organisations only: contact
 * persons, signatories, beneficial owners and sole traders are masked, here and nowhere else.
 */
import { exactNumber, isObject, type Json, type JsonObject } from '#base';
import { isPerson } from './parties.ts';

/** Stands where a person stood. */
export const MASK = '[masked]';

/** Objects that describe a person, or a way to reach one, wherever in a release they stand. */
const PERSONAL = new Set(['contactPoint', 'additionalContactPoints', 'beneficialOwners', 'persons', 'signatories', 'juryMembers']);
/** What is kept of such an object: what tells of the organisation and not of the person. */
const KEPT = new Set(['id', 'url', 'uri', 'availableLanguage', 'language', 'nationalities', 'roles', 'type', 'startDate', 'endDate']);
/** What is kept of a party that is a person. */
const KEPT_OF_PERSON = new Set(['id', 'roles', 'details']);
/** Values that name nobody already (reserved domains, a telephone of zeros): changing them would only cost the likeness. */
const NOBODY = /^(?:contact point|[^@\s]+@(?:[\w-]+\.)*example(?:\.(?:org|com|net))?|[+\d\s]*0{6,}|\[masked\])$/i;
/** A civil registration number, or an address of a person's own, in a field that should hold neither. */
const TELLING = /CPR|\b\d{6}-\d{4}\b|@|^(?:mailto|tel):/i;

/**
 * The release, package or record with its persons masked; the same object when there are none.
 * @param known ids of natural persons from other releases of the process: one may name the person that another describes.
 */
export function maskPersons(value: Json, known: ReadonlySet<string> = new Set()): Json {
  return maskIn(value, new Set([...known, ...soleTraders(value)]));
}

/** A fault tells the value it is about; one that may be a person's is left out. */
export function maskFault<Fault extends { readonly path: string; readonly message: string }>(fault: Fault): Fault {
  const fields = fault.path.split('/');
  const personal = fields.some((field) => PERSONAL.has(field)) || /\/(?:parties|suppliers|tenderers)\/.*(?:name|identifier|id$|address)/i.test(fault.path);
  return personal ? { ...fault, message: 'The value is not what the standard asks for here. It may tell of a person, so it is not shown.' } : fault;
}

function maskIn(value: Json, persons: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return changed(value as readonly Json[], (item) => maskIn(item, persons));
  if (!isObject(value)) return value;
  if (isSoleTrader(value, persons)) return maskFields(value, KEPT_OF_PERSON);
  return changedFields(value, (field, key) => {
    if (PERSONAL.has(key)) return maskPerson(field);
    return key === 'remarks' && persons.size > 0 ? maskRemarks(field) : maskIn(field, persons);
  });
}

/** Remarks on the numbers of parties (`x_notice`) call the parties by other ids; where one of them is a person, none is shown. */
function maskRemarks(value: Json): Json {
  if (!Array.isArray(value)) return value;
  return changed(value as readonly Json[], (remark) =>
    (isObject(remark) && typeof remark['place'] === 'string' && remark['place'].startsWith('parties/') ? maskFields(remark, REMARK_KEPT) : remark));
}

const REMARK_KEPT = new Set(['place', 'why']);

function maskPerson(value: Json): Json {
  if (Array.isArray(value)) return changed(value as readonly Json[], maskPerson);
  return isObject(value) ? maskFields(value, KEPT) : maskText(value);
}

function maskFields(value: JsonObject, kept: ReadonlySet<string>): JsonObject {
  return changedFields(value, (field, key) => (kept.has(key) && !tells(field) ? field : maskAll(field)));
}

function tells(value: Json): boolean {
  return typeof value === 'string' && TELLING.test(value) && !NOBODY.test(value.trim());
}

function maskAll(value: Json): Json {
  if (Array.isArray(value)) return changed(value as readonly Json[], maskAll);
  return isObject(value) ? changedFields(value, maskAll) : maskText(value);
}

function maskText(value: Json): Json {
  if (value === null || value === '' || typeof value === 'boolean') return value;
  return typeof value === 'string' && NOBODY.test(value.trim()) ? value : MASK;
}

/** Ids of the parties that are natural persons; a reference to one carries its name too. */
export function soleTraders(value: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: Json[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isObject(next) && isPerson(next)) for (const id of idOf(next)) found.add(id);
    if (typeof next !== 'object' || next === null || JSON.isRawJSON(next)) continue;
    for (const child of Object.values(next) as (Json | undefined)[]) if (typeof child === 'object' && child !== null) waiting.push(child);
  }
  return found;
}

// An item or a lot may have the same id as a party; only what has a name is a party or a reference to one.
function isSoleTrader(value: JsonObject, persons: ReadonlySet<string>): boolean {
  if (isPerson(value)) return true;
  return persons.size > 0 && typeof value['name'] === 'string' && idOf(value).some((id) => persons.has(id));
}

/** The id as text, if there is one: real files write 7 in one place and "7" in another. */
function idOf(value: JsonObject): readonly string[] {
  const { id } = value;
  const text = typeof id === 'string' ? id : exactNumber(id);
  return text === null ? [] : [text];
}

/** Keeps the very same list or object when nothing in it changed, so that an untouched text can be sent as received. */
function changed(list: readonly Json[], change: (item: Json) => Json): readonly Json[] {
  const next = list.map(change);
  return next.every((item, index) => item === list[index]) ? list : next;
}

function changedFields(value: JsonObject, change: (field: Json, key: string) => Json): JsonObject {
  const entries = Object.entries(value).map(([key, field]) => [key, field === undefined ? field : change(field, key)] as const);
  return entries.every(([key, field]) => field === value[key]) ? value : Object.fromEntries(entries);
}
