/**
 * Waits for `work`, but at most `ms` milliseconds.
 *
 * @param onLate called on a timeout; `work` itself continues
 * @throws Error on a timeout, or the error of `work`
 */
export async function withTimeout<T>(ms: number, work: Promise<T>, onLate?: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      onLate?.();
      reject(new Error(`no answer within ${ms} ms`));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
