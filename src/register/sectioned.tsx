import type { ComponentChildren, VNode } from 'preact';

export interface Section {
  /** The anchor of the section on its page. */
  readonly id: string;
  readonly heading: string;
  readonly body: VNode;
}

/** The section when there is something to show in it, to spread into the list. */
export function sectionIf(when: boolean, section: Section): readonly Section[] {
  return when ? [section] : [];
}

interface SectionedProps {
  /** The heading of the list of sections. */
  readonly contents: string;
  readonly sections: readonly Section[];
  /** The page that this one is a part of, last in the list. */
  readonly out?: { readonly href: string; readonly label: string };
  readonly children?: ComponentChildren;
}

/** A page of sections, with the list of them beside it. */
export function Sectioned({ contents, sections, out, children }: SectionedProps): VNode {
  return (
    <div class="thing">
      <nav class="contents" aria-labelledby="indhold-titel">
        <h2 id="indhold-titel">{contents}</h2>
        <ul>
          {sections.map(({ id, heading }) => <li><a href={`#${id}`}>{heading}</a></li>)}
          {out === undefined ? null : <li class="contents-out"><a href={out.href}>{out.label}</a></li>}
        </ul>
      </nav>
      <div class="thing-body">
        {sections.map(({ id, heading, body }) => <section aria-labelledby={id}><h2 id={id}>{heading}</h2>{body}</section>)}
        {children}
      </div>
    </div>
  );
}
