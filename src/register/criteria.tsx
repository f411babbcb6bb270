import type { VNode } from 'preact';
import type { Language } from '#base';
import { Outside } from '#ui';
import { codeName } from './codes.ts';
import type { CriterionView } from './process-details.view.ts';

/** A description up to this length serves as the name of a criterion that has none. */
const LONGEST_NAME = 120;

/** Criteria with their weights; null when there are none. */
export function criteriaList(criteria: readonly CriterionView[], lang: Language): VNode | null {
  if (criteria.length === 0) return null;
  return (
    <ul>
      {criteria.map((criterion) => {
        const name = criterionName(criterion, lang);
        const { description } = criterion;
        return (
          <li>
            <Outside text={withWeight(name, criterion)} />
            {description === null || description === name ? null : <div class="quiet"><Outside text={description} /></div>}
          </li>
        );
      })}
    </ul>
  );
}

/** "Pris: 60 %, Kvalitet: 40 %" */
export function criteriaLine(criteria: readonly CriterionView[], lang: Language): string {
  return criteria.map((criterion) => withWeight(criterionName(criterion, lang), criterion)).join(', ');
}

function criterionName({ name, description, type }: CriterionView, lang: Language): string {
  if (name !== null) return name;
  if (description !== null && description.length <= LONGEST_NAME) return description;
  return type === null ? '' : codeName('criteria', type, lang);
}

function withWeight(name: string, { weight }: CriterionView): string {
  return [name, weight].filter((part) => part !== null && part !== '').join(': ');
}
