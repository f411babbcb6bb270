import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

interface Growing { name: string; attributes: Record<string, string>; children: Growing[]; text: string }

/** The root of a document, read strictly. @throws when it is not well-formed XML with namespaces. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [{ name: '', attributes: {}, children: [], text: '' }];
  parser.on('error', (fault) => { throw fault; });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = { name, attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => { const top = open.at(-1); if (top) top.text += piece; });
  parser.on('closetag', () => { open.pop(); });
  parser.write(text).close();
  const [root] = open[0]?.children ?? [];
  if (root === undefined) throw new Error('The document holds no element.');
  return root;
}
