/** The source of what residents have entered about their own phones. */
export const selfSource = 'self';

/** The source of what staff have entered: places they drew, and phones they placed. No import replaces it. */
export const staffSource = 'staff';

/** Sources that no file may use: an import would replace what residents and staff have entered. */
export const reservedSources: readonly string[] = [staffSource, selfSource];
