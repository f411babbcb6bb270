import * as client from 'openid-client';
import { fail, ok, refuse, type Failure, type Result } from '#base';
import { readClaims } from './claims.ts';
import type { LoginAttempt, LoginClaims, LoginProvider } from './provider.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whole address that the browser comes back to. */
  readonly back: string;
  /** Name of the issuer under which people are kept; left out: its address. */
  readonly name?: string;
  /** The demo world only: its own provider, reached without the network and seen under whatever host the reader uses. */
  readonly inside?: typeof fetch;
}

const SCOPE = 'openid profile';
const TIMEOUT_S = 10;

/**
 * Login by OpenID Connect: authorization code with PKCE, state and nonce; all of them are checked by openid-client.
 * @see OpenID Connect Core 1.0, section 3.1; RFC 7636; RFC 9700
 */
export function oidcLogin(settings: OidcSettings): LoginProvider {
  let known: Promise<client.Configuration> | null = null;
  const discover = async (): Promise<client.Configuration> => {
    known ??= discovery(settings);
    try {
      return await known;
    } catch (error) {
      // The next one asks anew.
      known = null;
      throw error;
    }
  };
  return {
    isDemo: settings.inside !== undefined,
    begin: async () => {
      try {
        return ok(await begin(await discover(), settings));
      } catch (error) {
        return fail(silent(error));
      }
    },
    finish: async (query, attempt) => finish(discover, settings, query, attempt),
  };
}

async function discovery({ issuer, clientId, clientSecret, inside }: OidcSettings): Promise<client.Configuration> {
  const insecure = inside === undefined ? {} : { [client.customFetch]: inside as client.CustomFetch, execute: [client.allowInsecureRequests] };
  return client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), { timeout: TIMEOUT_S, ...insecure });
}

async function begin(config: client.Configuration, { back, inside }: OidcSettings): Promise<{ address: string; attempt: LoginAttempt }> {
  const attempt = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: back, scope: SCOPE, state: attempt.state, nonce: attempt.nonce, prompt: 'login',
    code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier), code_challenge_method: 'S256',
  });
  return { address: inside === undefined ? url.href : `${url.pathname}${url.search}`, attempt };
}

async function finish(discover: () => Promise<client.Configuration>, settings: OidcSettings, query: string, attempt: LoginAttempt): Promise<Result<LoginClaims>> {
  try {
    const config = await discover();
    const tokens = await client.authorizationCodeGrant(config, new URL(`${settings.back}?${query}`), {
      expectedState: attempt.state, expectedNonce: attempt.nonce, pkceCodeVerifier: attempt.verifier, idTokenExpected: true,
    });
    const token = tokens.claims();
    if (token === undefined) return fail(refused());
    const more = config.serverMetadata().userinfo_endpoint === undefined ? {} : await client.fetchUserInfo(config, tokens.access_token, token.sub);
    // What the ID token is signed for counts before what the user info adds.
    return readClaims(settings.name ?? token.iss, { ...more, ...token });
  } catch (error) {
    return fail(isAnswer(error) ? refused() : silent(error));
  }
}

/** The provider answered, but not as it must: wrong state, nonce, code, signature, or a person who said no. */
function isAnswer(error: unknown): boolean {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError || error instanceof client.WWWAuthenticateChallengeError) return true;
  return error instanceof client.ClientError && error.code !== 'OAUTH_TIMEOUT';
}

function refused(): Failure {
  return refuse('forbidden', { da: ['Dit login blev afbrudt, eller svaret passer ikke til det, denne browser spurgte om.', 'Begynd forfra på /log-ind.'], en: ['The login was broken off, or its answer does not fit the question that this browser asked.', 'Begin again at /log-ind.'] });
}

function silent(error: unknown): Failure {
  return refuse('unavailable', {
    da: ['Login-tjenesten svarer ikke, som den skal.', 'Prøv igen om lidt. Bliver det ved, så sig det til dem, der driver denne installation.'],
    en: [`The login service does not answer as it should (${error instanceof Error ? error.name : 'no reason given'}).`, 'Try again in a moment; if it stays, tell whoever runs this installation.'],
  });
}
