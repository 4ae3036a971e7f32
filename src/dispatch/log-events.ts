import { logEvents } from '../platform/logging/log.js';

export const dispatchEvents = logEvents({
  'batch.not-released': {
    level: 'error',
    message: 'could not release a batch',
    advice: 'Read `err`, most often the database. The lease runs out and the sweeper reclaims the batch.',
  },
  'batches.reclaimed': {
    level: 'warn',
    message: 'reclaimed batches of dead workers',
    advice:
      'See why a worker died or froze. What it had not sent goes out now; what it may have sent is in doubt.',
  },
  'broadcast.completed': {
    level: 'info',
    message: 'broadcast completed',
    advice: 'Nothing.',
  },
  'broadcast.due': {
    level: 'info',
    message: 'the time of a scheduled broadcast has come: it starts',
    advice: 'Nothing.',
  },
  'broadcast.held-again': {
    level: 'warn',
    message:
      'the time of a scheduled broadcast came while its topic was closed: it waits until the topic opens',
    advice:
      'Nothing. The hours of the topic were changed after the approval. Tell its writer if it can’t wait.',
  },
  'broadcast.missed': {
    level: 'error',
    message: 'a scheduled broadcast did not start: it could only have started after its expiry',
    advice:
      'Raise an alarm on it: nobody got the message. Tell its writer, who can write it anew. See whether a worker ran at its time, and for a topic whether its hours were changed.',
  },
  'broadcast.not-started': {
    level: 'error',
    message: 'could not start a scheduled broadcast at its time',
    advice:
      'Raise an alarm on it, and read `err`, most often the database. It is tried again within a second.',
  },
  'call-off.asked': {
    level: 'info',
    message: 'asked the provider to withdraw messages',
    advice: 'Nothing: the broadcast was cancelled or expired. Receipts tell which were withdrawn.',
  },
  'provider.answers-not-noted': {
    level: 'warn',
    message: 'could not note whether look-ups work',
    advice: 'Read `err`. Until it works, staff may not see whether the provider answers.',
  },
  'gap-text.not-read': {
    level: 'error',
    message: 'could not handle an inbound text from the gap',
    advice: 'It may be a STOP: look up `ref` at the provider and end the subscriptions by hand.',
  },
  'ledger.check-failed': {
    level: 'error',
    message: 'could not check whether the ledger is complete',
    advice:
      'Read `err`, most often the database. The check goes on; a worker that has not passed it sends nothing.',
  },
  'ledger.older-than-it-was': {
    level: 'error',
    message: 'the ledger is older than it was: a backup was restored',
    advice: 'Nothing goes out until the provider was asked what it has sent. Watch for `sending.held`.',
  },
  'provider-list.not-answered': {
    level: 'warn',
    message: 'the provider does not say what it has sent',
    advice: 'Read `why`; check the key’s rights and the network. While `isHeldUp` is true nothing goes out.',
  },
  'provider-list.turn-lost': {
    level: 'warn',
    message: 'too slow to read what the provider has sent: another worker reads it',
    advice: 'Nothing at first. If it goes on, the provider or the database is slow.',
  },
  'provider.answers-again': {
    level: 'info',
    message: 'the provider answers this question again',
    advice: 'Nothing.',
  },
  'provider.does-not-answer': {
    level: 'error',
    message: 'the provider does not answer this question',
    advice:
      'Read `question` and `reason`; check the key’s rights. Doubts stay open. Said at most once a minute.',
  },
  'provider.refuses-country': {
    level: 'error',
    message: 'the provider refuses to send to a country abroad',
    advice: 'Permit the country at the provider if residents have phones there. The rest goes out.',
  },
  'provider.unknown-code': {
    level: 'error',
    message: 'the provider refused with an unknown code',
    advice: 'Look up `code` at the provider. At the third phone in a row the sender stops.',
  },
  'rate.redis-away': {
    level: 'warn',
    message: 'Redis is away: the rate is kept in PostgreSQL',
    advice: 'Bring Redis back. Sending goes on, at the same rate.',
  },
  'rate.redis-back': {
    level: 'info',
    message: 'Redis is back: the rate is kept there again',
    advice: 'Nothing.',
  },
  'receipt.not-kept': {
    level: 'warn',
    message: 'could not store a receipt that came with the answer to a send',
    advice: 'Read `err`, most often the database. The provider is asked again after two minutes.',
  },
  'receipt.parked': {
    level: 'error',
    message: 'could not apply a receipt: it is parked',
    advice: 'It is tried again hourly. `doctor` counts the parked ones; send the line to the maintainers.',
  },
  'receipt.still-parked': {
    level: 'error',
    message: 'still could not apply a parked receipt',
    advice: 'As for `receipt.parked`. Reports lack this receipt.',
  },
  'receipts.not-applied': {
    level: 'error',
    message: 'could not apply a set of receipts, trying one set at a time',
    advice: 'Read `err`. A receipt at fault is parked by itself: see `receipt.parked`.',
  },
  'refusals.not-planned-again': {
    level: 'error',
    message: 'could not plan refused deliveries again',
    advice: 'Read `err`. Upkeep tries again within seconds.',
  },
  'results.not-recorded': {
    level: 'error',
    message: 'could not record results of attempts, trying again',
    advice: 'Read `err`, most often the database. If the worker ends before it works, they are in doubt.',
  },
  'send-failure.not-followed-up': {
    level: 'error',
    message: 'could not follow up a failed send',
    advice:
      'Read `err`. It is done at the next failure of the same kind: a sender stops, or a number is quarantined.',
  },
  'send-loop.error': {
    level: 'error',
    message: 'send loop error',
    advice: 'Read `err`, most often the database. The loop goes on, and nothing is sent twice.',
  },
  'sender.planned-again': {
    level: 'warn',
    message: 'planned refused deliveries of a stopped sender again',
    advice: 'Nothing: `again` deliveries wait for the sender to be started.',
  },
  'sender.probed': {
    level: 'warn',
    message: 'a stopped sender is tried again by itself',
    advice: 'Watch for `sender.stopped`: if it comes again, a person has to start the sender.',
  },
  'sender.stopped': {
    level: 'error',
    message: 'the provider refuses this sender: nothing goes out from it',
    advice: 'Look up `reason` at the provider and mend it. Then start the sender in the console.',
  },
  'sending.held': {
    level: 'error',
    message: 'the provider has messages that the ledger lacks: sending is held until staff decide',
    advice: 'A backup was restored. Decide in the console, which shows what was sent since `since`.',
  },
  'upkeep.error': {
    level: 'error',
    message: 'upkeep error',
    advice: 'Read `err`, most often the database. The task is tried again at its next turn.',
  },
  'worker.started': {
    level: 'info',
    message: 'worker started',
    advice: 'Nothing.',
  },
});
