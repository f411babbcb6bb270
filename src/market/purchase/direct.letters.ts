/** All parties of the lot are told of a direct award, each with its own reasons (§ 171). The wait before the signature is the buyer's own choice here, and told as such. */
import { copenhagenDate, endOfDayInCopenhagen, fail, fill, ok, refuse } from '#base';
import { step } from '../core/command.ts';
import { count, fields } from '../core/fields.ts';
import type { Framework } from '../framework/framework.schema.ts';
import type { ShortlistRow } from '../framework/shortlist.ts';
import { letterTo, type LetterBody } from '../letter/letter.ts';
import { da } from './direct.da.ts';
import { agreementOf, isDirect } from './direct.draft.ts';
import type { KeptShortlist } from './direct.schema.ts';
import { keptOf } from './direct.shortlist.ts';
import type { Purchase } from './purchase.schema.ts';

interface Told {
  readonly agreement: Framework;
  readonly purchase: Purchase;
  readonly kept: KeptShortlist;
  readonly winner: ShortlistRow;
}

/** Days of a voluntary wait; 0: none. */
export const LettersDirect = fields({ days: count(0, 60) });

export const lettersDirect = step({
  name: 'purchase.letters-direct', input: LettersDirect, from: ['decided'], applies: isDirect, asks: ['parent', 'children'],
  decide: (purchase: Purchase, { days }, context) => {
    const { now, children } = context;
    const { outcome } = purchase.body;
    if (outcome === undefined) throw new Error('A decided purchase has an outcome.');
    if (children.some(({ kind }) => kind === 'letter')) return fail(refuse('conflict', { da: ['Brevene er sendt.', 'Et brev sendes én gang.'], en: ['The letters are sent.', 'A letter is sent once.'] }));
    const ends = days === 0 ? null : endOfDayInCopenhagen(copenhagenDate(now).add({ days })).subtract({ milliseconds: 1 }).toString();
    const agreement = agreementOf(context);
    const kept = keptOf(purchase);
    const winner = winnerOf(kept, outcome.winner);
    const standstill = ends === null ? null : { ends, voluntary: true };
    const letters = partiesOf(agreement, purchase, kept).map((to) => letterTo(purchase, {
      to, title: fill(da.letterTitle, { title: purchase.body.title }), outcome: to === outcome.winner ? 'won' : 'not-won', winner: outcome.winner, standstill,
      reasons: reasonsFor(to, { agreement, purchase, kept, winner }),
    }, context));
    return ok({
      state: 'decided', body: { ...purchase.body, outcome: { ...outcome, standstillEnds: ends } }, creates: letters,
      happened: [{ type: 'letters-sent', audience: 'public', data: { letters: letters.length, standstillEnds: ends, text: fill(ends === null ? da.noWait : da.wait, { days }) } }],
    });
  },
});

/** Of those that stand first, the winner's: where lots were drawn, the supplier was. */
function winnerOf({ result }: KeptShortlist, supplier: string): ShortlistRow {
  const row = result.rows.find((one) => one.supplier === supplier && one.rank === 1);
  if (row === undefined) throw new Error('The winner stands first on the frozen shortlist.');
  return row;
}

/** Parties of the lot as it is now, and whoever was on the shortlist. */
function partiesOf({ body: { parties } }: Framework, { body: { category } }: Purchase, { result }: KeptShortlist): readonly string[] {
  const now = parties.filter(({ lots, leftOn }) => leftOn === null && lots.includes(category.id)).map(({ organisation }) => organisation);
  return [...new Set([...now, ...result.rows.map(({ supplier }) => supplier)])];
}

function reasonsFor(supplier: string, told: Told): LetterBody['reasons'] {
  const { purchase, kept, winner } = told;
  const own = kept.result.rows.filter((row) => row.supplier === supplier);
  return [
    ...(own.length === 0 ? [da.noOffer] : own.map((row) => (row.offer === winner.offer ? fill(da.won, { name: nameOf(row, told) }) : reasonFor(row, told)))),
    fill(da.funnel, { steps: kept.result.funnel.map(({ requirement, remaining }) => fill(da.funnelStep, { text: textOf(requirement, kept), remaining })).join('; ') }),
    ...(purchase.body.outcome === undefined ? [] : [fill(da.buyersReason, { reason: purchase.body.outcome.reason })]),
  ];
}

/** Each requirement that was not met is named; of those who met all, what decided. */
function reasonFor(row: ShortlistRow, told: Told): string {
  const name = nameOf(row, told);
  if (row.rank === null) {
    const unmet = told.kept.inputs.requirements.filter(({ id, role }) => role === 'filter' && row.outcomes[id] !== 'met');
    return fill(da.fell, { name, unmet: unmet.map(({ id, text }) => `${text} (${row.outcomes[id] === 'not-stated' ? da.notStated : da.notMet})`).join('; ') });
  }
  const decided = decider(row, told);
  return decided === null ? fill(da.drawn, { name }) : fill(da.behind, { name, rank: row.rank, why: fill(da[`decided.${decided}`], { own: row.points, first: told.winner.points }) });
}

/** What the agreement lets decide first and in which the two differ; null: they are equal. No price of another is told. */
function decider(row: ShortlistRow, { kept, winner }: Told): KeptShortlist['inputs']['orderBy'][number] | null {
  const [a, b] = [row, winner].map(({ offer }) => kept.inputs.offers.find(({ id }) => id === offer));
  const differ = { points: row.points !== winner.points, price: a?.price?.amount !== b?.price?.amount, 'agreement-rank': a?.agreementRank !== b?.agreementRank };
  return kept.inputs.orderBy.find((by) => differ[by]) ?? null;
}

function nameOf({ offer }: ShortlistRow, { agreement }: Told): string {
  return agreement.body.offers.find(({ id }) => id === offer)?.name ?? '';
}

function textOf(requirement: string, { inputs }: KeptShortlist): string {
  return inputs.requirements.find(({ id }) => id === requirement)?.text ?? '';
}
