import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '#base';
import { Icon } from './icon.tsx';
import { texts } from './texts.ts';

export type Tone = 'info' | 'success' | 'warning' | 'error';

export interface AlertProps {
  readonly tone: Tone;
  readonly heading?: string;
  readonly children?: ComponentChildren;
}

/** A notice that stands in the page from the start; it is not read out on its own. */
export function Alert({ tone, heading, children }: AlertProps): VNode {
  return (
    <div class={`notice notice-${tone}`}>
      <Icon name={tone} />
      <div>
        {heading === undefined ? null : <p class="notice-heading">{heading}</p>}
        {children}
      </div>
    </div>
  );
}

/** A short label for a state. The tone colours it; the words carry the meaning. */
export function Tag({ tone = 'neutral', children }: { readonly tone?: Tone | 'neutral' | 'accent'; readonly children: ComponentChildren }): VNode {
  return <span class={`label label-${tone}`}>{children}</span>;
}

export interface FieldError {
  /** Id of the field, for the link. */
  readonly field: string;
  readonly message: string;
}

/** All errors of a form, at its top, each leading to its field. */
export function ErrorSummary({ lang, errors }: { readonly lang: Language; readonly errors: readonly FieldError[] }): VNode | null {
  if (errors.length === 0) return null;
  return (
    <section class="notice notice-error" role="alert" tabindex={-1} aria-labelledby="fejl">
      <Icon name="error" />
      <div>
        <h2 class="notice-heading" id="fejl">{texts[lang].errorSummary}</h2>
        <ul>{errors.map(({ field, message }) => <li><a href={`#${field}`}>{message}</a></li>)}</ul>
      </div>
    </section>
  );
}

/** What stands where nothing was found: what it means and what can be done. */
export function EmptyState({ heading, children }: { readonly heading: string; readonly children?: ComponentChildren }): VNode {
  return (
    <div class="empty-state">
      <h2>{heading}</h2>
      {children}
    </div>
  );
}
