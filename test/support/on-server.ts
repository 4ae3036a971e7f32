/** Whether the tests run on the embedded database, whose clients share one session. */
export const isEmbedded = process.env['TEST_EMBEDDED'] === 'true';

/** For what the embedded database doesn't have: sessions that wait for each other, settings of a role, named statements. */
export const itOnServer = isEmbedded ? it.skip : it;
export const describeOnServer = isEmbedded ? describe.skip : describe;
