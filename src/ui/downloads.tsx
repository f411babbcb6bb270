import type { VNode } from 'preact';
import type { Language } from '#base';
import { Icon } from './icon.tsx';
import { texts } from './texts.ts';

export type DownloadFormat = 'csv-dk' | 'csv' | 'xlsx' | 'parquet' | 'pdf' | 'json' | 'jsonl' | 'atom' | 'ics';

/** These are followed where they stand; a file of today on a disk would miss the point. */
const FOLLOWED: ReadonlySet<DownloadFormat> = new Set(['atom', 'ics']);

export interface Download {
  readonly format: DownloadFormat;
  readonly href: string;
}

export interface DownloadLinksProps {
  readonly lang: Language;
  readonly downloads: readonly Download[];
  /** Left out: "Hent listen". */
  readonly heading?: string;
}

/** The list on this page as files. */
export function DownloadLinks({ lang, downloads, heading }: DownloadLinksProps): VNode {
  const t = texts[lang];
  return (
    <div class="downloads">
      <h2>{heading ?? t.download}</h2>
      <ul>
        {downloads.map(({ format, href }) => (
          <li><a href={href} download={!FOLLOWED.has(format)}><Icon name={FOLLOWED.has(format) ? 'arrow-forward' : 'download'} />{t[`format.${format}`]}</a></li>
        ))}
      </ul>
    </div>
  );
}
