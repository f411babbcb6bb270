/**
 * R2.0.8, the schema before 2014 (and of the defence forms until 2023): the same facts under other names, at depths that
 * differ from form to form. What is read here is put into the shape of R2.0.9, so that the rest need know one shape only.
 */
import { lookup } from '../codes/lookup.ts';
import { element, type Element } from '../xml/element.ts';
import { PLACES } from './old-places.ts';
import { scopeOf, type Place } from './old-rules.ts';
import { place, plainName, within, type Old } from './old-shape.ts';

/**
 * @param from the form, its name that of R2.0.8
 * @param form `F17`
 * @param seen as in `Source`: gathers what the rules took over or knowingly passed by
 */
export function modernise(from: Element, form: string, seen: Set<Element> | null): Element {
  const made: Element = { name: `${form}_2014`, attributes: from.attributes, children: [], text: '' };
  // What is said of all lots is gathered here until it is known which there are.
  const common = element('OBJECT_DESCR');
  walk(from, { form, made, lot: common, isInLot: false, award: null }, seen);
  const object = within(made, 'OBJECT_CONTRACT');
  const nature = from.children[0]?.attributes['CTYPE'];
  if (nature !== undefined && !object.children.some(({ name }) => name === 'TYPE_CONTRACT')) place(object, 'TYPE_CONTRACT', { attributes: { CTYPE: nature } });
  const lots = object.children.filter(({ name }) => name === 'OBJECT_DESCR');
  if (lots.length === 0) object.children.push(common);
  for (const lot of lots) {
    const own = new Set(lot.children.map(({ name }) => name));
    lot.children.push(...common.children.filter(({ name }) => !own.has(name)));
  }
  return made;
}

function walk(from: Element, old: Old, seen: Set<Element> | null): void {
  const parent = plainName(from.name);
  for (const one of from.children) {
    const name = plainName(one.name);
    const rule: Place | undefined = lookup(PLACES, `${parent}/${name}`) ?? lookup(PLACES, name);
    if (rule === undefined) {
      walk(one, old, seen);
      continue;
    }
    seen?.add(one);
    if (typeof rule === 'string') put(rule, one, old);
    else if (rule(one, old, (inside, into = old) => walk(inside, into, seen)) !== 'inside') markAll(one, seen);
  }
}

function put(rule: string, one: Element, old: Old): void {
  const [scope, at] = scopeOf(rule, old);
  if (scope !== null) place(scope, at, one);
}

function markAll(one: Element, seen: Set<Element> | null): void {
  if (seen === null) return;
  seen.add(one);
  for (const inside of one.children) markAll(inside, seen);
}
