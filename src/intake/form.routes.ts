/** A sealed file, a withdrawal and a receipt for people: forms that need no script, and a page to print. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fail, FailureError, refuse, type Failure, type Result } from '#base';
import { formAddress, receiptAddress, withdrawalAddress } from './addresses.ts';
import { arrivedAt } from './arrival.ts';
import { lotOf, ownReceipt, type LotParams } from './asked.ts';
import { LONGEST_HEADER, MOST_BYTES } from './bounds.ts';
import { takeFile } from './form.ts';
import type { Sender } from './intake.ts';
import { FileForm, isReason, ReceiptPage, texts, WithdrawalForm } from './intake.page.tsx';
import { statusFor } from './read.store.ts';
import type { ReceiptFile } from './receipt.ts';
import { reasonOf } from './refused.ts';
import { senderOf, type IntakeServing, type Place } from './serving.ts';
import { submit, withdraw } from './submit.ts';

type Refusable = { Params: LotParams; Querystring: { readonly afvist?: unknown } };

/** Beside the file: the first line, and boundaries. */
const LIMITS = { fileSize: MOST_BYTES + LONGEST_HEADER + 64, files: 1, fields: 4, fieldSize: 1000, parts: 5 } as const;

export function formRoutes<Site extends Place>(app: FastifyInstance, serving: IntakeServing<Site>): void {
  fileRoutes(app, serving);
  withdrawalRoutes(app, serving);
  const options = { config: { action: 'bid.read', page: true } as const, schema: { hide: true } };
  app.get<{ Params: { readonly submission: string } }>(`${receiptAddress(':submission')}.json`, options, async (request, reply) => {
    const file = await ownReceipt(serving, request, request.params.submission);
    return reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename="torvet-kvittering-${file.receipt.id}.json"`).type('application/json; charset=utf-8').send(JSON.stringify(file));
  });
  app.get<{ Params: { readonly submission: string } }>(receiptAddress(':submission'), options, async (request, reply) => {
    const file = await ownReceipt(serving, request, request.params.submission);
    const site = await serving.site(request);
    return sendHtml(reply, serving.frame(site, { title: texts[site.lang][file.receipt.verdict], body: ReceiptPage({ place: site, file }) }));
  });
}

function fileRoutes<Site extends Place>(app: FastifyInstance, serving: IntakeServing<Site>): void {
  const address = formAddress(':purchase', ':lot').replace('%3A', ':');
  const options = { config: { action: 'bid.submit', page: true } as const, schema: { hide: true } };
  app.get<Refusable>(address, options, async (request, reply) => {
    const { site, page } = await formPage(serving, request);
    return sendHtml(reply, serving.frame(site, { title: page.refused === null ? texts[site.lang].formTitle : texts[site.lang].notSubmitted, body: FileForm(page) }));
  });
  app.post<{ Params: LotParams }>(address, { ...options, bodyLimit: LIMITS.fileSize + 65_536 }, async (request, reply) => {
    const where = lotOf(request.params);
    const sender = await senderOf(serving, request, 'bid.submit', where.purchase);
    return answer(serving, request, reply, await sentFile(serving, request, sender, where), formAddress(where.purchase, where.lot));
  });
}

function withdrawalRoutes<Site extends Place>(app: FastifyInstance, serving: IntakeServing<Site>): void {
  const address = withdrawalAddress(':purchase', ':lot').replace('%3A', ':');
  const options = { config: { action: 'bid.withdraw', page: true } as const, schema: { hide: true } };
  app.get<Refusable>(address, options, async (request, reply) => {
    const { site, page } = await formPage(serving, request);
    return sendHtml(reply, serving.frame(site, { title: page.refused === null ? texts[site.lang].withdrawTitle : texts[site.lang].withdrawRefused, body: WithdrawalForm(page) }));
  });
  app.post<{ Params: LotParams; Body: readonly (readonly [name: string, value: string])[] | null }>(address, { ...options, config: { ...options.config, form: true } }, async (request, reply) => {
    const where = lotOf(request.params);
    const sender = await senderOf(serving, request, 'bid.withdraw', where.purchase);
    const [, key = ''] = (request.body ?? []).find(([name]) => name === 'key') ?? [];
    const asking = { ...where, idempotencyKey: key, receivedAt: arrivedAt(request) };
    return answer(serving, request, reply, await withdraw(serving.intake(request), sender, asking), withdrawalAddress(where.purchase, where.lot));
  });
}

/** The form is read to its end: until then it is not here. The key comes before the file, as the page has them. */
async function sentFile(serving: IntakeServing, request: FastifyRequest, sender: Sender, where: LotParams): Promise<Result<ReceiptFile>> {
  const intake = serving.intake(request);
  let idempotencyKey = '';
  let taken: Awaited<ReturnType<typeof takeFile>> | null = null;
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'field') {
      if (part.fieldname === 'key' && typeof part.value === 'string') idempotencyKey = part.value;
      continue;
    }
    taken = await takeFile(intake, sender, where, part.file);
    part.file.resume();
  }
  if (taken === null) return fail(NO_FILE);
  return taken.ok ? submit(intake, sender, { ...where, ...taken.value, idempotencyKey, receivedAt: arrivedAt(request) }) : taken;
}

const NO_FILE = refuse('invalid', { da: ['Der er ikke valgt en fil.', 'Vælg den fil, som "torvet seal" skrev.'], en: ['No file was chosen.', 'Choose the file that "torvet seal" wrote.'] }, 'bud');

/** After a form: the receipt, or the form again, which says that nothing was submitted and why. */
async function answer(serving: IntakeServing, request: FastifyRequest, reply: FastifyReply, result: Result<ReceiptFile>, form: string): Promise<FastifyReply> {
  const { href } = await serving.site(request);
  return reply.redirect(href(result.ok ? receiptAddress(result.value.receipt.id) : `${form}?afvist=${wordOf(result.failure)}`), 303);
}

function wordOf(failure: Failure): string {
  return failure.place === NO_FILE.place ? 'no-file' : (reasonOf(failure) ?? 'file');
}

async function formPage<Site extends Place>(serving: IntakeServing<Site>, request: FastifyRequest<Refusable>) {
  const { purchase, lot } = lotOf(request.params);
  const { supplier } = await senderOf(serving, request, 'bid.submit', purchase);
  const status = (await statusFor(serving.intake(request).db, supplier, purchase)).find((one) => one.lot === lot);
  if (status === undefined) throw new FailureError(refuse('not-found', { da: ['Her tages ingen tilbud imod fra jer.', 'Se på købets side, om I er inviteret, og om der stadig er åbent.'], en: ['No bids of yours are taken here.', 'Look at the purchase: whether you are invited to it, and whether it is still open.'] }));
  const site = await serving.site(request);
  return { site, page: { place: site, purchase, lot, deadline: status.deadline, idempotencyKey: randomUUID(), refused: isReason(request.query.afvist) ? request.query.afvist : null } };
}

function sendHtml(reply: FastifyReply, html: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
}
