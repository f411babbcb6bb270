/** What stands oddly in a notice, beside how it was read. Nothing is repaired in silence. */
export interface Remark {
  /** Where in the release, in words of its own structure. */
  readonly place: string;
  readonly written: string;
  readonly read: string;
  readonly why: string;
}

export class Remarks {
  readonly all: Remark[] = [];

  add(place: string, written: string, read: string, why: string): void {
    this.all.push({ place, written, read, why });
  }
}
