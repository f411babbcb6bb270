import { readFile, stat } from 'node:fs/promises';
import { FailureError } from '#base';

/** The user that PostgreSQL runs as. Undefined: the user of this process. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to an unprivileged user: whoever owns the cluster already, else
 * `postgres`, else `nobody`. Everybody else runs it as themselves.
 * @param clusterFolder may not exist yet.
 */
export async function findOwner(clusterFolder: string): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const cluster = await stat(clusterFolder).catch(() => null);
  if (cluster !== null && cluster.uid !== 0) return { uid: cluster.uid, gid: cluster.gid };
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([name]) => name === wanted) ?? [];
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new FailureError({
    kind: 'unavailable',
    message: 'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody" to hand it to.',
    help: 'Make one (useradd --system postgres), start Torvet as another user, or name a server with DATABASE_URL.',
  });
}
