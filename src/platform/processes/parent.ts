/** What a child tells the process that started it. */
export type ChildNews =
  | { readonly state: 'listening'; readonly detail: string }
  | { readonly state: 'ready'; readonly detail?: string }
  | { readonly state: 'refused'; readonly reason: string };

/** Tells the process that started this one, if there is one that listens. */
export async function tellParent(news: ChildNews): Promise<void> {
  const send = process.send?.bind(process) as
    ((news: ChildNews, sent: (error: Error | null) => void) => boolean) | undefined;
  if (!send || !process.connected) return;
  await new Promise<void>((resolve) => send(news, () => resolve()));
}

/** Whether another process of ours started this one and will stop it. */
const hasParent = (): boolean => process.send !== undefined;

/** A child leaves Ctrl-C, which a terminal sends to all of them at once, to its parent: it knows the order. */
export function leaveInterruptsToParent(): void {
  if (hasParent()) process.on('SIGINT', () => undefined);
}

/** Milliseconds from being told to stop to being stopped by force: longer than any part of it waits for another. */
const maxShutdownMs = 45_000;

/** Waits until this process shall end. A child is told by its parent, or by its parent's death. */
export async function untilStopped(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => resolve();
    process.once('SIGTERM', stop);
    if (!hasParent()) process.once('SIGINT', stop);
    // It may have died while this process was still beginning.
    else if (!process.connected) stop();
    else process.once('disconnect', stop);
  });
  setTimeout(() => {
    console.error(`did not end within ${maxShutdownMs / 1000} s of being told to: ends by force`);
    process.exit(1);
  }, maxShutdownMs).unref();
}

/** Waits until the process that started this one is gone, as far as the system tells. */
export async function untilOrphaned(): Promise<void> {
  const parent = process.ppid;
  await new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(look);
      resolve();
    }, 500);
    look.unref();
  });
}
