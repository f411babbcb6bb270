import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '#base';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** Chromium or Chrome on this machine: the one of TORVET_BROWSER, else the first on the path. */
export async function findBrowser(): Promise<Result<string>> {
  const wished = process.env['TORVET_BROWSER'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const places = wished ? [wished] : [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...PLACES];
  for (const place of places) {
    if (await access(place, constants.X_OK).then(() => true, () => false)) return ok(place);
  }
  return fail({
    kind: 'unavailable',
    message: wished
      ? `TORVET_BROWSER names ${wished}, which cannot be run.`
      : 'The browser tests need Chromium: "apt-get install chromium" (Debian, Ubuntu), or name one with TORVET_BROWSER=/path/to/chrome.',
  });
}
