/**
 * Writes batches one after another, each while the next is being read: in turn, reader and database would wait for each
 * other half of the time. At most two are kept. Nothing is being written any more when it returns or throws.
 *
 * @throws what the reading or the writing throws; of both, what the reading does
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
      // Heard of above or below: until then it must not count as unheard.
      writing.catch(() => undefined);
    }
  } catch (error) {
    await writing.catch(() => undefined);
    throw error;
  }
  await writing;
}
