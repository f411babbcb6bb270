/** A direct award is begun out of a need, and its requirements are chosen among the criteria of the agreement, before anybody looks at offers. */
import { copenhagenDate, fail, ok, refuse, type Failure, type Result, type Words } from '#base';
import { forbiddenByLaw, start, step, type Context } from '../core/command.ts';
import { fields } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';
import { lawRule } from '../findings.ts';
import { lastDay } from '../framework/call-off.ts';
import type { AwardCriterion, Framework, FrameworkBody } from '../framework/framework.schema.ts';
import { isNamed } from '../kinds/parent.ts';
import type { NeedBody } from '../need/need.ts';
import { NEEDS, type DirectRequirement, type NeedRows } from './direct.schema.ts';
import { lookNeed } from './need.store.ts';
import { StartPurchase, textFailure, textsOfNeed, usableNeed } from './purchase.draft.ts';
import { isCompetitive } from './purchase.life.ts';
import { NOTHING_YET, PURCHASE_TEXTS, type Purchase, type PurchaseBody, type PurchaseInternal } from './purchase.schema.ts';

/** A step of a direct award is no step of other purchases. */
export function isDirect(record: Pick<MarketRecord, 'body'>): boolean {
  return !isCompetitive(record);
}

/** The agreement above a purchase; a direct award always has one. */
export function agreementOf({ parent }: Pick<Context, 'parent'>): Framework {
  if (parent?.kind !== 'framework') throw new Error('A direct award stands under a framework agreement.');
  return parent as Framework;
}

function agreementFailure({ state, owner, body }: Framework, { actor, organisation, now }: Context): Failure | null {
  const buyer = organisation(actor?.organisation ?? '');
  if (state !== 'active' || lastDay(body) < copenhagenDate(now).toString()) return forbiddenByLaw(lawRule('udbudsloven-95-3').paragraph, { da: ['Aftalen løber ikke', 'Køb på en anden aftale, eller hold et udbud.'], en: ['The agreement does not run', 'Buy under another one, or hold a tender.'] });
  if (buyer === null || !isNamed({ owner, body }, buyer)) return forbiddenByLaw(lawRule('udbudsloven-96').paragraph, { da: ['Bekendtgørelsen nævner ikke jeres organisation, så I kan ikke bruge aftalen', 'Den, som en offentliggjort bekendtgørelse ikke nævner, kan ikke føjes til.'], en: ['The notice does not name your organisation, so it cannot use the agreement', 'Whom a published notice does not name cannot be added to it.'] });
  return body.method === 'mini-competition' ? forbiddenByLaw(lawRule('udbudsloven-98').paragraph, { da: ['Aftalen bruger kun miniudbud', 'Begynd et miniudbud.'], en: ['The agreement awards by mini-competition only', 'Begin a mini-competition.'] }) : null;
}

export const startDirect = start<typeof StartPurchase, PurchaseBody, PurchaseInternal>({
  name: 'purchase.start-direct', input: StartPurchase, below: ['framework'], look: lookNeed,
  decide: ({ category }, context) => {
    const { actor, looked } = context;
    const agreement = agreementOf(context);
    const failure = agreementFailure(agreement, context);
    if (failure !== null || actor === null) return fail(failure ?? refuse('forbidden', { da: ['Et køb skal tilhøre en organisation, og ingen er logget ind.', 'Log ind på /log-ind.'], en: ['A purchase is somebody’s, and nobody is logged in.', 'Log in at /log-ind.'] }));
    const lot = agreement.body.lots.find(({ id }) => id === category);
    if (lot === undefined) return fail(refuse('invalid', { da: ['Delaftalen findes ikke.', 'Vælg et af aftalens.'], en: ['There is no such lot.', 'Choose one of those of the agreement.'] }, 'category'));
    const need = usableNeed(looked as MarketRecord<NeedBody> | null, actor.organisation, 'framework');
    if (!need.ok) return need;
    return ok({
      state: 'draft', audience: 'owner', parties: [], owner: actor.organisation, parent: agreement.id, internal: NOTHING_YET, happened: [{ type: 'begun', audience: 'owner', data: {} }],
      body: {
        way: 'direct', need: need.value.id, category: { id: lot.id, title: lot.lotTitle }, ...textsOfNeed(need.value), direct: { needs: [], orderBy: orderOf(agreement.body) },
        reasons: [], versions: [], deadlineMoves: [], questions: [], documents: [],
      },
    });
  },
});

function orderOf({ first, second }: FrameworkBody) {
  return [first, second].filter((one) => one !== undefined);
}

const { requirements: counted, undivided, ...TEXTS } = PURCHASE_TEXTS;
void [counted, undivided];

export const WriteDirect = fields({ ...TEXTS, needs: NEEDS });

export const writeDirect = step({
  name: 'purchase.write-direct', input: WriteDirect, from: ['draft'], applies: isDirect, asks: ['parent'],
  decide: ({ body }: Purchase, { needs: rows, ...texts }, context) => {
    const wrong = textFailure({ ...texts, requirements: [] });
    if (wrong !== null) return fail(wrong);
    const agreement = agreementOf(context);
    const needs = requirementsOf(rows, agreement.body);
    if (!needs.ok) return needs;
    const { mustNotChange, security, dataProtection, ...rest } = body;
    void [mustNotChange, security, dataProtection];
    const requirements = needs.value.map(({ id, points, text }) => ({ id, kind: points === null ? 'minimum' as const : 'evaluated' as const, text }));
    return ok({ state: 'draft', body: { ...rest, ...texts, requirements, direct: { needs: needs.value, orderBy: orderOf(agreement.body) } }, happened: [{ type: 'written', audience: 'owner', data: {} }] });
  },
});

/** The rows as requirements: each a criterion of the agreement (§ 99), with what is asked of it in the type that its test needs. */
export function requirementsOf(rows: NeedRows, agreement: FrameworkBody): Result<readonly DirectRequirement[] & DirectRequirement[]> {
  const needs: DirectRequirement[] = [];
  for (const [at, { criterion: id, asked = '', points = null, why }] of rows.entries()) {
    const criterion = agreement.criteria.find((one) => one.id === id);
    const wrong = (words: Words, field: string): Result<never> => fail(refuse('invalid', words, `needs[${at}].${field}`));
    if (criterion === undefined) return wrong({ da: ['Aftalen har ikke det kriterium (§ 99).', 'Vælg et af dem, den har; andre må ikke afgøre det.'], en: ['There is no such criterion in the agreement (§ 99).', 'Choose one of those that it has; others may not decide.'] }, 'criterion');
    if (points !== null && !orderOf(agreement).includes('points')) return wrong({ da: ['Point afgør intet på denne aftale.', 'Udelad dem: så skal kravet opfyldes.'], en: ['Points decide nothing under this agreement.', 'Leave them out: then the requirement must be met.'] }, 'points');
    const test = testOf(criterion, asked);
    if (test === null) return wrong({ da: ['Det er ikke det, kriteriet spørger om.', 'Skriv et tal, eller mulighederne med komma imellem; ved ja eller nej skal der intet stå.'], en: ['This is not what the criterion asks for.', 'Write a number, or the possibilities with a comma between them; to a yes or no, nothing.'] }, 'asked');
    needs.push({ id: String(at + 1), criterion: id, text: textOf(criterion, test), test, points, why, source: criterion.source });
  }
  return ok(needs);
}

function testOf({ test }: AwardCriterion, asked: string): DirectRequirement['test'] | null {
  const text = asked.trim();
  if (test === 'yes') return text === '' ? { kind: test } : null;
  if (test === 'one-of') {
    const values = text.split(',').map((one) => one.trim()).filter((one) => one !== '');
    return values.length === 0 ? null : { kind: test, values };
  }
  return /^-?\d{1,12}(?:[.,]\d{1,6})?$/.test(text) ? { kind: test, value: Number(text.replace(',', '.')) } : null;
}

/** In Danish, as it stands in the letters and the table. */
function textOf({ criterion, unit }: AwardCriterion, { kind, value, values = [] }: DirectRequirement['test']): string {
  const measured = `${String(value)}${unit === undefined ? '' : ` ${unit}`}`;
  if (kind === 'yes') return criterion;
  if (kind === 'one-of') return `${criterion}: ${values.join(' eller ')}`;
  return kind === 'at-least' ? `${criterion}: mindst ${measured}` : `${criterion}: højst ${measured}`;
}
