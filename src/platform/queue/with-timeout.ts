/**
 * Waits for something, but no longer than given.
 *
 * @param ms milliseconds
 * @param onLate called when the time is over; what was waited for goes on
 * @throws Error when the time is over, or what was waited for threw
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
