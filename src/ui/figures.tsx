import type { ComponentChildren, VNode } from 'preact';

export interface KeyFigure {
  /** Formatted. */
  readonly value: string;
  readonly label: string;
  /** Where the figure can be looked into, or null. */
  readonly href: string | null;
}

/** A few large figures; each leads to what it counts. */
export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }): VNode {
  return (
    <ul class="key-figures">
      {figures.map(({ value, label, href }) => (
        <li>
          {href === null
            ? <div class="key-figure"><strong>{value}</strong> <span>{label}</span></div>
            : <a class="key-figure" href={href}><strong>{value}</strong> <span>{label}</span></a>}
        </li>
      ))}
    </ul>
  );
}

export interface SummaryRow {
  readonly label: string;
  /** null or undefined: the row is left out. */
  readonly value: ComponentChildren;
}

/** Label and value, one below the other. Rows without a value are left out; with no rows at all, nothing. */
export function SummaryList({ rows, compact = false }: { readonly rows: readonly SummaryRow[]; readonly compact?: boolean }): VNode | null {
  const present = rows.filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false);
  if (present.length === 0) return null;
  return (
    <dl class={compact ? 'summary-list summary-compact' : 'summary-list'}>
      {present.map(({ label, value }) => <div><dt>{label}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

export interface TimelineEvent {
  readonly when: VNode;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** What happened, newest first. */
export function Timeline({ events }: { readonly events: readonly TimelineEvent[] }): VNode {
  return (
    <ol class="timeline">
      {events.map(({ when, title, children }) => (
        <li>
          <p class="timeline-when">{when}</p>
          <h3 class="timeline-title">{title}</h3>
          {children}
        </li>
      ))}
    </ol>
  );
}
