/** The part of Markdown that the definitions are written in: paragraphs, lists, tables, code; links, code and strong words within a line. Anything else is text. */

export type Span =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly Span[])[]; readonly rows: readonly (readonly (readonly Span[])[])[] }
  | { readonly kind: 'code'; readonly text: string };

export function blocksOf(text: string): readonly Block[] {
  const lines = text.split(/\r?\n/);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const [block, end] = blockAt(lines, at);
    blocks.push(block);
    at = end;
  }
  return blocks;
}

const FENCE = /^```/;
const ITEM = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/;
const ROW = /^\s*\|/;
const HEADING = /^#{1,6}\s+(.*)$/;

/** The block that begins at a line, and the line after it. */
function blockAt(lines: readonly string[], at: number): readonly [Block, number] {
  const line = lines[at] ?? '';
  if (FENCE.test(line)) return codeAt(lines, at);
  const [, heading] = HEADING.exec(line) ?? [];
  if (heading !== undefined) return [{ kind: 'heading', spans: spansOf(heading) }, at + 1];
  if (ROW.test(line)) return tableAt(lines, at);
  if (ITEM.test(line)) return listAt(lines, at);
  const end = endOf(lines, at + 1, (next) => next.trim() === '' || FENCE.test(next) || HEADING.test(next) || ROW.test(next) || ITEM.test(next));
  return [{ kind: 'paragraph', spans: spansOf(lines.slice(at, end).map((part) => part.trim()).join(' ')) }, end];
}

function endOf(lines: readonly string[], from: number, isEnd: (line: string) => boolean): number {
  const found = lines.slice(from).findIndex(isEnd);
  return found < 0 ? lines.length : from + found;
}

function codeAt(lines: readonly string[], at: number): readonly [Block, number] {
  const end = endOf(lines, at + 1, (line) => FENCE.test(line));
  return [{ kind: 'code', text: lines.slice(at + 1, end).join('\n') }, end + 1];
}

function tableAt(lines: readonly string[], at: number): readonly [Block, number] {
  const end = endOf(lines, at, (line) => !ROW.test(line));
  const rows = lines.slice(at, end).map(cellsOf);
  const [head = [], ...rest] = rows.filter((cells) => !isRule(cells)).map((cells) => cells.map(spansOf));
  return [{ kind: 'table', head, rows: rest }, end];
}

function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^:?-+:?$/.test(cell));
}

/** What stands between the signs; `\|` is a sign within a cell. */
function cellsOf(line: string): string[] {
  return line.trim().replace(/^\|/, '').replace(/\|$/, '').split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** A line that is indented, and begins no item, goes on with the one before. */
function listAt(lines: readonly string[], at: number): readonly [Block, number] {
  const end = endOf(lines, at + 1, (line) => !ITEM.test(line) && !/^\s+\S/.test(line));
  const items: string[] = [];
  for (const line of lines.slice(at, end)) {
    const [, , item] = ITEM.exec(line) ?? [];
    if (item === undefined) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else items.push(item);
  }
  return [{ kind: 'list', ordered: ITEM.exec(lines[at] ?? '')?.[1] !== undefined, items: items.map(spansOf) }, end];
}

const SPAN = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^()\s]+)\)/g;

/** Only links to the web are links: a definition leads to its sources. */
export function spansOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const found of text.matchAll(SPAN)) {
    const [whole, code, strong, label, href] = found;
    if (found.index > from) spans.push({ kind: 'text', text: text.slice(from, found.index) });
    from = found.index + whole.length;
    if (code !== undefined) spans.push({ kind: 'code', text: code });
    else if (strong !== undefined) spans.push({ kind: 'strong', text: strong });
    else if (label !== undefined && href !== undefined && /^https?:\/\//.test(href)) spans.push({ kind: 'link', text: label, href });
    else spans.push({ kind: 'text', text: label ?? whole });
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) });
  return spans;
}

/** Without its signs, for a terminal. */
export function plainOf(text: string): string {
  return blocksOf(text).map(blockText).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'code': return block.text;
    case 'list': return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${spanText(item)}`).join('\n');
    case 'table': return [block.head, ...block.rows].map((row) => row.map(spanText).join(' | ')).join('\n');
    case 'paragraph':
    case 'heading': return spanText(block.spans);
  }
}

function spanText(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === 'link' ? `${span.text} (${span.href})` : span.text)).join('');
}
