import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { copenhagenDate, FailureError, type Language } from '#base';
import { NOTHING_SAID, sayings, type Serving } from '#register';
import type { Site } from '#ui';
import type { VNode } from 'preact';
import { addonAnswer } from './addon.answer.ts';
import { ADDON_WIZARD } from './addon.wizard.ts';
import { renderAnswer } from './answer.page.tsx';
import { answerPdf } from './answer.pdf.ts';
import { answerText } from './answer.text.ts';
import type { AnswerDocument } from './answer.ts';
import { datesAnswer } from './dates.answer.ts';
import { DATES_WIZARD } from './dates.wizard.ts';
import { routeAnswer } from './route.answer.ts';
import { ROUTE_WIZARD } from './route.wizard.ts';
import { RegisterKnows } from './seen.section.tsx';
import { readBuyers, readSeen } from './seen.ts';
import { WHERE_WIZARD, whereAnswer } from './where.wizard.ts';
import { readAnswers, wizardRoutes, wizardSchema, type Given } from './wizard.routes.ts';
import { addressOf, answerOf, nextOf, type Answers, type Wizard } from './wizard.ts';

type Answering = (lang: Language, answers: Answers, today: string) => AnswerDocument;

/** Every wizard with how it is answered. */
export const WIZARDS: readonly { readonly wizard: Wizard; readonly answer: Answering }[] = [
  { wizard: WHERE_WIZARD, answer: whereAnswer },
  { wizard: ROUTE_WIZARD, answer: routeAnswer },
  { wizard: ADDON_WIZARD, answer: addonAnswer },
  { wizard: DATES_WIZARD, answer: datesAnswer },
];

/** The wizards' pages, and their answers as files. */
export function answerRoutes(app: FastifyInstance, serving: Serving): void {
  for (const { wizard, answer } of WIZARDS) {
    wizardRoutes(app, serving, wizard, async (request, site, answers) => {
      return renderAnswer({ site, wizard, answers, document: answer(site.lang, answers, today(serving)), after: await register(serving, request, site, answers) });
    });
    files(app, serving, wizard, answer);
  }
}

/** What the register knows of what is bought, and of the buyer. */
async function register(serving: Serving, request: FastifyRequest, site: Site, answers: Answers): Promise<VNode | null> {
  const [what, who] = [answerOf(answers, 'what'), answerOf(answers, 'who')];
  const [seen, said, buyers] = await Promise.all([
    what === null ? null : readSeen(serving, request, what),
    what === null ? NOTHING_SAID : sayings(serving.asides, (aside) => aside.ofWords(request, site, what)),
    who === null ? null : readBuyers(serving, request, who),
  ]);
  return RegisterKnows({ site, seen, said, buyers: who === null || buyers === null ? null : { who, rows: buyers } });
}

function today({ clock }: Serving): string {
  return copenhagenDate(clock.now()).toString();
}

function files(app: FastifyInstance, serving: Serving, wizard: Wizard, answer: Answering): void {
  const options = { schema: { hide: true, querystring: wizardSchema(wizard) }, config: { page: true } };
  const asked = async (request: FastifyRequest): Promise<{ lang: Language; document: AnswerDocument; address: string }> => {
    const site = await serving.site(request);
    const answers = readAnswers(wizard, request.query as Given);
    const open = nextOf(wizard, answers);
    if (open !== null) {
      throw new FailureError({ kind: 'invalid', message: `The question "${open.name}" has no answer yet, so there is nothing to write down.`, help: `Answer the questions at ${site.href(wizard.path)} first.`, place: open.name });
    }
    return { lang: site.lang, document: answer(site.lang, answers, today(serving)), address: serving.url + site.href(addressOf(wizard, answers)) };
  };
  const attached = (reply: FastifyReply, type: string, suffix: string): FastifyReply => reply.type(type).header('content-disposition', `attachment; filename="torvet${wizard.path.replace('/', '-')}${suffix}"`);
  app.get(`${wizard.path}.pdf`, options, async (request, reply) => {
    const { lang, document, address } = await asked(request);
    return attached(reply, 'application/pdf', '.pdf').send(await answerPdf(lang, document, { address, at: serving.clock.now(), publisher: serving.publisher }));
  });
  app.get(`${wizard.path}.txt`, options, async (request, reply) => {
    const { lang, document, address } = await asked(request);
    return attached(reply, 'text/plain; charset=utf-8', '.txt').send(answerText(lang, document, address));
  });
  app.get(`${wizard.path}.json`, options, async (request, reply) => reply.type('application/json; charset=utf-8').send(await asked(request)));
}
