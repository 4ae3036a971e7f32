/** Milliseconds by the machine's one clock that never jumps: comparable between processes. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
