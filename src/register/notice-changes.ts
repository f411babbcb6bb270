/** What a notice changes in an earlier notice or in a contract, and what it keeps back. */
import { isObject, type Json, type JsonObject } from '#base';
import { amount, object, objects, text, wording } from './dirty.ts';
import type { EditView, NoticeChange, WithheldView } from './notice.view.ts';
import type { ReasonView } from './process-details.view.ts';

export function readNoticeChanges(release: JsonObject): NoticeChange[] {
  const tender = object(release['tender']);
  return [
    ...amendmentsOf(tender).flatMap((amendment) => readChange('notice', null, amendment)),
    ...objects(release['contracts']).flatMap((contract) => amendmentsOf(contract).flatMap((amendment) => readChange('contract', nameOf(contract), amendment))),
  ];
}

function amendmentsOf(part: JsonObject): readonly JsonObject[] {
  return [...objects(part['amendments']), ...objects(part['amendment'])];
}

function nameOf(contract: JsonObject): string | null {
  return wording(contract, 'title') ?? objects(contract['identifiers']).map(({ id }) => text(id)).find((id) => id !== null) ?? null;
}

function readChange(of: NoticeChange['of'], name: string | null, amendment: JsonObject): NoticeChange[] {
  const changes = objects(amendment['unstructuredChanges']);
  const edits = changes.filter((change) => isText(change['oldValue']) || isText(change['newValue'])).map(readEdit);
  const values = changes.filter((change) => !isText(change['oldValue']) && !isText(change['newValue']));
  const change = {
    of, name, edits,
    reasons: reasonsOf(amendment),
    rationale: wording(amendment, 'rationale'),
    // It says once more, in one line, what the old and the new wordings say.
    description: edits.length > 0 ? null : wording(amendment, 'description'),
    before: values.map(({ oldValue }) => amount(object(oldValue)['value'])).find((value) => value !== null) ?? null,
    after: values.map(({ newValue }) => amount(object(newValue)['value'])).find((value) => value !== null) ?? null,
  };
  const isEmpty = edits.length === 0 && change.reasons.length === 0 && [change.rationale, change.description, change.before, change.after].every((part) => part === null);
  return isEmpty ? [] : [change];
}

function isText(value: Json | undefined): boolean {
  return isObject(value) && text(value['text']) !== null;
}

function readEdit(change: JsonObject): EditView {
  const where = object(change['where']);
  return {
    section: text(where['section']), label: wording(where, 'label'), lot: text(change['relatedLot']),
    before: text(object(change['oldValue'])['text']), after: text(object(change['newValue'])['text']),
  };
}

function reasonsOf(part: JsonObject): readonly ReasonView[] {
  return objects(part['rationaleClassifications']).flatMap((reason) => {
    const [code, description] = [text(reason['id']), text(reason['description'])];
    return code === null && description === null ? [] : [{ code, description }];
  });
}

export function readWithheld(release: JsonObject): WithheldView[] {
  return objects(release['withheldInformation']).map((item) => ({
    field: text(item['field']), name: text(item['name']), reasons: reasonsOf(item), rationale: wording(item, 'rationale'), until: text(item['availabilityDate']),
  }));
}
