import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import { memoryAdapters } from './memory-adapter.ts';

/** Where the provider of the demo world stands, inside that world. */
export const DEMO_PROVIDER = '/login-udbyder';
/** The name under which the demo world's people are kept: the address of the provider depends on the installation. */
export const DEMO_ISSUER = 'demo';

export interface DemoClient {
  readonly id: string;
  readonly secret: string;
  /** Whole address that the browser comes back to. */
  readonly back: string;
}

/** What the provider tells of a person; undefined: it knows nobody of that name. */
export type ClaimsOf = (subject: string) => Promise<Readonly<Record<string, unknown>> | undefined>;

const CLAIMS = ['sub', 'name', 'cvr', 'organisation', 'municipality', 'roles', 'assurance'];
const MINUTES = 60;

/**
 * A real OpenID Connect provider for the fictional people, in this process. Its page of people is ours (demo-people.page.tsx); all else is the library's.
 * Loaded when somebody first logs in: most servers never need it.
 */
export async function demoProvider(issuer: string, client: DemoClient, claimsOf: ClaimsOf): Promise<Provider> {
  const { default: Made } = await import('oidc-provider');
  const configuration: Configuration = {
    adapter: memoryAdapters(),
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.back], grant_types: ['authorization_code'], response_types: ['code'], id_token_signed_response_alg: 'ES256' }],
    jwks: { keys: [{ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: CLAIMS },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/demo${DEMO_PROVIDER}/vaelg/${uid}` },
    ttl: { Interaction: 15 * MINUTES, Session: 15 * MINUTES, Grant: 15 * MINUTES, AccessToken: 5 * MINUTES, IdToken: 5 * MINUTES, AuthorizationCode: MINUTES },
    findAccount: async (_context, subject) => {
      const claims = await claimsOf(subject);
      return claims === undefined ? undefined : { accountId: subject, claims: async () => ({ ...claims, sub: subject }) };
    },
    // Its one client is this installation: nobody is asked whether it may know who logged in.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId: client.id, accountId: context.oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError: (context, { error }) => {
      context.type = 'text/plain';
      context.body = `Login: ${error}`;
    },
  };
  return new Made(issuer, configuration);
}
