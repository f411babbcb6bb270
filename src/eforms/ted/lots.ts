import { element, type Element } from '../xml/element.ts';
import type { Node } from './node.ts';
import { put } from './write.ts';

export interface Lot {
  readonly id: string;
  /** OBJECT_DESCR */
  readonly from: Node;
  /** OBJECT_CONTRACT; a prior information notice can have several. */
  readonly object: Node;
  readonly made: Element;
}

/** The lots of a notice, and what its awards call them. */
export class Lots {
  readonly all: readonly Lot[];
  readonly isDivided: boolean;
  readonly #ids: ReadonlySet<string>;

  /** @param objects OBJECT_CONTRACT of the form */
  constructor(objects: readonly Node[]) {
    const found = objects.flatMap((object, index) => {
      const parts = object.all('OBJECT_DESCR');
      // In a notice of several purchases each counts its lots from one.
      const prefix = objects.length === 1 ? '' : String(index + 1);
      return parts.map((from, at) => ({ id: idOf(from, prefix, at, parts.length), from, object }));
    });
    this.all = unique(found).map((lot) => ({ ...lot, made: lotElement(lot.id) }));
    this.isDivided = this.all.length > 1 || this.all.some(({ from }) => from.first('LOT_NO') !== undefined);
    this.#ids = new Set(this.all.map(({ id }) => id));
  }

  /** The lots that an award is about: `1`, `Lot 1`, and where each is a lot of this notice, `1, 2 and 3`. */
  named(written: string | null): readonly string[] {
    if (written === null) {
      const [only] = this.all;
      return this.all.length === 1 && only !== undefined ? [only.id] : [];
    }
    const id = lotId(written);
    if (this.#ids.has(id)) return [id];
    const several = written.split(/[\s]*[,;/&+][\s]*|\s+(?:and|og|und|et|y|e|en|i|a|și|si|ja|och|és)\s+/i).filter((part) => part !== '').map(lotId);
    return several.length > 1 && several.every((one) => this.#ids.has(one)) ? [...new Set(several)] : [id];
  }
}

/**
 * The id of a lot by what buyers write as its number: `1`, `01`, `1.`, `Lot 1` and `Delaftale nr. 1` are LOT-0001, so that the
 * contract notice and the award notice mean the same lot. What is more than a number keeps its own form: `1a`, `LOT-1A`.
 */
export function lotId(written: string): string {
  const plain = written.normalize('NFC').trim();
  const number = /^(?:[\p{L}\s.°º'’-]*[\s.°º-])?0*(\d{1,6})[\s.)]*$/u.exec(plain)?.[1];
  if (number !== undefined) return `LOT-${number.padStart(4, '0')}`;
  const words = plain.replaceAll(/[^\p{L}\p{N}.]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '').toUpperCase();
  return `LOT-${words === '' ? '0001' : words}`;
}

function idOf(from: Node, prefix: string, at: number, count: number): string {
  const written = from.text('LOT_NO');
  const own = written ?? (count > 1 ? String(at + 1) : null);
  if (prefix === '') return own === null ? 'LOT-0001' : lotId(own);
  return own === null ? lotId(prefix) : `${lotId(prefix)}-${lotId(own).slice('LOT-'.length)}`;
}

/** Two lots of one number are two lots all the same; the later ones get a letter. */
function unique<T extends { readonly id: string }>(lots: readonly T[]): readonly T[] {
  const seen = new Map<string, number>();
  return lots.map((lot) => {
    const count = (seen.get(lot.id) ?? 0) + 1;
    seen.set(lot.id, count);
    return count === 1 ? lot : { ...lot, id: `${lot.id}-${count}` };
  });
}

function lotElement(id: string): Element {
  const made = element('cac:ProcurementProjectLot');
  put(made, 'BT-137-Lot', { text: id, attributes: { schemeName: 'Lot' } });
  return made;
}
