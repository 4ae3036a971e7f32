/** What residents have told of their own phones is filed under this source. */
export const selfSource = 'self';

/** What staff have entered: places they drew, and phones they placed. No import replaces it. */
export const staffSource = 'staff';

/** Sources that no file may be filed under: an import would replace what people and staff have entered. */
export const reservedSources: readonly string[] = [staffSource, selfSource];
