import type { Ordered, Row, Taken } from './story.js';

export const phone = '+46701740605';

export const broadcastOf = (more: Partial<Ordered> = {}): Ordered => ({
  id: 'b',
  name: 'alla',
  lane: 'urgent',
  words: 'Prov',
  audience: new Set([phone]),
  silences: [],
  isCancelled: false,
  ...more,
});

export const rowOf = (more: Partial<Row> = {}): Row => ({
  n: 1,
  phone,
  channel: 'sms',
  status: 'delivered',
  reason: null,
  attempts: 1,
  token: 'first',
  providerRef: 'SM1',
  resent: false,
  sentAt: 900,
  ...more,
});

export const takenOf = (more: Partial<Taken> = {}): Taken => ({
  sid: 'SM1',
  to: phone,
  kind: 'sms',
  status: 'delivered',
  errorCode: null,
  at: 1000,
  lateMs: 0,
  token: 'first',
  ...more,
});
