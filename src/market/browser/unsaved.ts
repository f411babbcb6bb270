/** Asks before a page is left on which somebody wrote into a form (`<form data-unsaved>`) and did not send it. */
const forms = document.querySelectorAll<HTMLFormElement>('form[data-unsaved]');
let isSent = false;

for (const form of forms) form.addEventListener('submit', () => { isSent = true; });
// Back by the browser's own memory: what was sent then is not what stands there now.
globalThis.addEventListener('pageshow', () => { isSent = false; });
globalThis.addEventListener('beforeunload', (event) => {
  if (!isSent && [...forms].some(isChanged)) event.preventDefault();
});

/** `data-unsaved="yes"`: the page shows again what was refused, so that nothing of it is kept anywhere. */
function isChanged(form: HTMLFormElement): boolean {
  return form.dataset['unsaved'] === 'yes' || [...form.elements].some(differs);
}

function differs(field: Element): boolean {
  if (field instanceof HTMLInputElement) {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    return field.type !== 'hidden' && field.value !== field.defaultValue;
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  return field instanceof HTMLSelectElement && isChosenAnew(field);
}

/** A list where nothing was chosen beforehand shows its first entry. */
function isChosenAnew({ options, multiple, selectedIndex }: HTMLSelectElement): boolean {
  const chosen = [...options].filter((option) => option.defaultSelected);
  if (!multiple && chosen.length === 0) return selectedIndex > 0;
  return [...options].some((option) => option.selected !== option.defaultSelected);
}
