/** The clock on the town hall's wall: all that people read and write of time is by it, wherever their device thinks it is. */
export const timeZone = 'Europe/Stockholm';
