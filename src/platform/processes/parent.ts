/** What a child tells the process that started it. */
export type ChildNews =
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
export const hasParent = (): boolean => process.send !== undefined;

/**
 * Waits until this process shall end. A child is told by its parent, or by its parent's death, and leaves Ctrl-C,
 * which a terminal sends to all of them at once, to the parent: it knows the order.
 */
export async function untilStopped(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => resolve();
    process.once('SIGTERM', stop);
    if (hasParent()) {
      process.on('SIGINT', () => undefined);
      process.once('disconnect', stop);
    } else {
      process.once('SIGINT', stop);
    }
  });
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
