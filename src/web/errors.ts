import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FailureError, refuse } from '#base';
import { PROCESSES } from '#register';
import { ErrorPage, renderDocument, type Site } from '#ui';
import { isData } from './limits.ts';
import { problemOf, type Problem } from './problem.ts';

/** One answer for every error: a page for people, problem+json for programs, the whole truth for the log alone. */
export function addErrors(app: FastifyInstance, site: (request: FastifyRequest) => Promise<Site>): void {
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const problem = problemOf(error, request);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    return answer(problem, request, reply, site);
  });
  app.setNotFoundHandler(async (request, reply) => {
    const known = request.method === 'GET' || request.method === 'HEAD';
    const failure = known
      ? new FailureError(refuse('not-found', { da: ['Der er intet på denne adresse.', 'Se efter, om adressen er rigtig, eller begynd på forsiden.'], en: ['Nothing stands at this address.', 'Check the address, or start at the front page.'] }))
      : new FailureError(refuse('not-found', { da: [`Intet på denne adresse tager imod ${request.method}.`, 'Se i /openapi.json, hvad man kan spørge om.'], en: [`Nothing takes ${request.method} at this address.`, 'See /openapi.json for what can be asked.'] }));
    return answer(problemOf(failure, request), request, reply, site);
  });
}

/** An error as a page or as problem+json, whatever the request asks for. */
export async function answer(problem: Problem, request: FastifyRequest, reply: FastifyReply, site: (request: FastifyRequest) => Promise<Site>): Promise<FastifyReply> {
  void reply.code(problem.status).header('cache-control', 'no-store').removeHeader('content-disposition');
  const where = wantsPage(request) ? await site(request) : null;
  if (where === null) return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  // The general words of the page say the rest, in the reader's language.
  const specific = problem.status >= 500 ? null : where.lang === 'en' ? { message: problem.detail, help: problem.help } : problem.danish;
  const page = ErrorPage({
    site: where, status: problem.status, requestId: problem.requestId, searchPath: problem.status === 404 ? PROCESSES : null,
    wrong: wrongIn(problem, request, where),
    message: specific?.message ?? null, help: specific?.help ?? null,
  });
  return reply.type('text/html; charset=utf-8').send(renderDocument(page));
}

/** The parameter that a page cannot use, and the page without it. A place in a list goes whole. */
function wrongIn({ place }: Problem, request: FastifyRequest, site: Site): { readonly name: string; readonly without: string } | null {
  const [name = ''] = place?.split('/') ?? [];
  const [path = '', query = ''] = site.path.split(/\?(.*)/s);
  const left = new URLSearchParams(query);
  if (!left.has(name) || request.routeOptions.config.page !== true) return null;
  for (const gone of name === 'after' ? ['after', 'before'] : [name]) left.delete(gone);
  return { name, without: site.href(left.size === 0 ? path : `${path}?${left.toString()}`) };
}

/** Who asks for a file wants no page in its place, unless it is a browser that says so. */
function wantsPage(request: FastifyRequest): boolean {
  if (request.url.startsWith('/api/')) return false;
  return (request.headers.accept ?? '*/*').match(isData(request.routeOptions.url) ? /text\/html/ : /text\/html|\*\/\*/) !== null;
}
