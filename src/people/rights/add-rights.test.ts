import assert from 'node:assert/strict';
import { test } from 'node:test';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type RouteShorthandOptions } from 'fastify';
import { systemClock } from '#base';
import { siteOf } from '#ui';
import { addRights } from './add-rights.ts';

const site = siteOf({ lang: 'da', world: 'register', path: '/torv/1', origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Prøven', email: null } });

async function server(routes: (app: FastifyInstance) => void): Promise<FastifyInstance> {
  const app = Fastify();
  await app.register(cookie);
  app.decorateRequest('actor', async () => null);
  addRights(app, {
    clock: systemClock, url: 'https://torvet.example', login: null, demo: null, world: () => 'register', site: async () => site,
    database: () => { throw new Error('not asked'); },
  });
  routes(app);
  await app.ready();
  return app;
}

const answer = async () => 'ok';

test('a server with a guarded address that declares no action does not start', async () => {
  for (const url of ['/torv', '/torv/:id', '/torv.csv', '/konto', '/konto/ny', '/api/v1/market/records']) {
    await assert.rejects(server((app) => { app.get(url, answer); }), new RegExp(`${url.replaceAll('/', '\\/')}.*declares no action`), url);
    await assert.rejects(server((app) => { app.get(url, { config: { action: 'no.such' } } as unknown as RouteShorthandOptions, answer); }), /declares no action/, url);
  }
  // Others are public, also those whose names only begin alike.
  const app = await server((at) => { for (const url of ['/udbud', '/torvet', '/kontor', '/api/v1/markets']) at.get(url, answer); });
  assert.equal((await app.inject('/torvet')).payload, 'ok');
});

test('an action that takes somebody leads people to the login and tells programs; one for anyone lets through', async () => {
  const app = await server((at) => {
    at.get('/torv/1', { config: { action: 'need.write', page: true } }, answer);
    at.get('/api/v1/market/1', { config: { action: 'need.write' } }, answer);
    at.get('/torv', { config: { action: 'market.read', page: true } }, answer);
    at.post('/torv/1', { config: { action: 'need.write' } }, answer);
  });
  const led = await app.inject('/torv/1');
  assert.deepEqual([led.statusCode, led.headers.location, led.headers['cache-control']], [303, '/log-ind?til=%2Ftorv%2F1', 'private, no-store']);
  assert.match((await app.inject('/api/v1/market/1')).payload, /logged in/);
  assert.equal((await app.inject('/torv')).payload, 'ok');
  assert.match((await app.inject({ method: 'POST', url: '/torv/1' })).payload, /does not come from a page of this site/);
  assert.match((await app.inject({ method: 'POST', url: '/torv/1', headers: { origin: 'https://torvet.example' } })).payload, /logged in/);
});
