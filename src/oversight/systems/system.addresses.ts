export const SYSTEMS = '/systemer';

export function systemAddress(slug: string): string {
  return `${SYSTEMS}/${encodeURIComponent(slug)}`;
}
