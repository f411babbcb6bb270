import type { FastifyInstance } from 'fastify';
import type { Serving } from '#register';
import { answerRoutes } from './guide.routes.ts';
import { lawRoutes } from './law.routes.ts';
import { rulesRoutes } from './rules.routes.ts';

export { answerText } from './answer.text.ts';
export { LAW_QUESTIONS, lawDocument, type LawQuestion } from './law.ts';
export { GUIDE } from './start.page.tsx';

/** Every page and API address of the guide. */
export function guideRoutes(app: FastifyInstance, serving: Serving): void {
  answerRoutes(app, serving);
  rulesRoutes(app, serving);
  lawRoutes(app);
}
