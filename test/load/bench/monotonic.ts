/** Milliseconds of the machine's monotonic clock. They are comparable between processes. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
