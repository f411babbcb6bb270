import { element, type Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import type { Lots } from './lots.ts';
import type { Node } from './node.ts';
import type { Organisations } from './organisations.ts';
import { decimal } from './read.ts';
import { put } from './write.ts';

/** Counts of what was received, by the code that they have as BT-760. */
export type Counts = readonly (readonly [place: string, code: string])[];

export const TENDERS: Counts = [
  ['NB_TENDERS_RECEIVED', 'tenders'], ['NB_TENDERS_RECEIVED_SME', 't-sme'], ['NB_TENDERS_RECEIVED_OTHER_EU', 't-oth-eea'],
  ['NB_TENDERS_RECEIVED_NON_EU', 't-no-eea'], ['NB_TENDERS_RECEIVED_EMEANS', 't-esubm'],
];
/** The projects of a design contest are counted as its tenders. */
export const PARTICIPANTS: Counts = [['NB_PARTICIPANTS', 'tenders'], ['NB_PARTICIPANTS_SME', 't-sme'], ['NB_PARTICIPANTS_OTHER_EU', 't-oth-eea']];

/** The results of a notice while they are being written: results of lots, tenders, contracts and those who tendered, by their numbers. */
export class Results {
  readonly made = element('efac:NoticeResult');
  readonly #parts = { RES: [] as Element[], TEN: [] as Element[], CON: [] as Element[], TPA: [] as Element[] };
  readonly #organisations: Organisations;
  readonly #lots: Lots;

  constructor(organisations: Organisations, lots: Lots) {
    this.#organisations = organisations;
    this.#lots = lots;
  }

  /** @param lotNo what the award calls its lot; without one it is about the only lot that there is, or about the whole. */
  add(lotNo: string | null): Result {
    const made = this.part('RES', 'efac:LotResult', 'OPT-322-LotResult', 'result');
    const lots = this.#lots.named(lotNo);
    for (const id of lots) make(make(made, 'efac:TenderLot'), 'cbc:ID', id, { schemeName: 'Lot' });
    return new Result(made, lots, this, this.#organisations);
  }

  /** A new part with the next number of its kind. */
  part(prefix: 'RES' | 'TEN' | 'CON' | 'TPA', name: string, term: string, scheme: string): Element {
    const parts = this.#parts[prefix];
    const made = element(name);
    parts.push(made);
    put(made, term, { text: `${prefix}-${String(parts.length).padStart(4, '0')}`, attributes: { schemeName: scheme } });
    return made;
  }

  /** `efac:NoticeResult` with its parts in their order; null when nothing was written. */
  finish(): Element | null {
    const { RES, TEN, CON, TPA } = this.#parts;
    this.made.children.push(...RES, ...TEN, ...CON, ...TPA);
    return this.made.children.length === 0 ? null : this.made;
  }
}

/** One result, and the tenders and the contract that belong to it. */
export class Result {
  readonly made: Element;
  readonly lots: readonly string[];
  readonly #results: Results;
  readonly #organisations: Organisations;
  readonly tenders: Element[] = [];
  #contract: Element | null = null;

  constructor(made: Element, lots: readonly string[], results: Results, organisations: Organisations) {
    this.made = made;
    this.lots = lots;
    this.#results = results;
    this.#organisations = organisations;
  }

  /** BT-142 */
  decide(code: 'selec-w' | 'clos-nw'): void {
    put(this.made, 'BT-142-LotResult', { text: code, attributes: { listName: 'winner-selection-status' } });
  }

  count(counts: Counts, from: Node): void {
    for (const [place, code] of counts) {
      const number = decimal(from.text(place));
      if (number === null) continue;
      const made = make(this.made, 'efac:ReceivedSubmissionsStatistics');
      make(made, 'efbc:StatisticsCode', code, { listName: 'received-submission-type' });
      make(made, 'efbc:StatisticsNumeric', number);
    }
  }

  /** A tender of one company, or of several together. @param winners CONTRACTOR or WINNER with the address inside */
  tender(winners: readonly Node[], addressName: string): Element {
    const made = this.#results.part('TEN', 'efac:LotTender', 'OPT-321-Tender', 'tender');
    const id = numberOf(made);
    this.tenders.push(made);
    for (const lot of this.lots) make(make(made, 'efac:TenderLot'), 'cbc:ID', lot, { schemeName: 'Lot' });
    make(make(this.made, 'efac:LotTender'), 'cbc:ID', id, { schemeName: 'tender' });
    if (this.#contract !== null) link(this.#contract, id);
    const companies = winners.flatMap((winner) => this.#winner(winner, addressName) ?? []);
    if (companies.length > 0) {
      const party = this.#results.part('TPA', 'efac:TenderingParty', 'OPT-210-Tenderer', 'tendering-party');
      for (const company of new Set(companies)) make(make(party, 'efac:Tenderer'), 'cbc:ID', company, { schemeName: 'organization' });
      put(made, 'OPT-310-Tender', { text: numberOf(party), attributes: { schemeName: 'tendering-party' } });
    }
    return made;
  }

  /** The contract, made when first asked for. */
  contract(): Element {
    if (this.#contract !== null) return this.#contract;
    const made = this.#results.part('CON', 'efac:SettledContract', 'OPT-316-Contract', 'contract');
    this.#contract = made;
    make(make(this.made, 'efac:SettledContract'), 'cbc:ID', numberOf(made), { schemeName: 'contract' });
    for (const tender of this.tenders) link(made, numberOf(tender));
    return made;
  }

  #winner(winner: Node, addressName: string): string | null {
    const id = this.#organisations.company(winner.first(addressName));
    const size = winner.has('SME') ? 'sme' : winner.has('NO_SME') ? 'large' : null;
    const company = id === null ? undefined : this.#organisations.element(id)?.children.find(({ name }) => name === 'efac:Company');
    if (company !== undefined && size !== null && !company.children.some(({ name }) => name === 'efbc:CompanySizeCode')) {
      put(company, 'BT-165-Organization-Company', { text: size, attributes: { listName: 'economic-operator-size' } });
    }
    return id;
  }
}

function link(contract: Element, tender: string): void {
  make(make(contract, 'efac:LotTender'), 'cbc:ID', tender, { schemeName: 'tender' });
}

/** The number of a part, which is always its first element. */
export function numberOf(part: Element): string {
  return part.children[0]?.text ?? '';
}
