import { refusal } from '../../kernel/refusal.js';

export const DatabaseAway = refusal('database-away', 'unavailable', {
  sv: 'Databasen svarar inte just nu. Det som är godkänt skickas vidare när den är tillbaka. Försök igen om en stund.',
  en: 'The database does not answer right now. What was approved goes on when it is back. Try again in a moment.',
});
export const TookTooLong = refusal('took-too-long', 'unavailable', {
  sv: 'Det tog för lång tid och avbröts. Ingenting ändrades. Försök igen om en stund.',
  en: 'It took too long and was stopped. Nothing was changed. Try again in a while.',
});
export const OthersAtIt = refusal('others-at-it', 'unavailable', {
  sv: 'Någon annan ändrar samma sak just nu. Ingenting ändrades. Försök igen.',
  en: 'Somebody else is changing the same thing right now. Nothing was changed. Try again.',
});

const awayCodes = new Set([
  ...['57P01', '57P02', '57P03', '57P05', '53300', '53200', '25P03'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'],
]);
const contended = new Set(['40P01', '40001', '55P03']);
/** Messages of errors that `pg` and TypeORM throw without a code. */
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Driver not Connected|Client was closed|Cannot use a pool after)/;

/**
 * The refusal that a client gets for a database error after which a retry may succeed; undefined for any other error.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function databaseFault(error: unknown) {
  const {
    code,
    message = '',
    statusCode,
  } = (error ?? {}) as {
    code?: unknown;
    message?: string;
    statusCode?: unknown;
  };
  // The error of a request aborted by its client also has a network error code, but the HTTP server adds a status.
  if (statusCode !== undefined) return undefined;
  const sqlState = typeof code === 'string' ? code : '';
  if (sqlState.startsWith('08') || awayCodes.has(sqlState) || awayWords.test(message)) return DatabaseAway();
  // PgBouncer rejects clients with a code of class 08. 57014 is a statement timeout.
  if (sqlState === '57014') return TookTooLong();
  return contended.has(sqlState) ? OthersAtIt() : undefined;
}
