import { chance, type Chance } from './random.ts';
import { subject as subjectById, type Subject } from './fields.ts';
import { DEMO_CENTRAL_BODY, type DemoMunicipality } from './places.ts';

/** How something is bought; the details of each stand in kinds.ts. */
export type Kind = 'open' | 'restricted' | 'negotiated' | 'below' | 'mini' | 'dis';

/** Who buys: one municipality, several under the first one's lead, or the central body for several. */
export interface Buyer {
  readonly municipalities: readonly DemoMunicipality[];
  readonly central: boolean;
}

export interface Purchase {
  /** Stands behind the ocid prefix. */
  readonly key: string;
  readonly subject: Subject;
  readonly buyer: Buyer;
  readonly published: Temporal.PlainDate;
  readonly kind: Kind;
  readonly title: string;
  readonly description: string;
  /** Estimated value of the whole contract in DKK without VAT and options. */
  readonly value: number;
  readonly years: number;
  /** How many times twelve months the contract can be extended. */
  readonly optionYears: number;
}

/** What a story fixes; the rest is left to chance. */
export interface Wish {
  readonly key: string;
  readonly subject: string;
  readonly buyer: Buyer;
  readonly published: Temporal.PlainDate;
  readonly kind?: Kind;
  readonly value?: number;
  readonly years?: number;
  readonly optionYears?: number;
  readonly title?: string;
  /** Why it is bought, where the subject's own reason does not fit; `{kommune}` is the buyer. */
  readonly need?: string;
  /** The whole text, where nothing of the subject's fits. */
  readonly description?: string;
}

/** Values near the threshold are left out: a story about purchases just below it must not be drowned by chance. */
const SAFELY_BELOW = 1_350_000;
export const SAFELY_ABOVE = 1_850_000;
const SMALLEST_ADVERTISED = 520_000;
const USUAL_SIZE = 40_000;

export function purchase(wish: Wish): Purchase {
  const chances = chance(wish.key);
  const subject = subjectById(wish.subject);
  const people = wish.buyer.municipalities.reduce((sum, one) => sum + one.inhabitants, 0);
  const value = wish.value ?? estimate(subject, people, chances);
  const kind = wish.kind ?? usualKind(value, chances);
  const years = wish.years ?? chances.between(subject.years[0], subject.years[1]);
  const optionYears = wish.optionYears ?? (kind === 'below' ? chances.between(0, 1) : chances.pick([0, 1, 2, 2]));
  const title = wish.title ?? titleOf(subject, wish.buyer, chances);
  const body = describe(wish.need === undefined ? subject : { ...subject, need: [wish.need] }, wish.buyer, people, chances);
  const description = wish.description ?? `${body} ${termOf(years, optionYears)}`;
  return { key: wish.key, subject, buyer: wish.buyer, published: wish.published, kind, title, description, value, years, optionYears };
}

/** The same purchase in one piece, for stories that are about one contract. */
export function undivided(purchase: Purchase): Purchase {
  const { lots: _lots, ...subject } = purchase.subject;
  return { ...purchase, subject };
}

export const alone = (place: DemoMunicipality): Buyer => ({ municipalities: [place], central: false });

/** "Fabelsø Kommune", or the body that buys for several. */
export function buyerName(buyer: Buyer): string {
  const [first] = buyer.municipalities;
  if (buyer.central || first === undefined) return DEMO_CENTRAL_BODY.name;
  return buyer.municipalities.length > 1 ? `Indkøbsfællesskabet ved ${first.name} Kommune` : `${first.name} Kommune`;
}

/** A list in a sentence: "a, b og c". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} og ${names.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Danish grouping: 12500 is "12.500". */
export function grouped(whole: number): string {
  return String(whole).replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
}

function estimate(subject: Subject, people: number, chances: Chance): number {
  const [low, high] = subject.thousands;
  const scale = 0.45 + (0.55 * people) / USUAL_SIZE;
  const raw = (low + chances.next() * (high - low)) * 1000 * Math.min(scale, 1 + people / 100_000);
  const step = raw > 5_000_000 ? 100_000 : raw > 1_500_000 ? 50_000 : 10_000;
  const round = Math.round(raw / step) * step;
  if (round < SMALLEST_ADVERTISED) return SMALLEST_ADVERTISED + 10_000 * chances.between(0, 24);
  if (round <= SAFELY_BELOW || round >= SAFELY_ABOVE) return round;
  // Moved away at random, not to the edges: a heap of equal values would look like a story of its own.
  return round < (SAFELY_BELOW + SAFELY_ABOVE) / 2 ? SAFELY_BELOW - 10_000 * chances.between(0, 50) : SAFELY_ABOVE + 50_000 * chances.between(0, 12);
}

function usualKind(value: number, chances: Chance): Kind {
  if (value <= SAFELY_BELOW) return 'below';
  if (value > 6_000_000) return chances.pick(['negotiated', 'restricted', 'open', 'negotiated']);
  return chances.pick(['open', 'open', 'open', 'restricted', 'negotiated']);
}

function titleOf(subject: Subject, buyer: Buyer, chances: Chance): string {
  const thing = chances.pick(subject.titles);
  const name = buyerName(buyer);
  // "Computere til elever til Gådelev Kommune" would stumble.
  const forName = / til | af /.test(thing) ? `${capital(thing)} – ${name}` : `${capital(thing)} til ${name}`;
  return chances.pick([capital(thing), `Indkøb af ${thing}`, `Udbud af ${thing}`, forName, `${name}: ${thing}`]);
}

function describe(subject: Subject, buyer: Buyer, people: number, chances: Chance): string {
  const name = buyerName(buyer);
  const scope = chances.some(subject.scope, chances.between(2, 3));
  const volume = roundVolume((subject.perThousand * people * (0.9 + 0.2 * chances.next())) / 1000);
  const partners = buyer.municipalities.map((one) => one.name);
  return [
    chances.pick(subject.need).replaceAll('{kommune}', name),
    ...(buyer.municipalities.length > 1 ? [`Indkøbet sker på vegne af ${listed(partners)} kommuner.`] : []),
    subject.volume.replace('{antal}', grouped(volume)),
    ...scope,
  ].join(' ');
}

function roundVolume(raw: number): number {
  const step = raw > 5000 ? 500 : raw > 500 ? 50 : raw > 50 ? 5 : 1;
  return Math.max(3, Math.round(raw / step) * step);
}

function termOf(years: number, optionYears: number): string {
  const term = `Kontrakten løber i ${years === 1 ? 'et år' : `${years} år`}`;
  if (optionYears === 0) return `${term} uden mulighed for forlængelse.`;
  return `${term} med mulighed for forlængelse i ${optionYears === 1 ? '12 måneder' : `op til ${optionYears} x 12 måneder`}.`;
}
