/** An overview as files that open from a disk: a page that needs no server, and the same as CSV, JSON and PDF. */
import type { Kysely } from 'kysely';
import { copenhagenDate, FailureError, fill, type Language } from '#base';
import { notFound, readUpdatedAt, type RegisterTables } from '#register';
import { formatDateTime, renderDocument, siteOf, Standalone, type Publisher, type Site } from '#ui';
import { overviewAddress } from './addresses.ts';
import { da } from './form.da.ts';
import { en } from './form.en.ts';
import { loadOverview } from './load.ts';
import { overviewCsv, overviewJson } from './overview.files.ts';
import { OverviewBody } from './overview.page.tsx';
import { overviewPdf } from './overview.pdf.ts';
import { OVERVIEW_FOLDER, readOverviews } from './overviews.ts';

const texts = { da, en };

export interface ExportOptions {
  /** Name of the overview's folder. */
  readonly id: string;
  readonly lang: Language;
  readonly at: Temporal.Instant;
  /** Public address of the installation, without a slash at the end: links lead back there. */
  readonly url: string;
  readonly publisher: Publisher;
  /** Tests only: another folder of overviews. */
  readonly folder?: string;
}

export interface ExportedFile {
  readonly name: string;
  readonly body: string | Uint8Array;
}

/** @throws FailureError when there is no such overview, or it has a mistake */
export async function exportOverview(db: Kysely<RegisterTables>, { id, lang, at, url, publisher, folder = OVERVIEW_FOLDER }: ExportOptions): Promise<readonly ExportedFile[]> {
  const { name, owners = [], customers = [] } = publisher;
  const { found, failures } = readOverviews(copenhagenDate(at).toString(), folder, { name, owners, customers });
  const overview = found.find((one) => one.id === id);
  const mistake = failures.find(({ place = '' }) => place.includes(`/${id}/`));
  if (mistake !== undefined) throw new FailureError(mistake);
  if (overview === undefined) throw new FailureError(notFound(`There is no overview called "${id}".`, `There are: ${found.map((one) => one.id).join(', ')}.`));
  const site = siteOnDisk({ lang, url, publisher, path: overviewAddress(id), updatedAt: await readUpdatedAt(db) });
  const loaded = await loadOverview(db, overview);
  const { view, land, whole } = loaded;
  const t = texts[lang];
  const names = ['csv', 'json', 'pdf'].map((ending) => `${id}.${ending}`);
  const page = (
    <Standalone lang={lang} title={overview.title[lang]}>
      <div class="wrap overview">
        <OverviewBody site={site} view={view} land={land} whole={whole} isStill />
        <footer class="standalone-foot">
          <p>{t.files}: {names.map((file, index) => <>{index > 0 ? ', ' : ''}<a href={file}>{file}</a></>)}</p>
          <p class="quiet">{fill(t.madeFile, { day: formatDateTime(at.toString(), lang), address: site.href(overviewAddress(id)) })}</p>
        </footer>
      </div>
    </Standalone>
  );
  return [
    { name: 'index.html', body: renderDocument(page) },
    { name: `${id}.csv`, body: overviewCsv(view, lang) },
    { name: `${id}.json`, body: `${JSON.stringify(overviewJson(view, site), null, 1)}\n` },
    { name: `${id}.pdf`, body: await overviewPdf({ ...loaded, site, at }) },
  ];
}

/** Away from the server every address is whole. */
function siteOnDisk({ url, ...given }: { readonly lang: Language; readonly url: string; readonly publisher: Publisher; readonly path: string; readonly updatedAt: string | null }): Site {
  const site = siteOf({ ...given, world: 'register', origin: null, navigation: [], hasOtherWorld: false });
  return { ...site, href: (path) => url + site.href(path), dataHref: (path) => url + site.dataHref(path) };
}
