/** What a purchase says: in public, and to its buyer alone. One shape for the concrete purchase in a DIS, the mini-competition and the direct award. */
import { Type, type Static } from 'typebox';
import type { MarketRecord } from '../core/record.ts';
import { choice, cpv, fields, line, list, maybe, money, text, truth } from '../core/fields.ts';
import { ModelSchema } from '../evaluation/model.ts';
import { SheetSchema } from '../evaluation/price-sheet.ts';
import { DirectSchema } from './direct.schema.ts';

/** How it is bought. Each has a folder of rules in `kinds/`. */
export const PURCHASE_WAYS = ['dis', 'mini-competition', 'direct'] as const;
export type PurchaseWay = (typeof PURCHASE_WAYS)[number];

export const REQUIREMENT_KINDS = ['minimum', 'evaluated'] as const;

/** ISO instant. */
const At = Type.String();
const Uuid = Type.String({ format: 'uuid' });
const strict = { additionalProperties: false } as const;

const Requirement = fields({ id: Type.String({ pattern: '^[0-9]{1,3}(\\.[0-9]{1,3}){0,2}$', form: 'line' }), kind: choice(REQUIREMENT_KINDS), text: text(4000) });

/** What the buyer writes; the input of `purchase.write`. */
export const PURCHASE_TEXTS = {
  title: line(),
  background: text(),
  wanted: text(),
  mustNotChange: maybe(text()),
  service: choice(['services', 'goods'] as const),
  cpv: cpv(),
  /** Estimated, with options. */
  value: money(),
  /** Why it is not divided into lots (§ 49): a purchase of this slice has one. */
  undivided: maybe(text(4000)),
  security: maybe(text()),
  personalData: truth(),
  dataProtection: maybe(text()),
  term: line(300),
  requirements: list(Requirement, 300, 1),
};

const Question = Type.Object({ id: Uuid, question: Type.String(), answer: Type.String(), at: At }, strict);
const Version = Type.Object({ version: Type.Integer(), at: At, changed: Type.Array(Type.Object({ field: Type.String(), from: Type.Unknown(), to: Type.Unknown() }, strict)), reason: Type.String() }, strict);
/** `signed`: by the installation when it was moved; see `MovedDeadline` of the intake. */
const DeadlineMove = Type.Object({ from: At, to: At, at: At, reason: Type.String(), rule: Type.Union([Type.String(), Type.Null()]), signed: Type.Object({ installation: Type.String(), key: Type.String(), signature: Type.String() }, strict) }, strict);
/** A file; of the same name the highest version counts, and the earlier ones stay. */
export const DocumentSchema = Type.Object({ id: Uuid, name: Type.String(), type: Type.String(), version: Type.Integer(), bytes: Type.Integer(), sha256: Type.String(), at: At }, strict);
export type PurchaseDocument = Static<typeof DocumentSchema>;
const Holder = Type.Object({ id: Uuid, name: Type.String(), recipient: Type.String() }, strict);
export const KeySetSchema = Type.Object({ version: Type.Literal(1), purchase: Uuid, threshold: Type.Integer(), holders: Type.Array(Holder) }, strict);
const Reason = Type.Object({ code: Type.String(), reason: Type.String() }, strict);

export const PurchaseBodySchema = Type.Object({
  way: choice(PURCHASE_WAYS),
  /** Of the need that it answers; null: none in Torvet. */
  need: Type.Union([Uuid, Type.Null()]),
  /** Category of the DIS, or lot of the framework agreement, by its id there; with its name as it was then. */
  category: Type.Object({ id: Type.String(), title: Type.String() }, strict),
  ...PURCHASE_TEXTS,
  // Begun out of a need, it has neither yet; the check before the announcement asks for both.
  term: Type.String(),
  requirements: list(Requirement, 300),
  /** Days agreed with all who are admitted (DIS); left out: none were. */
  agreedDays: Type.Optional(Type.Integer()),
  model: Type.Optional(ModelSchema),
  /** What decides between two that are equal; told in the documents. */
  tie: Type.Optional(Type.String()),
  sheet: Type.Optional(SheetSchema),
  deadline: Type.Optional(At),
  announcedAt: Type.Optional(At),
  /** Why something that the publication check warned of was done all the same. */
  reasons: Type.Array(Reason),
  keySet: Type.Optional(KeySetSchema),
  versions: Type.Array(Version),
  deadlineMoves: Type.Array(DeadlineMove),
  questions: Type.Array(Question),
  documents: Type.Array(DocumentSchema),
  openedAt: Type.Optional(At),
  /** After the decision. */
  outcome: Type.Optional(Type.Object({ winner: Uuid, value: money(), bids: Type.Integer(), reason: Type.String(), decidedAt: At, standstillEnds: Type.Union([At, Type.Null()]) }, strict)),
  /** After the contract: how far the invited came, for the picture of competition. */
  funnel: Type.Optional(Type.Object({ admitted: Type.Integer(), invited: Type.Integer(), opened: Type.Integer(), bid: Type.Integer(), valid: Type.Integer(), won: Type.Integer() }, strict)),
  contract: Type.Optional(Type.Object({ id: Uuid, signedAt: At }, strict)),
  /** The notice of the award: until when it is owed (ISO date; null: it is voluntary), what was told of that, and when it was sent. */
  notice: Type.Optional(Type.Object({
    due: Type.Union([Type.String(), Type.Null()]), told: choice(['nothing', 'due', 'overdue'] as const), sent: Type.Optional(Type.Object({ on: Type.String(), reference: Type.String() }, strict)),
  }, strict)),
  cancelled: Type.Optional(Type.Object({ at: At, reason: Type.String() }, strict)),
  /** Direct award: its requirements, and what everybody may see of the frozen shortlist (direct.schema.ts). */
  direct: Type.Optional(DirectSchema),
  shortlist: Type.Optional(Type.Unknown()),
}, strict);
export type PurchaseBody = Static<typeof PurchaseBodySchema>;

/** 32 random bytes, age-encrypted to a holder (base64), and their SHA-256 in hexadecimal. Open until the holder has returned them. */
const Challenge = Type.Object({ sealed: Type.String(), sha256: Type.String(), at: At }, strict);

const Scores = Type.Record(Type.String(), Type.Integer());
/** By the id of what is scored. */
const Reasons = Type.Record(Type.String(), Type.String());

export const PurchaseInternalSchema = Type.Object({
  /** Persons of the committee that open, with the keys they had when they were named. */
  holders: Type.Array(Type.Object({ person: Uuid, name: Type.String(), recipient: Type.String(), organisation: Uuid, provedAt: Type.Union([At, Type.Null()]), challenge: Type.Union([Challenge, Type.Null()]) }, strict)),
  /** Organisations that were invited; `parties` also holds those of holders. */
  invited: Type.Array(Uuid),
  /** How far the reminders and the questions after keys have come: the instant for which the last one was due. */
  told: Type.Object({ reminder: Type.Union([At, Type.Null()]), keys: Type.Union([At, Type.Null()]) }, strict),
  evaluators: Type.Array(Uuid),
  /** Persons who declared a conflict: out of this purchase. */
  conflicted: Type.Array(Uuid),
  /** Persons who declared that they have none. */
  declared: Type.Array(Uuid),
  opening: Type.Object({
    commits: Type.Array(Type.Object({ person: Uuid, commitment: Type.String(), at: At }, strict)),
    /** What was revealed is withheld (`Revealed`): it tells how many have bid. */
    reveals: Type.Array(Type.Object({ person: Uuid, at: At }, strict)),
    /** Two persons decided to go on without the holders who are missing; left out: nobody has. */
    concluded: Type.Optional(Type.Object({ at: At, reason: Type.String() }, strict)),
    /** The bids that counted, in the order in which they came. */
    bids: Type.Array(Type.Object({ submission: Uuid, supplier: Uuid, lot: Type.String(), bidVersion: Type.Integer(), receivedAt: At, envelope: Type.String() }, strict)),
    /** Those of them that could not be opened, with the step that failed and the holders whose share was wrong. */
    failed: Type.Array(Type.Object({ submission: Uuid, supplier: Uuid, step: Type.String(), why: Type.String(), holders: Type.Array(Type.String()) }, strict)),
  }, strict),
  /** Suitability and minimum requirements of each opened bid, by its submission. */
  checks: Type.Array(Type.Object({ submission: Uuid, suitable: Type.Boolean(), suitableReason: Type.String(), meetsMinimum: Type.Boolean(), minimumReason: Type.String() }, strict)),
  scores: Type.Array(Type.Object({ person: Uuid, submission: Uuid, scores: Scores, reasons: Reasons, at: At }, strict)),
  consensus: Type.Array(Type.Object({ submission: Uuid, scores: Scores, reasons: Reasons }, strict)),
  /** Persons whose own scores lay before the consensus. */
  consensusBy: Type.Optional(Type.Array(Uuid)),
  /** Reckoned from the frozen consensus; plain JSON of assessment/frozen.ts with its hash. */
  ranking: Type.Optional(Type.Unknown()),
  /** What two decided, and nobody else knows before the letters are sent. `value`: with every option. */
  decision: Type.Optional(Type.Object({
    submission: Uuid, winner: Uuid, value: money(), bids: Type.Integer(), reason: Type.String(), merits: Type.String(), tie: Type.Union([Type.String(), Type.Null()]), standstillDays: Type.Integer(), decidedAt: At,
  }, strict)),
  /** After the contract: invited who did not open the documents, and who opened them and did not bid. */
  quiet: Type.Optional(Type.Object({ silent: Type.Array(Uuid), lookedOnly: Type.Array(Uuid) }, strict)),
  /** Direct award: the frozen shortlist with its prices. */
  shortlist: Type.Optional(Type.Unknown()),
}, strict);
export type PurchaseInternal = Static<typeof PurchaseInternalSchema>;

/** Of each holder who revealed, the share of every bid by its submission, base64; null: what was sealed for the holder holds none. Read by the server alone. */
export interface Revealed {
  readonly revealed: readonly { readonly person: string; readonly shares: readonly (readonly [string, string | null])[] }[];
}

export type Purchase = MarketRecord<PurchaseBody, PurchaseInternal>;

export const NOTHING_YET: PurchaseInternal = {
  holders: [], invited: [], told: { reminder: null, keys: null }, evaluators: [], conflicted: [], declared: [], opening: { commits: [], reveals: [], bids: [], failed: [] }, checks: [], scores: [], consensus: [],
};

/** The one lot of a purchase, as bids name it. */
export const LOT = 'LOT-0001';
