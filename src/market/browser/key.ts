/** Makes a key in the browser: `<button data-make-key="id of the field" data-made="what to say">`. Its secret half is saved as a file and goes nowhere else. */
import { identityFile, newIdentity } from '#seal';
import { saveFile } from './page.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-make-key]')) {
  // Without this script it could do nothing.
  button.hidden = false;
  button.addEventListener('click', () => { void make(button); });
}

async function make(button: HTMLButtonElement): Promise<void> {
  const field = document.querySelector(`#${CSS.escape(button.dataset['makeKey'] ?? '')}`);
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return;
  const identity = await newIdentity();
  saveFile(`torvet-${identity.recipient.slice(4, 12)}.key`, 'text/plain', identityFile(identity));
  field.value = identity.recipient;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.textContent = button.dataset['made'] ?? '';
  button.after(said);
}
