/** A message from a child process to its parent. */
export type ChildNews =
  | { readonly state: 'listening'; readonly detail: string }
  | { readonly state: 'ready'; readonly detail?: string }
  | { readonly state: 'refused'; readonly reason: string };

/** Sends a message to the parent process, if this process was started by ours. */
export async function tellParent(news: ChildNews): Promise<void> {
  const send = process.send?.bind(process) as
    ((news: ChildNews, sent: (error: Error | null) => void) => boolean) | undefined;
  if (!send || !process.connected) return;
  await new Promise<void>((resolve) => send(news, () => resolve()));
}

/** Whether one of our processes started this one and will stop it. */
const hasParent = (): boolean => process.send !== undefined;

/** Makes a child ignore Ctrl-C, which a terminal sends to all processes at once. The parent stops them in order. */
export function leaveInterruptsToParent(): void {
  if (hasParent()) process.on('SIGINT', () => undefined);
}

/** Milliseconds from the stop signal to a forced exit. Longer than any step of a normal shutdown may take. */
const maxShutdownMs = 45_000;

/** Waits for the stop signal. A child also stops when its parent dies. */
export async function untilStopped(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => resolve();
    process.once('SIGTERM', stop);
    if (!hasParent()) process.once('SIGINT', stop);
    // The parent may have died while this process was starting.
    else if (!process.connected) stop();
    else process.once('disconnect', stop);
  });
  setTimeout(() => {
    console.error(`did not end within ${maxShutdownMs / 1000} s of being told to: ends by force`);
    process.exit(1);
  }, maxShutdownMs).unref();
}

/** Waits until the parent process has ended: the operating system then changes this process's parent id. */
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
