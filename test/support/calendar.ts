export interface Component {
  readonly name: string;
  /** Name with its parameters, and value with the escapes of a text undone. */
  readonly properties: readonly (readonly [string, string])[];
  readonly components: readonly Component[];
}

interface Growing { name: string; properties: (readonly [string, string])[]; components: Growing[] }

/** A calendar, read by the rules of RFC 5545. @throws with the line that breaks one. */
export function parseCalendar(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end.');
  const raw = text.slice(0, -2).split('\r\n');
  for (const line of raw) {
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw new Error(`A control character: ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`More than 75 octets: ${line}`);
    if (!line.isWellFormed()) throw new Error(`Half a character: ${JSON.stringify(line)}`);
  }
  const open: Growing[] = [{ name: '', properties: [], components: [] }];
  for (const line of raw.join('\r\n').replaceAll('\r\n ', '').split('\r\n')) {
    const [, name = '', parameters = '', value = ''] = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^;:"]+)*):(.*)$/u.exec(line) ?? [];
    const top = open.at(-1);
    if (name === '' || top === undefined) throw new Error(`No property: ${line}`);
    if (name === 'BEGIN') {
      const component: Growing = { name: value, properties: [], components: [] };
      top.components.push(component);
      open.push(component);
    } else if (name === 'END') {
      if (open.pop()?.name !== value) throw new Error(`The end of another component: ${line}`);
    } else top.properties.push([name + parameters, parameters.includes('VALUE=') || name === 'URL' ? value : unescaped(value)]);
  }
  const [calendar, ...more] = open[0]?.components ?? [];
  if (open.length !== 1 || calendar?.name !== 'VCALENDAR' || more.length > 0 || calendar.components.length === 0) throw new Error('Not one whole calendar with a component.');
  return calendar;
}

function unescaped(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]|\\(?![\\;,nN])/.test(value.replaceAll('\\\\', ''))) throw new Error(`A text with a sign that is not escaped: ${value}`);
  return value.replaceAll(/\\([\\;,nN])/g, (_all, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

export function valueOf(component: Component, name: string): string {
  const found = component.properties.filter(([one]) => one === name || one.startsWith(`${name};`));
  if (found.length !== 1) throw new Error(`${component.name} has ${found.length} times ${name}.`);
  return found[0]?.[1] ?? '';
}
