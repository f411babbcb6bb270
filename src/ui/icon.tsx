import type { VNode } from 'preact';
import { asset } from './assets.ts';

export type IconName =
  | 'search' | 'download' | 'chevron-left' | 'chevron-right' | 'close' | 'info' | 'warning' | 'error' | 'success'
  | 'open-in-new' | 'sort-ascending' | 'sort-descending' | 'sort-default' | 'tune' | 'arrow-forward' | 'document';

/** A decorative icon from the design system's sprite; the text beside it carries the meaning. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return (
    <svg class="icon-svg" aria-hidden="true" focusable="false">
      <use href={`${asset('dkfds/img/all-svg-icons.svg')}#${name}`} />
    </svg>
  );
}

/** The mark: four blocks of a town around the open square. */
export function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect class="mark-block" x="1" y="1" width="19" height="9" rx="1" />
      <rect class="mark-block" x="22" y="1" width="9" height="19" rx="1" />
      <rect class="mark-block" x="12" y="22" width="19" height="9" rx="1" />
      <rect class="mark-accent" x="1" y="12" width="9" height="19" rx="1" />
    </svg>
  );
}
