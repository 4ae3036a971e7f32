import { v7, validate } from 'uuid';

/** A time-ordered identifier (UUIDv7, RFC 9562), so that a month is a range of ids. */
export const newId = (at: Date = new Date()): string => v7({ msecs: at.getTime() });

export const isId = (value: string): boolean => validate(value);

/** The smallest UUIDv7 of an instant: the lower bound of a partition, the upper bound of the one before. */
export function firstIdAt(at: Date): string {
  const ms = at.getTime().toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`;
}
