import { Socket, type SocketConnectOpts } from 'node:net';

/** A test that connects to anything but loopback fails at once, instead of texting a real person. */
const loopback = new Set(['localhost', '127.0.0.1', '::1']);

const connect = Object.getOwnPropertyDescriptor(Socket.prototype, 'connect')?.value as (
  ...args: unknown[]
) => Socket;

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const [first] = (Array.isArray(args[0]) ? args[0] : args) as [SocketConnectOpts | undefined];
  const host = typeof first === 'object' && 'host' in first ? first.host : undefined;
  if (host !== undefined && !loopback.has(host)) throw new Error(`a test tried to connect to ${host}`);
  return connect.apply(this, args);
};
