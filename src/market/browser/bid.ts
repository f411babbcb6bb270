/** The page on which a bid is written: checks it, seals it, sends it, and says NOT SUBMITTED until there is a receipt. */
import { FailureError, toldIn } from '#base';
import { bidFaults, MOST_FILES, readBid, type BidDocument, type BidFault } from '../bid/bid.ts';
import { openDraft, saveDraft } from './bid-draft.ts';
import { documentIn, sumIn, type About } from './bid-form.ts';
import { namedFile, sealAndSend, submitBid, type Receipt, type SealedBid } from './bid-send.ts';
import { filled, maybePart, part } from './page.ts';
import { pricesIn } from './sheet-file.ts';

const form = part('tilbud', HTMLFormElement);
const about = JSON.parse(form.dataset['about'] ?? '') as About;
const texts = JSON.parse(form.dataset['texts'] ?? '') as Readonly<Record<string, string>>;
const t = (key: string, values: Readonly<Record<string, string | number>> = {}): string => filled(texts[key] ?? key, values);

const box = part('status', HTMLElement);
const [word, told, receiptLine] = [part('status-ord', HTMLElement), part('status-tekst', HTMLElement), part('kvittering', HTMLElement)];
const progress = part('fremdrift', HTMLProgressElement);
const [seal, submit] = [part('forsegl', HTMLButtonElement), part('afgiv', HTMLButtonElement)];
const annexes = part('bilag', HTMLInputElement);
const list = part('mangler', HTMLElement);

let sealed: SealedBid | null = null;
/** How often something was changed. */
let changes = 0;
let draftVersion = about.draftVersion;

function notSubmitted(text: string): void {
  box.classList.remove('is-submitted');
  word.textContent = t('notSubmitted');
  told.textContent = text;
}

const waiting = (seconds: number): void => notSubmitted(t('retry', { seconds }));

function showSum(): void {
  const sum = sumIn(form, about);
  part('sum', HTMLElement).replaceChildren(strong(sum === null ? t('sumNone') : t('sum', { sum })));
}

function strong(text: string): HTMLElement {
  const made = document.createElement('strong');
  made.textContent = text;
  return made;
}

/** What is sealed is what was there; after a change it is not what stands there any more. */
function forget(): void {
  changes += 1;
  if (sealed === null) return;
  sealed = null;
  submit.disabled = true;
  notSubmitted(t('changed'));
}

function showFaults(faults: readonly BidFault[]): void {
  const group = (title: string, severity: BidFault['severity']): readonly Node[] => {
    const some = faults.filter((one) => one.severity === severity);
    if (some.length === 0) return [];
    const items = document.createElement('ul');
    for (const { code, place } of some) {
      const item = document.createElement('li');
      item.textContent = t(`fault.${code}`, { place });
      items.append(item);
    }
    const heading = document.createElement('p');
    heading.append(strong(title));
    return [heading, items];
  };
  list.replaceChildren(...group(t('mend'), 'blocks'), ...group(t('know'), 'warns'));
}

async function checkedBid(files: readonly File[]): Promise<BidDocument | null> {
  notSubmitted(t('checking'));
  const named: BidDocument['files'][number][] = [];
  for (const file of files) {
    notSubmitted(t('hashing', { name: file.name }));
    named.push(await namedFile(file));
  }
  const document = documentIn(form, about, named);
  const faults = bidFaults(document, about);
  showFaults(faults);
  if (faults.some(({ severity }) => severity === 'blocks') || files.length > MOST_FILES) {
    notSubmitted(t('begin'));
    list.focus();
    return null;
  }
  const read = readBid(document);
  if (!read.ok) throw new FailureError(read.failure);
  return document;
}

async function sealNow(): Promise<void> {
  const files = [...annexes.files ?? []];
  const document = await checkedBid(files);
  if (document === null) return;
  progress.hidden = false;
  const before = changes;
  const sent = await sealAndSend(about, document, files, {
    waiting,
    progress: (done, all) => {
      progress.value = all === 0 ? 1 : done / all;
      notSubmitted(t('sending', { done: bytes(done), all: bytes(all) }));
    },
  });
  // Whoever wrote on meanwhile would submit what does not stand there any more.
  if (changes !== before) {
    progress.hidden = true;
    return notSubmitted(t('changed'));
  }
  sealed = sent;
  submit.disabled = false;
  notSubmitted(t('sealed'));
  submit.focus();
}

function bytes(count: number): string {
  return count < 1_000_000 ? `${Math.ceil(count / 1000)} kB` : `${(count / 1_000_000).toFixed(1).replace('.', about.lang === 'da' ? ',' : '.')} MB`;
}

async function submitNow(): Promise<void> {
  if (sealed === null) return;
  notSubmitted(t('submitting'));
  const { receipt, isOurs } = await submitBid(about, sealed, waiting);
  if (!isOurs) return notSubmitted(t('odd'));
  sealed = null;
  progress.hidden = true;
  showReceipt(receipt);
}

function showReceipt({ id, verdict, receivedAt }: Receipt): void {
  const inTime = verdict === 'submitted';
  const when = new Date(receivedAt).toLocaleString(about.lang === 'da' ? 'da-DK' : 'en-GB', { timeZone: 'Europe/Copenhagen', dateStyle: 'long', timeStyle: 'medium' });
  box.classList.toggle('is-submitted', inTime);
  word.textContent = t(inTime ? 'submitted' : 'late');
  told.textContent = t(inTime ? 'done' : 'tooLate', { when });
  const page = link(`${about.receipts}${id}`, t('receiptPage'));
  const file = link(`${about.receipts}${id}.json`, t('receiptFile'));
  file.download = '';
  receiptLine.replaceChildren(page, ' · ', file);
  // What stands in the form is submitted: leaving the page loses nothing, and another bid begins with the page.
  form.dataset['unsaved'] = '';
  form.hidden = true;
  box.scrollIntoView();
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}

/** One thing at a time, and what goes wrong is told in the box; what was typed stays. */
async function doing(work: () => Promise<void>): Promise<void> {
  const buttons = [...form.querySelectorAll('button')].filter(({ disabled }) => !disabled);
  for (const button of buttons) button.disabled = true;
  try {
    await work();
  } catch (error) {
    notSubmitted(t('refused', { why: whyOf(error) }));
    box.scrollIntoView();
  } finally {
    for (const button of buttons) button.disabled = false;
    submit.disabled = sealed === null;
  }
}

function whyOf(error: unknown): string {
  if (error instanceof FailureError) {
    const { message, help = '' } = toldIn(about.lang === 'da' ? 'da' : 'en', error.failure);
    return `${message} ${help}`;
  }
  return error instanceof Error ? error.message : String(error);
}

async function readSheetFile(file: File): Promise<void> {
  const answer = part('prisliste-svar', HTMLElement);
  try {
    const prices = await pricesIn(file, about.sheet.lines.map(({ number }) => number), about.lang);
    let count = 0;
    for (const [at, { number }] of about.sheet.lines.entries()) {
      const [price, field] = [prices.get(number) ?? null, form.elements.namedItem(`prices[${at}]`)];
      if (price === null || !(field instanceof HTMLInputElement)) continue;
      field.value = about.lang === 'da' ? price.replace('.', ',') : price;
      count += 1;
    }
    const missing = about.sheet.lines.find(({ number }) => (prices.get(number) ?? null) === null);
    answer.textContent = missing === undefined ? t('sheetRead', { count }) : t('sheetMissing', { place: missing.number });
  } catch {
    answer.textContent = t('sheetWrong');
  }
  forget();
  showSum();
}

async function saveNow(answer: HTMLElement): Promise<void> {
  try {
    const version = await saveDraft(form, about, draftVersion);
    if (version === null) {
      // The next save is meant to take the place of what a colleague saved: its version is asked for.
      const { version: theirs } = await (await fetch(about.draft)).json() as { readonly version: number };
      draftVersion = theirs;
      answer.textContent = t('draftConflict');
      return;
    }
    draftVersion = version;
    answer.textContent = t('draftSaved');
  } catch (error) {
    answer.textContent = t('draftFailed', { why: whyOf(error) });
  }
}

async function bringBack(answer: HTMLElement): Promise<void> {
  const [keyFile] = part('noeglefil', HTMLInputElement).files ?? [];
  if (keyFile === undefined) {
    answer.textContent = t('needKey');
    return;
  }
  try {
    const version = await openDraft(form, about, keyFile);
    if (version !== null) draftVersion = version;
    answer.textContent = version === null ? t('draftWrongKey') : t('draftOpened');
  } catch (error) {
    answer.textContent = t('draftFailed', { why: whyOf(error) });
  }
  forget();
  showSum();
}

function begin(): void {
  const answer = part('kladde-svar', HTMLElement);
  form.hidden = false;
  if (told.textContent === '') told.textContent = t('begin');
  form.addEventListener('submit', (event) => { event.preventDefault(); });
  form.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && ['prisliste', 'noeglefil'].includes(event.target.id)) return;
    forget();
    showSum();
  });
  seal.addEventListener('click', () => { void doing(sealNow); });
  submit.addEventListener('click', () => { void doing(submitNow); });
  part('prisliste', HTMLInputElement).addEventListener('change', ({ target }) => {
    const [file] = target instanceof HTMLInputElement ? target.files ?? [] : [];
    if (file !== undefined) void readSheetFile(file);
  });
  maybePart('gem', HTMLButtonElement)?.addEventListener('click', () => { void saveNow(answer); });
  maybePart('hent', HTMLButtonElement)?.addEventListener('click', () => { void bringBack(answer); });
}

begin();
