/** The announcement: what the law asks first, who is invited, and what is frozen by it. */
import { copenhagenDate, fail, ok, refuse, type Failure } from '#base';
import { step, forbiddenByLaw, type Context, type Warning } from '../core/command.ts';
import { fields, reasons } from '../core/fields.ts';
import { findingTold, isBlocked, lawRule, warns, type MarketFinding } from '../findings.ts';
import { rulesOfWay } from '../kinds/competitive.ts';
import type { Invited } from '../kinds/rules.ts';
import { checkPublication, type PublicationCheck, type PurchaseDraft } from '../publication-check.ts';
import { keySetFor } from './purchase.committee.ts';
import { internalOf, isCompetitive } from './purchase.life.ts';
import type { Purchase, PurchaseBody } from './purchase.schema.ts';
import { warningTexts } from './purchase.warnings.ts';

export const Announce = fields({ reasons: reasons() });

/** What the publication check looks at. @param on day of the announcement, ISO date */
export function draftOf({ way, background, model, undivided, deadline, agreedDays }: PurchaseBody, on: string): PurchaseDraft {
  return {
    kind: rulesOfWay(way).draft, announcedOn: on, deadline: deadline === undefined ? null : Temporal.Instant.from(deadline), background, lots: 1, whyNotDivided: undivided ?? '',
    evaluation: model ?? null, agreedDays: agreedDays ?? null,
  };
}

export function checkOf({ body }: Pick<Purchase, 'body'>, now: Temporal.Instant): PublicationCheck {
  return checkPublication(draftOf(body, copenhagenDate(now).toString()));
}

export function invitedOf({ body }: Pick<Purchase, 'body'>, { parent, siblings, now }: Pick<Context, 'parent' | 'siblings' | 'now'>): Invited {
  const rules = rulesOfWay(body.way);
  if (parent === null) return { invited: [], findings: [] };
  return rules.invite(parent, siblings, body.category.id, now);
}

function findingsOf(purchase: Pick<Purchase, 'body'>, context: Context): readonly MarketFinding[] {
  return [...checkOf(purchase, context.now).findings, ...invitedOf(purchase, context).findings, ...fewFindings(invitedOf(purchase, context))];
}

/** One invited supplier is lawful, and no competition. */
function fewFindings({ invited }: Invited): readonly MarketFinding[] {
  return invited.length === 1 ? [warns(null, 'one-invited')] : [];
}

/** Each code once, for a reason is given for the code. */
export function warningsOf(purchase: Pick<Purchase, 'body'>, context: Context): readonly Warning[] {
  const found = findingsOf(purchase, context).filter(({ severity }) => severity === 'warns');
  return found.filter(({ code }, at) => found.findIndex((one) => one.code === code) === at).map(({ code, rule, data }) => ({ code, rule, data }));
}

/** What must stand there before it can be announced, beside what the check of the law looks at; empty: nothing is missing. */
export function missing({ body }: Pick<Purchase, 'body'>): readonly ('term' | 'requirements' | 'sheet' | 'model' | 'deadline')[] {
  return [
    ...(body.term.trim() === '' ? ['term' as const] : []), ...(body.requirements.length === 0 ? ['requirements' as const] : []),
    ...(body.model === undefined ? ['model' as const] : []), ...(body.sheet === undefined ? ['sheet' as const] : []), ...(body.deadline === undefined ? ['deadline' as const] : []),
  ];
}

const LACKING = { term: 'løbetid', requirements: 'krav', sheet: 'prisliste', model: 'evalueringsmodel', deadline: 'frist' } as const;

function blockedBy(findings: readonly MarketFinding[]): Failure | null {
  const found = findings.find(({ severity }) => severity === 'blocks');
  if (found === undefined || !isBlocked(findings)) return null;
  return forbiddenByLaw(found.rule === null ? '' : lawRule(found.rule).paragraph, { da: [findingTold(warningTexts, found, 'da'), 'Ret det, før købet offentliggøres.'], en: [findingTold(warningTexts, found, 'en'), 'Mend it before the purchase is announced.'] });
}

function openParent({ body }: Purchase, { parent }: Context): Failure | null {
  return parent?.state === rulesOfWay(body.way).parentState ? null
    : refuse('conflict', { da: ['Systemet eller aftalen er ikke længere åben for køb.', 'Annullér købet, og køb på en anden måde.'], en: ['The system or agreement is not open for purchases any more.', 'Cancel the purchase, and buy in another way.'] });
}

function announceFailure(purchase: Purchase, context: Context): Failure | null {
  const lacking = missing(purchase);
  const parent = openParent(purchase, context);
  if (parent !== null) return parent;
  const blocked = blockedBy(findingsOf(purchase, context));
  if (blocked !== null) return blocked;
  if (lacking.length > 0) return refuse('conflict', { da: [`Købet mangler: ${lacking.map((one) => LACKING[one]).join(', ')}.`, 'Skriv det først.'], en: [`The purchase lacks: ${lacking.join(', ')}.`, 'Write it first.'] });
  // Where the rule behind it is not firmly known it only warned, but there would be nobody to announce to.
  return invitedOf(purchase, context).invited.length === 0 ? refuse('conflict', { da: ['Der er ingen at invitere.', 'Vent, til nogen er optaget i kategorien eller er part på delaftalen.'], en: ['Nobody can be invited.', 'Wait until somebody is admitted in the category, or is a party of the lot.'] }) : null;
}

export const announce = step({
  name: 'purchase.announce', input: Announce, from: ['draft'], twoPersons: true, publishes: true, asks: ['parent', 'siblings'], applies: isCompetitive,
  warnings: (purchase: Purchase, context) => warningsOf(purchase, context),
  decide: (purchase: Purchase, { reasons: given }, context) => {
    const failure = announceFailure(purchase, context);
    if (failure !== null) return fail(failure);
    const internal = internalOf(purchase);
    const keySet = keySetFor(purchase.id, internal);
    if (!keySet.ok) return keySet;
    const { invited } = invitedOf(purchase, context);
    const asked = new Set(warningsOf(purchase, context).map(({ code }) => code));
    const { version, threshold, holders, purchase: id } = keySet.value;
    return ok({
      state: 'announced', audience: 'public', parties: [...new Set([...invited, ...internal.holders.map(({ organisation }) => organisation).filter((one) => one !== purchase.owner)])],
      body: {
        ...purchase.body, announcedAt: context.now.toString(), reasons: given.filter(({ code }) => asked.has(code)),
        keySet: { version, purchase: id, threshold, holders: holders.map((holder) => ({ ...holder })) },
        versions: [{ version: 1, at: context.now.toString(), changed: [], reason: '' }],
      },
      internal: { ...internal, invited: [...invited] },
      happened: [{ type: 'announced', audience: 'public', data: { deadline: purchase.body.deadline ?? '' } }],
    });
  },
});
