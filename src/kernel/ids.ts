import { v7, validate } from 'uuid';

/** A time-ordered identifier (UUIDv7, RFC 9562), so that a month is a range of ids. */
export const newId = (at: Date = new Date()): string => v7({ msecs: at.getTime() });

export const isId = (value: string): boolean => validate(value);
