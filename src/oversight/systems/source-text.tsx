import type { VNode } from 'preact';
import { processAddress } from '#register';
import { Outside, type Site } from '#ui';
import type { PriceSource } from './prices.ts';

/** Where something stands: a process of the register, a page elsewhere, or a document in words. */
export function SourceText({ site, source: { text, ocid, url } }: { readonly site: Site; readonly source: PriceSource }): VNode {
  if (ocid !== undefined) return <a href={site.href(processAddress(ocid))}><Outside text={text} /></a>;
  return url === undefined ? <Outside text={text} /> : <a class="outside-link" href={url} rel="nofollow noopener noreferrer"><Outside text={text} /></a>;
}
