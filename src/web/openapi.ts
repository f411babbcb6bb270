import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';

/** @see RFC 9457; `Problem` in problem.ts */
const PROBLEM = {
  type: 'object' as const,
  description: 'An error as RFC 9457 has it.',
  required: ['type', 'title', 'status', 'detail', 'help', 'requestId'],
  properties: {
    type: { type: 'string' as const, const: 'about:blank', description: 'Always about:blank.' },
    title: { type: 'string' as const, description: 'The name of the status.' },
    status: { type: 'integer' as const, description: 'HTTP status, as of the answer.' },
    detail: { type: 'string' as const, description: 'What happened and why.' },
    help: { type: 'string' as const, description: 'What to do.' },
    place: { type: 'string' as const, description: 'Where in the request, when that is known.' },
    requestId: { type: 'string' as const, description: 'The number of the request in the log.' },
    danish: {
      type: 'object' as const, description: 'What detail and help say, in Danish, where the pages of Torvet say it too.', required: ['message'],
      properties: { message: { type: 'string' as const }, help: { type: 'string' as const } },
    },
  },
};

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The document at /openapi.json: made from the routes, with the errors that each of them may give. */
export function openApi({ url, publisher }: { readonly url: string; readonly publisher: string }): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Torvet', version: '1',
        description: `Public procurement notices as OCDS 1.1. Published by ${publisher}. Errors are problem+json (RFC 9457); lists are paged with cursors (after, before); answers carry an ETag. The demo world has the same addresses below /demo.`,
        license: { name: 'EUPL-1.2 (the program); CC BY 4.0 (the compilation of the data; the notices keep the terms of their sources)' },
      },
      servers: [{ url }],
      components: { schemas: { Problem: PROBLEM } },
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject;
      const { openapiObject } = document;
      for (const item of Object.values(openapiObject.paths ?? {})) {
        for (const method of METHODS) {
          const operation = item?.[method];
          if (!operation) continue;
          operation.responses = {
            ...operation.responses,
            default: { description: 'What went wrong.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
          };
        }
      }
      return openapiObject;
    },
  };
}
