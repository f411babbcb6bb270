/** The notice of an award: until when it is owed, and who is told that it is due. The notice itself is sent outside Torvet, and entered here. */
import { copenhagenDate, endOfDayInCopenhagen, fail, ok, refuse, startOfDayInCopenhagen } from '#base';
import { judgeDates } from '#law';
import { day, fields, line } from '../core/fields.ts';
import { step, type Due } from '../core/command.ts';
import { rulesOfWay } from '../kinds/competitive.ts';
import { isCompetitive } from '../purchase/purchase.life.ts';
import type { Purchase, PurchaseBody } from '../purchase/purchase.schema.ts';

export type Notice = NonNullable<PurchaseBody['notice']>;
export type NoticeState = 'voluntary' | 'waiting' | 'due' | 'overdue' | 'sent' | 'sent-late';

/** What is owed after a contract. @param signedOn ISO date in Copenhagen */
export function noticeAfter(way: PurchaseBody['way'], signedOn: string): Notice {
  const { noticeStep } = rulesOfWay(way);
  return { due: noticeStep === null ? null : judgeDates({ step: noticeStep, from: signedOn }).last, told: 'nothing' };
}

/** First day on which the notice can be sent whole: of a quarter the day after its end. @param signedOn ISO date */
function opensOn(way: PurchaseBody['way'], signedOn: string): string {
  if (rulesOfWay(way).noticeStep !== 'dis-quarterly-notice') return signedOn;
  const signed = Temporal.PlainDate.from(signedOn);
  return signed.with({ day: 1, month: Math.ceil(signed.month / 3) * 3 }).add({ months: 1 }).toString();
}

function signedOn({ contract }: PurchaseBody): string {
  return copenhagenDate(Temporal.Instant.from(contract?.signedAt ?? '')).toString();
}

/** How it stands with the notice. @param today ISO date in Copenhagen */
export function noticeState({ way, notice, contract }: Pick<PurchaseBody, 'way' | 'notice' | 'contract'>, today: string): NoticeState | null {
  if (notice === undefined || contract === undefined) return null;
  if (notice.sent !== undefined) return notice.due !== null && notice.sent.on > notice.due ? 'sent-late' : 'sent';
  if (notice.due === null) return 'voluntary';
  if (today > notice.due) return 'overdue';
  return today < opensOn(way, copenhagenDate(Temporal.Instant.from(contract.signedAt)).toString()) ? 'waiting' : 'due';
}

/** When somebody is told. */
export function noticeDue({ body }: Pick<Purchase, 'body'>): readonly Due[] {
  const { notice } = body;
  if (notice === undefined || notice.due === null || notice.sent !== undefined || notice.told === 'overdue') return [];
  const at = notice.told === 'nothing' ? startOfDayInCopenhagen(Temporal.PlainDate.from(opensOn(body.way, signedOn(body)))) : endOfDayInCopenhagen(Temporal.PlainDate.from(notice.due)).add({ milliseconds: 1 });
  return [{ command: 'purchase.watch-notice', at }];
}

export const watchNotice = step({
  name: 'purchase.watch-notice', input: fields({}), from: ['contracted'], byTime: true, applies: isCompetitive,
  decide: ({ state, body }: Purchase, _input, { now }) => {
    const { notice } = body;
    if (notice === undefined || notice.due === null) throw new Error('Nothing is watched where nothing is owed.');
    const told: Notice['told'] = copenhagenDate(now).toString() > notice.due ? 'overdue' : 'due';
    return ok({ state, body: { ...body, notice: { ...notice, told } }, happened: [{ type: `notice-${told}`, audience: 'public', data: { text: notice.due } }] });
  },
});

export const noticeSent = step({
  name: 'purchase.note-notice', input: fields({ on: day(), reference: line(200) }), from: ['contracted'],
  applies: ({ body }: Purchase) => body.notice !== undefined && body.notice.sent === undefined,
  decide: ({ state, body }: Purchase, { on, reference }, { now }) => {
    if (on > copenhagenDate(now).toString()) return fail(refuse('invalid', { da: ['Den dag er ikke kommet endnu.', 'Skriv bekendtgørelsen ind, når den er sendt.'], en: ['That day is still to come.', 'Enter the notice when it is sent.'] }, 'on'));
    if (on < signedOn(body)) return fail(refuse('invalid', { da: ['Den dag ligger før kontrakten.', 'Bekendtgørelsen kommer efter kontrakten.'], en: ['That day is before the contract.', 'The notice follows the contract.'] }, 'on'));
    const notice: Notice = { ...(body.notice ?? { due: null, told: 'nothing' }), sent: { on, reference } };
    return ok({ state, body: { ...body, notice }, happened: [{ type: 'notice-sent', audience: 'public', data: { text: reference } }] });
  },
});
