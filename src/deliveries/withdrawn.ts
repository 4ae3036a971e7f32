/**
 * The reasons of deliveries that were cancelled when they were to be sent, because the phone must no longer be reached:
 * it unsubscribed from the topic (`withdrawn`; until lately the reason of all), objected, or became a protected
 * identity. Nothing tells an alert's numbers of them apart (ADR 26).
 */
export const withdrawnReasons = ['withdrawn', 'withdrawn-objection', 'withdrawn-protected'] as const;

export const isWithdrawn = (reason: string | null): boolean =>
  (withdrawnReasons as readonly (string | null)[]).includes(reason);

/** The same as an SQL condition. It is null, which counts as false, for a delivery without a reason. */
export const isWithdrawnSql = `reason IN (${withdrawnReasons.map((reason) => `'${reason}'`).join(', ')})`;
