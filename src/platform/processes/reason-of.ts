/** The message of an error and of its cause, on one line. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { code, cause } = error as NodeJS.ErrnoException & { cause?: unknown };
  return [
    error.message || code,
    cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : '',
  ]
    .filter(Boolean)
    .join(': ');
};
