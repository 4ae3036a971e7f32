import { statfs } from 'node:fs/promises';
import { StartRefused } from '../processes/start-refused.js';

const megabyte = 1024 * 1024;
/** Megabytes of free space below which a running database may fail at any moment: each WAL file takes 16 MB. */
const lowWater = 32;

/** Free megabytes on the disk of a folder. */
export async function freeMegabytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / megabyte);
}

const diskFull = (folder: string): StartRefused =>
  new StartRefused(
    `The disk is full: free some space where ${folder} lies, then start again. What was saved is still there.`,
  );

/** A "disk is full" error if that is the cause, otherwise the error itself. */
export function explainDiskFault(error: unknown, folder: string): unknown {
  const { code, errno, message } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  // Emscripten's file system reports errors by number: 51 is ENOSPC.
  const full = code === 'ENOSPC' || errno === 51 || /ENOSPC|no space left on device/i.test(message ?? '');
  return full ? diskFull(folder) : error;
}

/**
 * @param needed megabytes
 * @throws StartRefused if less is free
 */
export async function requireSpace(folder: string, needed: number): Promise<void> {
  const free = await freeMegabytes(folder);
  if (free < needed)
    throw new StartRefused(
      `The disk is full: ${free} MB are free where ${folder} lies, and ${needed} MB are needed. Free some space, ` +
        'or name another folder in BUDKAVLE_HOME.',
    );
}

/** Warns once when the disk is nearly full. Warns again only after there was enough space in between. */
export function watchSpace(folder: string, warn: (text: string) => void): void {
  let low = false;
  const look = async (): Promise<void> => {
    const free = await freeMegabytes(folder);
    if (free < lowWater && !low)
      warn(
        `The disk is full, or nearly: ${free} MB are free where ${folder} lies. Until there is more, nothing new can be ` +
          'saved. What was saved is still there.',
      );
    low = free < lowWater;
  };
  const timer = setInterval(() => void look().catch(() => undefined), 5_000);
  timer.unref();
}
