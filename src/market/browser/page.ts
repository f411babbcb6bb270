/** What scripts of this room share: parts of a page by their id, texts that the page hands over, files, answers of the server. */

export function part<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.querySelector(`#${id}`);
  if (!(found instanceof kind)) throw new Error(`The page has no "${id}".`);
  return found;
}

/** Null: the page has none now. */
export function maybePart<T extends HTMLElement>(id: string, kind: abstract new () => T): T | null {
  const found = document.querySelector(`#${id}`);
  return found instanceof kind ? found : null;
}

export function filled(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Something that the server said no to; a second try would get the same answer. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const WAITS = [1, 2, 4, 8, 15, 30] as const;

/**
 * Asks until there is an answer: a connection that is lost and a server that is busy cost time and nothing else.
 * @param told before each wait, in seconds
 * @throws Refused
 */
export async function insist(ask: () => Promise<Response>, told: (seconds: number) => void): Promise<Response> {
  for (let tried = 0; ; tried += 1) {
    const answer = await ask().catch(() => null);
    if (answer?.ok === true) return answer;
    if (answer !== null && answer.status < 500 && answer.status !== 408 && answer.status !== 429) throw new Refused(answer.status, await problemIn(answer));
    const seconds = WAITS[Math.min(tried, WAITS.length - 1)] ?? 30;
    told(seconds);
    await new Promise((resolve) => { setTimeout(resolve, seconds * 1000); });
  }
}

interface Told {
  readonly detail?: string;
  readonly help?: string;
  readonly danish?: { readonly message: string; readonly help?: string };
}

/** What went wrong with a request, in the language of the page where that is told. */
export async function problemIn(answer: Response): Promise<string> {
  try {
    const { detail = '', help = '', danish } = await answer.json() as Told;
    return (document.documentElement.lang === 'da' && danish !== undefined ? `${danish.message} ${danish.help ?? ''}` : `${detail} ${help}`).trim();
  } catch {
    return `${answer.status} ${answer.statusText}`;
  }
}

/** Hands a text to the user as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 60_000);
}
