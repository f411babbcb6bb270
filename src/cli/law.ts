import { copenhagenDate, LANGUAGES, systemClock, unwrap } from '#base';
import { answerText, LAW_QUESTIONS, lawDocument } from '#guide';
import { readInput } from './input.ts';
import type { ExitCode, Streams } from './wiring.ts';

export interface LawFlags {
  readonly facts: string;
  readonly json?: boolean;
  readonly lang: string;
}

/** Answers a question of the law for facts in a file of JSON. A verdict is an answer: exit 0, whatever it says. @throws FailureError that names the field of bad facts */
export async function lawCommand(name: string, { facts, json = false, lang }: LawFlags, { stdin, stdout }: Streams): Promise<ExitCode> {
  const language = unwrap(languageOf(lang));
  const input = unwrap(await readInput(facts, stdin));
  const given = input.kind === 'document' ? input.value : input.values.length === 1 ? input.values[0]?.value : input.values.map(({ value }) => value);
  if (!json) {
    const document = unwrap(lawDocument(name, given, language, copenhagenDate(systemClock.now()).toString()));
    stdout.write(answerText(language, document, null));
    return 0;
  }
  const question = LAW_QUESTIONS.find((one) => one.name === name);
  if (question === undefined) throw new Error(`There is no question "${name}" of the law.`);
  stdout.write(`${JSON.stringify(unwrap(question.answer(given, language)), null, 2)}\n`);
  return 0;
}

function languageOf(lang: string) {
  const language = LANGUAGES.find((one) => one === lang);
  return language === undefined
    ? { ok: false, failure: { kind: 'invalid', message: `"${lang}" is no language of Torvet.`, help: `One of: ${LANGUAGES.join(', ')}.`, place: '--lang' } } as const
    : { ok: true, value: language } as const;
}
