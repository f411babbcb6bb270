/** Settings files in INI form: sections in brackets, `key = value` below them, comments that begin with ; or #. */
import { fail, ok, type Failure, type Result } from '#base';

export interface IniEntry {
  readonly key: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

export interface IniSection {
  /** Empty for what stands above the first section. */
  readonly name: string;
  readonly line: number;
  readonly entries: readonly IniEntry[];
}

/** The sections in the order of the file. What is no setting, or stands twice, is a failure that names its line. */
export function readIni(text: string): Result<readonly IniSection[]> {
  const sections: { name: string; line: number; entries: IniEntry[] }[] = [{ name: '', line: 1, entries: [] }];
  for (const [index, raw] of text.replace(/^\ufeff/, '').split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === '' || /^[;#]/.test(content)) continue;
    const [, name] = /^\[([^\]]*)\]$/.exec(content) ?? [];
    if (name !== undefined) {
      if (sections.some((section) => section.name === name.trim())) return fail(mistake(line, `the section [${name.trim()}] stands a second time`));
      sections.push({ name: name.trim(), line, entries: [] });
      continue;
    }
    const [, key = '', value = ''] = /^([^=:]+)[=:](.*)$/.exec(content) ?? [];
    const entries = sections.at(-1)?.entries ?? [];
    if (key.trim() === '') return fail(mistake(line, `"${content}" is neither a section, a setting nor a comment`));
    if (entries.some((entry) => entry.key === key.trim())) return fail(mistake(line, `"${key.trim()}" stands a second time`));
    entries.push({ key: key.trim(), value: unquoted(value.trim()), line });
  }
  return ok(sections);
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}

export function mistake(line: number, what: string, help = 'A settings file has sections like [R024] and lines like threshold = 0.05.'): Failure {
  return { kind: 'invalid', message: `The settings cannot be used: line ${line}: ${what}.`, help, place: `line ${line}` };
}
