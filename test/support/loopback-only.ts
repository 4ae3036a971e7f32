import net from 'node:net';

/** A test that reaches for the outside world fails at once instead of texting somebody. */
const connect = net.Socket.prototype.connect;
const loopback = new Set(['localhost', '127.0.0.1', '::1', undefined]);

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const [first] = (Array.isArray(args[0]) ? args[0] : args) as [unknown];
  const host = typeof first === 'object' && first !== null ? (first as { host?: string }).host : undefined;
  if (!loopback.has(host)) throw new Error(`a test tried to connect to ${host}`);
  return (connect as (...a: unknown[]) => net.Socket).apply(this, args);
} as typeof net.Socket.prototype.connect;
