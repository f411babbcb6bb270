/** Which release tells of a contract or a change, when a change was first published, and what it says is bought. */
import type { JsonObject } from '#base';
import { object, objects, text } from '../dirty.ts';
import { cpvCode } from './lots.flat.ts';
import { changeKey, dayOf, type ChangedKind, type ChangeSource, type Sources } from './reading.ts';

/** @param releases of one process, oldest first */
export function sourcesOf(releases: readonly { readonly date: string; readonly release: JsonObject }[]): Sources {
  const contracts = new Map<string | null, string>();
  const changes = new Map<string, ChangeSource>();
  const said = new Said();
  for (const { date, release } of releases) {
    const notice = text(release['id']);
    for (const contract of objects(release['contracts'])) {
      const id = text(contract['id']);
      if (notice !== null) contracts.set(id, notice);
      for (const change of [...objects(contract['amendments']), ...objects(contract['amendment'])]) {
        const key = changeKey(id, text(change['id']));
        if (!changes.has(key)) changes.set(key, { notice, day: dayOf(date), ...said.kindOf(release, contract) });
      }
    }
    said.add(release);
  }
  return { contracts, changes };
}

/** What the releases up to now have said is bought. */
class Said {
  readonly #codes = new Set<string>();
  #category: string | null = null;

  /**
   * A contract with items of its own is described as it is after the change. Then the rest of the notice, when it is the first
   * of the process that the register holds, describes what was tendered.
   */
  kindOf(release: JsonObject, contract: JsonObject): ChangedKind {
    const [own, tendered] = [codesOf([contract]), codesOf([object(release['tender'])])];
    const before = this.#codes.size === 0 && own.length > 0 ? tendered : [...this.#codes];
    return {
      cpv: listed(own.length > 0 ? own : tendered),
      cpv_before: listed(before),
      category: categoryOf(release),
      category_before: this.#category,
    };
  }

  add(release: JsonObject): void {
    for (const code of codesOf([object(release['tender']), ...objects(release['awards']), ...objects(release['contracts'])])) this.#codes.add(code);
    this.#category = categoryOf(release) ?? this.#category;
  }
}

function codesOf(parts: readonly JsonObject[]): string[] {
  const items = parts.flatMap((part) => objects(part['items']));
  const classified = [...items.map((item) => object(item['classification'])), ...items.flatMap((item) => objects(item['additionalClassifications']))];
  return [...new Set(classified.flatMap(({ scheme, id }) => (text(scheme) === 'CPV' ? cpvCode(text(id)) ?? [] : [])))];
}

function listed(codes: readonly string[]): string | null {
  return codes.length === 0 ? null : codes.join(' ');
}

function categoryOf(release: JsonObject): string | null {
  return text(object(release['tender'])['mainProcurementCategory']);
}
