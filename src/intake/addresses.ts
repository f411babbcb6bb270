/** Addresses of bids that come in. */
export const BID_PAGES = '/torv/bud';
export const BID_API = '/api/v1/market/bids';
export const KEYS = '/.well-known/torvet-keys.json';

export function formAddress(purchase: string, lot: string): string {
  return `${BID_PAGES}/${purchase}/${encodeURIComponent(lot)}/fil`;
}

export function withdrawalAddress(purchase: string, lot: string): string {
  return `${BID_PAGES}/${purchase}/${encodeURIComponent(lot)}/traek-tilbage`;
}

export function receiptAddress(submission: string): string {
  return `${BID_PAGES}/kvittering/${submission}`;
}

/** Requests whose instant of receipt counts: those that submit or withdraw. */
export function isReceived(method: string, url: string): boolean {
  return method === 'POST' && /\/(?:submissions|withdrawals|fil|traek-tilbage)\/?(?:\?|$)/.test(url) && /\/(?:torv\/bud|api\/v1\/market\/bids)\//.test(url);
}
