/** How single elements of TED XML are read into values. */
import { lookup } from '../codes/lookup.ts';
import { language } from './codes.ts';
import type { Node } from './node.ts';
import type { Read, Value } from './write.ts';

/** Free text in the language of the form. */
export const text: Read = (from) => {
  const value = from.value();
  return value === null ? null : { text: value, attributes: { languageID: from.source.language } };
};

/** A number, an address on the web, an identifier: text that is in no language. */
export const plain: Read = (from) => {
  const value = from.value();
  return value === null ? null : { text: value };
};

/** The element's standing there is all it says. */
export function mark(value: string, list?: string): Read {
  return (from) => {
    from.mark();
    return list === undefined ? { text: value } : { text: value, attributes: { listName: list } };
  };
}

/** YES and NO in an attribute, as R2.0.8 writes them. */
export const yesNo: Read = (from) => {
  const value = from.attribute('VALUE');
  return value === 'YES' || value === 'NO' ? { text: String(value === 'YES') } : null;
};

/** A code in an attribute, by its table; what is not in the table gives nothing. */
export function coded(attribute: string, table: Readonly<Record<string, string>>, list: string): Read {
  return (from) => {
    const code = lookup(table, from.attribute(attribute));
    return code === undefined ? null : { text: code, attributes: { listName: list } };
  };
}

/** An amount in its currency, which of a range stands with the range. R2.0.8 writes the number for machines beside the one for people. */
export const amount: Read = (from) => {
  const number = money(from.attribute('FMTVAL') ?? from.value());
  if (number === null) return null;
  const currency = from.attribute('CURRENCY') ?? from.parent?.attribute('CURRENCY') ?? null;
  return currency === null ? { text: number } : { text: number, attributes: { currencyID: currency } };
};

/** An amount has at most two decimals, so three digits after a sign are thousands. */
function money(written: string | null): string | null {
  const plain = (written ?? '').trim();
  return /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/.test(plain) ? plain.replaceAll(/[.,]/g, '') : decimal(written);
}

/** The number in a text: `1 234 567,89`, `60 %`; null when there is more than a number. */
export function decimal(written: string | null): string | null {
  const digits = (written ?? '').replaceAll(/[\s\u00a0']/g, '').replace(/%$/, '');
  if (/^\d+([.,]\d+)?$/.test(digits)) return digits.replace(',', '.');
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return digits.replaceAll(',', '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  return null;
}

export const number: Read = (from) => {
  const value = decimal(from.attribute('FMTVAL') ?? from.value());
  return value === null ? null : { text: value };
};

/** `2021-01-18`; the coded data write `20210118`. */
export const date: Read = (from) => {
  const found = day(from.value());
  return found === null ? null : { text: found };
};

export function day(written: string | null): string | null {
  const [, year, month, dayOfMonth] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(written ?? '') ?? [];
  return year === undefined ? null : `${year}-${month}-${dayOfMonth}`;
}

/** Wall time as `09:00`. No offset stands in TED XML, and none is invented. */
export const time: Read = (from) => {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})/.exec(from.value() ?? '') ?? [];
  return hour === undefined ? null : { text: `${hour.padStart(2, '0')}:${minute}:00` };
};

/** DURATION and its like, with the unit that its attribute names. */
export const duration: Read = (from) => {
  const value = decimal(from.value());
  const unit = from.attribute('TYPE');
  return value === null || unit === null ? null : { text: value, attributes: { unitCode: unit } };
};

export const languageCode: Read = (from) => {
  const code = from.attribute('VALUE');
  return code === null ? null : { text: language(code) };
};

/** One reading, then another where the first gives nothing. */
export function either(...reads: readonly Read[]): Read {
  return (from): Value | null => {
    for (const read of reads) {
      const value = read(from);
      if (value !== null) return value;
    }
    return null;
  };
}

/** Texts of several elements as one, each on its line. */
export function joined(nodes: readonly (Node | undefined)[]): Value | null {
  const [first] = nodes.flatMap((node) => node ?? []);
  const texts = nodes.flatMap((node) => node?.value() ?? []);
  return first === undefined || texts.length === 0 ? null : { text: texts.join('\n'), attributes: { languageID: first.source.language } };
}
