/** What can be chosen in the forms of a purchase, and what they are filled with. */
import type { Option } from '#ui';
import type { FormAbout } from '../core/present.ts';
import { localMinute } from '../publication-check.ts';
import { rulesUnder } from '../kinds/competitive.ts';
import type { Model } from '../evaluation/model.ts';
import { directInitial, directOptions } from './direct.options.ts';
import { assessmentInitial, assessmentOptions } from '../assessment/assessment.options.ts';
import type { Purchase, PurchaseBody } from './purchase.schema.ts';
import type { PurchaseExtra } from './purchase.store.ts';

/** Characters of a question by which it is known in a list. */
const LABEL = 120;

export function optionsOf(command: string, field: string, about: FormAbout): readonly Option[] | null {
  const { record, parent, extra } = about;
  const { needs, candidates, files, waiting } = extra as PurchaseExtra;
  if (command === 'purchase.answer' && field === 'question') return waiting.map(({ id, body }) => ({ value: id, label: body.text.slice(0, LABEL) }));
  if ((command === 'purchase.start' || command === 'purchase.start-direct') && field === 'need') return needs.map(({ id, body }) => ({ value: id, label: body.title }));
  if (command === 'purchase.start' && field === 'category') return parent === null ? [] : rulesUnder(parent)?.sections(parent).map(({ id, title }) => ({ value: id, label: title })) ?? [];
  if (command === 'purchase.set-holders' && field === 'person') return candidates.filter(({ recipient }) => recipient !== null).map(({ person, name, organisationName }) => ({ value: person, label: `${name}, ${organisationName}` }));
  const direct = directOptions(command, field, about) ?? assessmentOptions(command, field, about);
  if (direct !== null || field !== 'document' || record === null) return direct;
  const { documents } = record.body as PurchaseBody;
  if (command === 'purchase.detach') return documents.map(({ id, name, version }) => ({ value: id, label: `${name} (${version})` }));
  return files.filter(({ id }) => documents.every((one) => one.id !== id)).map(({ id, name }) => ({ value: id, label: name }));
}

function percent(perMille: number): string {
  return String(perMille / 10);
}

function modelInput({ scale, method, criteria }: Model): object {
  const part = ({ name, weight, emphasis }: { name: string; weight: number; emphasis: string }) => ({ name, weight: percent(weight), emphasis });
  return {
    method: method.kind, ...scale,
    ...(method.kind === 'linear-points' ? { slope: percent(method.slope), priceWeight: percent(method.priceWeight) } : {}),
    ...(method.kind === 'points-in-money' ? { pointWorth: (method.pointWorth / 100).toFixed(2) } : {}),
    criteria: criteria.map((criterion) => ({ ...part(criterion), parts: criterion.parts.map(part) })),
  };
}

function written({ title, background, wanted, mustNotChange, service, cpv, value, undivided, security, personalData, dataProtection, term, requirements, deadline, agreedDays }: PurchaseBody): object {
  return {
    title, background, wanted, mustNotChange, service, cpv, value, undivided, security, personalData, dataProtection, term, requirements, agreedDays,
    ...(deadline === undefined ? {} : { deadline: localMinute(Temporal.Instant.from(deadline)) }),
  };
}

export function initialOf(command: string, about: FormAbout): unknown {
  const { record } = about;
  if (record === null) return {};
  const { body, internal } = record as Purchase;
  switch (command) {
    case 'purchase.write': return written(body);
    case 'purchase.set-model': return body.model === undefined ? { lowest: 0, highest: 10, slope: '100', priceWeight: '50' } : modelInput(body.model);
    case 'purchase.set-sheet': return body.sheet === undefined ? {} : { lines: body.sheet.lines };
    case 'purchase.set-holders': return { holders: internal?.holders.map(({ person }) => ({ person })) ?? [] };
    case 'purchase.change': return { background: body.background, wanted: body.wanted, term: body.term, security: body.security, requirements: body.requirements };
    default: return { ...(directInitial(command, about) as object), ...(assessmentInitial(command, about) as object) };
  }
}
