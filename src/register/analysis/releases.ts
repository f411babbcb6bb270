/** Releases that stand in no register, as analysis files for as long as somebody asks about them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isObject, type JsonObject } from '#base';
import { upgrade } from '#ocds';
import { object, text, textList } from '../dirty.ts';
import { noticeFlat } from '../flat/notice.flat.ts';
import type { NoticeFlat } from '../flat/notice.flat.ts';
import { kindOfRelease } from '../notice-kind.ts';
import { readProcess } from '../process-row.ts';
import { inReleaseOrder } from '../release-order.ts';
import { writeParquet } from './parquet.store.ts';
import { openFolder, type Answering } from './reader.ts';
import { TableStage } from './staging.ts';
import { ANALYSIS_TABLES } from './tables.ts';

/**
 * The same tables as those of the register, made of releases: those of one ocid are merged. The files are gone when it is closed.
 * @param releases with an ocid that is text; others are passed over
 */
export async function openReleases(releases: Iterable<JsonObject>): Promise<Answering> {
  const folder = await mkdtemp(path.join(tmpdir(), 'torvet-releases-'));
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const open = await openFolder(folder, await writeReleases(folder, releases));
    return { ...open, close: async () => { await open.close(); await discard(); } };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** The tables as Parquet files of a folder. @returns them by name */
export async function writeReleases(folder: string, releases: Iterable<JsonObject>): Promise<readonly { readonly name: string; readonly file: string }[]> {
  await write(folder, Map.groupBy([...releases].map(upgraded).filter(isNamed), ({ ocid }) => ocid));
  return ANALYSIS_TABLES.map(({ name }) => ({ name, file: `${name}.parquet` }));
}

type Named = JsonObject & { readonly ocid: string };

function upgraded(release: JsonObject): JsonObject {
  const { release: read } = upgrade(release);
  return isObject(read) ? read : release;
}

function isNamed(release: JsonObject): release is Named {
  return typeof release['ocid'] === 'string' && release['ocid'] !== '';
}

async function write(folder: string, processes: ReadonlyMap<string, readonly Named[]>): Promise<void> {
  const names = namesOf(processes);
  const stages = new Map(ANALYSIS_TABLES.map((table) => [table.name, new TableStage(folder, table)]));
  try {
    for (const [ocid, releases] of processes) {
      const ordered = releases.map((release) => ({ release, date: text(release['date']) ?? '', releaseId: text(release['id']) ?? '', content: '' })).toSorted(inReleaseOrder);
      const { flat } = readProcess(ocid, ordered.map(({ release, date }) => ({ release, date, faultCount: 0 })));
      const bought_under = flat.bought_under.map((bought) => ({ ...bought, process: names.get(bought.framework) ?? null }));
      for (const [name, rows] of Object.entries<readonly object[]>({ ...flat, bought_under, notice: ordered.map(({ release }) => noticeOf(ocid, release)) })) {
        await stages.get(name)?.add(rows);
      }
    }
    for (const stage of stages.values()) await stage.end();
  } finally {
    for (const stage of stages.values()) await stage.destroy();
  }
  await writeParquet(folder, [...stages.values()], { made_of: 'releases' });
}

/** The process that each name stands for: an ocid before a notice, whose id also goes without its version. */
function namesOf(processes: ReadonlyMap<string, readonly Named[]>): ReadonlyMap<string, string> {
  const ocids = [...processes.keys()].toSorted();
  const notices = ocids.flatMap((ocid) => (processes.get(ocid) ?? []).flatMap((release) => {
    const [id, number] = [text(release['id']), text(object(release['x_notice'])['number'])];
    return [id, id?.replace(/-\d{2}$/, ''), number].flatMap((name): [string, string][] => (name === null || name === undefined ? [] : [[name, ocid]]));
  }));
  return new Map([...notices.toReversed(), ...ocids.map((ocid): [string, string] => [ocid, ocid])]);
}

function noticeOf(ocid: string, release: JsonObject): NoticeFlat {
  const notice = object(release['x_notice']);
  return {
    ...noticeFlat({
      ocid, release_id: text(release['id']) ?? '', date: text(release['date']) ?? '', tags: textList(release['tag']), language: text(release['language']), fault_count: 0,
      source: null, form: text(notice['form']), notice_type: text(notice['noticeType']), number: text(notice['number']), published: null, country: null,
      is_corrigendum: false, has_no_winner: false,
    }),
    kind: kindOfRelease(release),
  };
}
