/**
 * Writes batches one after another, and reads the next batch during each write. Without this overlap, the reader and
 * the database would each wait half of the time. At most two batches are in memory. When it returns or throws, no write
 * is running.
 *
 * @throws the error of the read or of the write; if both fail, the error of the read
 */
export async function writeWhileReading<T>(
  batches: AsyncIterable<T>,
  write: (batch: T) => Promise<void>,
): Promise<void> {
  let writing = Promise.resolve();
  try {
    for await (const batch of batches) {
      await writing;
      writing = write(batch);
      // The error is handled by an `await writing` above or below. This avoids an unhandled rejection until then.
      writing.catch(() => undefined);
    }
  } catch (error) {
    await writing.catch(() => undefined);
    throw error;
  }
  await writing;
}
