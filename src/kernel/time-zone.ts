/** The municipality's time zone. Every time that people read or write is in it, whatever zone their device uses. */
export const timeZone = 'Europe/Stockholm';
