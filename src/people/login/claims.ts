import { fail, ok, refuse, type Failure, type Result } from '#base';
import { ROLES, type Assurance, type Role } from '../actor.ts';
import type { LoginClaims } from './provider.ts';

/** Level of assurance by the names that Danish logins use (NSIS; eIDAS for those that come from other countries). */
const LEVELS: Readonly<Record<string, Assurance>> = {
  low: 'low', substantial: 'substantial', high: 'high',
  'https://data.gov.dk/concept/core/nsis/loa/low': 'low',
  'https://data.gov.dk/concept/core/nsis/loa/substantial': 'substantial',
  'https://data.gov.dk/concept/core/nsis/loa/high': 'high',
  'http://eidas.europa.eu/loa/low': 'low',
  'http://eidas.europa.eu/loa/substantial': 'substantial',
  'http://eidas.europa.eu/loa/high': 'high',
};

/**
 * Claims of an ID token to what Torvet knows: `sub`, `name`, `cvr`, `organisation`, `municipality`, `roles`, `assurance` or `acr`.
 * A level that is not known counts as low; a role that is not known gives nothing.
 */
export function readClaims(issuer: string, claims: Readonly<Record<string, unknown>>): Result<LoginClaims> {
  const { sub, name, cvr = null, organisation = null, municipality = null, roles = [], assurance, acr } = claims;
  if (!isText(sub) || !isText(name)) return fail(unusable('it names no person (sub and name)'));
  if (cvr !== null && !(isText(cvr) && /^\d{8}$/.test(cvr))) return fail(unusable('its CVR number (cvr) is not eight digits'));
  if (municipality !== null && !(isText(municipality) && /^\d{4}$/.test(municipality))) return fail(unusable('its municipality is not four digits'));
  const given = Array.isArray(roles) ? roles : [roles];
  return ok({
    issuer, subject: sub, name, cvr, municipality,
    organisationName: isText(organisation) ? organisation : null,
    roles: ROLES.filter((role: Role) => given.includes(role)),
    assurance: levelOf(assurance) ?? levelOf(acr) ?? 'low',
  });
}

function levelOf(value: unknown): Assurance | undefined {
  return typeof value === 'string' ? LEVELS[value] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 300;
}

function unusable(what: string): Failure {
  return refuse('forbidden', {
    da: ['Dette login kan ikke bruges: login-tjenesten sender ikke alt det om dig, som Torvet skal vide.', 'De, der driver denne installation, aftaler med login-tjenesten, hvad den skal sende.'],
    en: [`The login cannot be used: ${what}.`, 'Whoever runs this installation sets up with the login service which claims it sends.'],
  });
}
