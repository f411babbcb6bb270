/** Fields of the SDK (1.14) that are in no row: discarded by the mapping itself, or without a place in it. */

/** By OCDS for eForms: they say what other fields imply, or are about the file and not about the procurement. */
export const DISCARDED: ReadonlySet<string> = new Set([
  'BT-09(a)-Procedure', 'BT-1118-NoticeResult', 'BT-1561-NoticeResult', 'BT-157-LotsGroup', 'BT-578-Lot', 'BT-634-Lot', 'BT-634-Procedure', 'BT-661-Lot', 'BT-702(b)-notice',
  'BT-718-notice', 'BT-730-Tender', 'BT-731-Tender', 'BT-751-Lot', 'BT-761-Lot', 'BT-768-Contract', 'BT-803(d)-notice', 'BT-803(t)-notice', 'OPA-36-Lot-Number',
  'OPA-36-Part-Number', 'OPA-98-Lot-Number', 'OPP-033-Tender', 'OPP-035-Tender', 'OPT-001-notice', 'OPT-060-Lot', 'OPT-090-Lot', 'OPT-999',
]);
/** The same for whole notices: registrations of businesses (X01, X02) belong to no contracting process. */
export const isOfBusiness = (id: string): boolean => /-Business(?:-|$)/.test(id);

const LATER = 'newer than the mapping (SDK 1.13), which says nothing of it';
const REVIEW = 'reviews have no place in the release; the mapping leaves them open';
const UNCERTAIN = 'no field of OCDS that certainly means the same';

export const NOT_MAPPED: Readonly<Record<string, string>> = {
  'BT-684-Lot': LATER, 'BT-685-LotResult': LATER, 'BT-686-LotResult': LATER, 'BT-687-LotResult': LATER, 'BT-688-LotResult': LATER,
  'BT-810-Lot': LATER, 'BT-811(a)-Lot': LATER, 'BT-811(a)-LotResult': LATER, 'BT-811(b)-Lot': LATER, 'BT-811(b)-LotResult': LATER, 'BT-812-LotResult': LATER,
  'BT-813-LotResult': LATER, 'BT-814-LotResult': LATER, 'BT-815-LotResult': LATER, 'OPT-080-LotResult': LATER, 'OPT-081-LotResult': LATER, 'OPT-070-Lot': LATER,
  'BT-783-Review': REVIEW, 'BT-784-Review': REVIEW, 'BT-785-Review': REVIEW, 'BT-786-Review': REVIEW, 'BT-787-Review': REVIEW, 'BT-788-Review': REVIEW, 'BT-789-Review': REVIEW,
  'BT-790-Review': REVIEW, 'BT-791-Review': REVIEW, 'BT-792-Review': REVIEW, 'BT-793-Review': REVIEW, 'BT-794-Review': REVIEW, 'BT-795-Review': REVIEW, 'BT-796-Review': REVIEW,
  'BT-797-Review': REVIEW, 'BT-798-Review': REVIEW, 'BT-799-ReviewBody': REVIEW, 'BT-804-Review': REVIEW, 'BT-807-Review': REVIEW, 'BT-808-Review': REVIEW,
  'BT-779-Tender': UNCERTAIN, 'BT-780-Tender': UNCERTAIN, 'BT-782-Tender': UNCERTAIN, 'BT-800(d)-Lot': UNCERTAIN, 'BT-800(t)-Lot': UNCERTAIN,
};
