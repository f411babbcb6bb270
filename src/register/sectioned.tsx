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

/** A page of sections, with the list of them beside it. @param contents the heading of that list. */
export function Sectioned({ contents, sections, children }: { readonly contents: string; readonly sections: readonly Section[]; readonly children?: ComponentChildren }): VNode {
  return (
    <div class="thing">
      <nav class="contents" aria-labelledby="indhold-titel">
        <h2 id="indhold-titel">{contents}</h2>
        <ul>{sections.map(({ id, heading }) => <li><a href={`#${id}`}>{heading}</a></li>)}</ul>
      </nav>
      <div class="thing-body">
        {sections.map(({ id, heading, body }) => <section aria-labelledby={id}><h2 id={id}>{heading}</h2>{body}</section>)}
        {children}
      </div>
    </div>
  );
}
