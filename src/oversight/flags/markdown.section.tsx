/** Blocks of a definition on a page. */
import type { VNode } from 'preact';
import type { Block, Span } from './markdown.ts';

interface Props {
  readonly blocks: readonly Block[];
  /** Says of a table or code what it is, for those who cannot see that it can be moved. */
  readonly label: string;
}

/** Written in the language of the page. */
export function Markdown({ blocks, label }: Props): VNode {
  const moved = blocks.filter(({ kind }) => kind === 'code' || kind === 'table');
  const named = (block: Block): string => (moved.length > 1 ? `${label} ${moved.indexOf(block) + 1}` : label);
  return <div class="prose">{blocks.map((block) => <Part block={block} label={named(block)} />)}</div>;
}

function Part({ block, label }: { readonly block: Block; readonly label: string }): VNode {
  switch (block.kind) {
    case 'paragraph': return <p><Spans spans={block.spans} /></p>;
    case 'heading': return <p><strong><Spans spans={block.spans} /></strong></p>;
    case 'list': {
      const items = block.items.map((item) => <li><Spans spans={item} /></li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'code': return <pre tabindex={0} role="region" aria-label={label}><code>{block.text}</code></pre>;
    case 'table': return (
      <div class="guide-table" role="region" aria-label={label} tabindex={0}><table class="plain-table">
        <thead><tr>{block.head.map((cell) => <th scope="col"><Spans spans={cell} /></th>)}</tr></thead>
        <tbody>{block.rows.map((row) => <tr>{row.map((cell) => <td><Spans spans={cell} /></td>)}</tr>)}</tbody>
      </table></div>
    );
  }
}

function Spans({ spans }: { readonly spans: readonly Span[] }): VNode {
  return <>{spans.map((span) => {
    switch (span.kind) {
      case 'code': return <code>{span.text}</code>;
      case 'strong': return <strong>{span.text}</strong>;
      case 'link': return <a href={span.href} rel="noopener noreferrer">{span.text}</a>;
      case 'text': return span.text;
    }
  })}</>;
}
