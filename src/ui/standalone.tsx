/** A page that carries its style with it: for frames on other pages, and for files that are opened from a disk. */
import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '#base';
import { assetFile } from './assets.ts';
import { plainText } from './text.tsx';

const STYLES = ['torvet.css', 'parts.css', 'charts.css', 'oversight.css', 'standalone.css'] as const;

/** Everything that such a page needs to look like one: no fonts or pictures of its own, and nothing is fetched. */
export const STANDALONE_STYLE = STYLES.map((name) => new TextDecoder().decode(assetFile(name)?.body)).join('\n');

export interface StandaloneProps {
  readonly lang: Language;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** Links open a window of their own unless they stay on the page: within a frame the page around it must not be lost. */
export function Standalone({ lang, title, children }: StandaloneProps): VNode {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{plainText(title)}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light" />
        {/* eslint-disable-next-line react/no-danger */}
        <style dangerouslySetInnerHTML={{ __html: STANDALONE_STYLE }} />
      </head>
      <body class="standalone"><main id="indhold">{children}</main></body>
    </html>
  );
}
