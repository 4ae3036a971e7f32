import type { Socket } from 'node:net';
import {
  askForPassword,
  emptyMessage,
  endOf,
  fatalError,
  hasError,
  queryMessage,
  statementError,
  withoutReadyForQuery,
} from './backend-messages.js';
import { FrontendMessages, type FrontendMessage } from './frontend-messages.js';
import type { FairMutex } from './fair-mutex.js';

/** The part of an embedded database's single session that clients need. */
export interface EmbeddedSession {
  execProtocolRaw(message: Uint8Array): Promise<Uint8Array>;
  isInTransaction(): boolean;
}

/** Message types that the database answers with ReadyForQuery. After it the database is idle, or in a transaction. */
const endsWithReady = new Set(['startup', 'Q', 'S', 'F']);

/** Query, Parse, Bind, Describe, Execute and Close. The database always answers them, except after an error. */
const isAnswered = new Set(['Q', 'P', 'B', 'D', 'E', 'C']);

/** PostgreSQL's `internal_error`, as PostGIS itself gives for a geometry that GEOS can't work out. */
const lostStatement = statementError(
  'XX000',
  'the embedded database gave no answer: GEOS failed on a geometry',
);

/**
 * One client of the embedded database. All clients share its single session. So a client holds the mutex from the first
 * message of a statement until the database is idle and no transaction is open. Otherwise, if another client's Parse
 * came between this client's Parse and Bind, the other client's statement would run with this client's values.
 */
export class ClientSession {
  private readonly messages = new FrontendMessages();
  private readonly inbox: FrontendMessage[] = [];
  private giveBack?: () => void;
  private unsynced = false;
  /** A statement failed, so what comes until Sync is skipped: by the database, or by us if it lost the statement. */
  private failed: 'by-database' | 'lost' | undefined;
  private working = false;
  private gone = false;
  private idle?: NodeJS.Timeout;
  /** The startup message, kept until the client has sent the password. */
  private greeting?: Uint8Array;
  private trusted = false;

  /**
   * @param isPassword whether this is the password that a client must send first
   * @param patience milliseconds a client may keep an idle transaction open while others wait
   * @param onFatal called when the database itself failed: its state can't be trusted after that
   */
  constructor(
    private readonly socket: Socket,
    private readonly session: EmbeddedSession,
    private readonly turns: FairMutex,
    private readonly isPassword: (said: Buffer) => boolean,
    private readonly patience: number,
    private readonly onFatal: (error: unknown) => void,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.hear(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.gone = true;
      this.work();
    });
  }

  private hear(chunk: Buffer): void {
    try {
      this.inbox.push(...this.messages.push(chunk));
    } catch {
      this.socket.destroy();
      return;
    }
    this.work();
  }

  private work(): void {
    if (this.working) return;
    this.working = true;
    clearTimeout(this.idle);
    this.workThroughInbox()
      .catch(this.onFatal)
      .finally(() => {
        this.working = false;
      });
  }

  private async workThroughInbox(): Promise<void> {
    while (!this.gone) {
      const message = this.inbox.shift();
      if (!message) break;
      await this.handle(message);
    }
    if (this.gone) await this.leave();
    else if (this.giveBack) this.idle = setTimeout(() => this.sendAway(), this.patience);
  }

  private async handle({ type, bytes }: FrontendMessage): Promise<void> {
    if (type === 'encryption') {
      this.socket.write('N');
      return;
    }
    if (type === 'X' || type === 'cancel') {
      this.socket.end();
      return;
    }
    if (this.trusted) await this.pass(type, bytes);
    else await this.admit(type, bytes);
  }

  /** Handles the login. Nothing reaches the database before the client has sent the right password. */
  private async admit(type: string, bytes: Uint8Array): Promise<void> {
    if (type === 'startup') {
      this.greeting = bytes;
      this.socket.write(askForPassword());
      return;
    }
    // The password is after the type and length (5 bytes) and before the final NUL.
    if (type !== 'p' || !this.greeting || !this.isPassword(Buffer.from(bytes.subarray(5, -1)))) {
      this.socket.end(fatalError('28P01', 'the password is wrong'));
      this.socket.destroySoon();
      return;
    }
    this.trusted = true;
    this.messages.trust();
    await this.pass('startup', this.greeting);
  }

  private async pass(type: string, bytes: Uint8Array): Promise<void> {
    this.giveBack ??= await this.turns.acquire();
    // The client may have disconnected while it waited for the mutex.
    if (this.gone) return;
    const ready = endsWithReady.has(type);
    const answer = await this.answerTo(type, bytes);
    this.unsynced = !ready;
    if (this.socket.writable) this.socket.write(ready ? answer : withoutReadyForQuery(answer));
    if (ready && !this.session.isInTransaction()) this.returnTurn();
  }

  /**
   * If GEOS throws an error, it passes PostgreSQL by: the embedded database answers nothing, and goes on as if there had
   * been no statement. A client would take that for no rows. So the client gets an error, and its transaction fails.
   */
  private async answerTo(type: string, bytes: Uint8Array): Promise<Uint8Array> {
    const wasLost = this.failed === 'lost';
    if (wasLost && !endsWithReady.has(type)) return new Uint8Array();
    const answer = await this.session.execProtocolRaw(bytes);
    const isLost = answer.length === 0 && isAnswered.has(type) && this.failed === undefined;
    if (endsWithReady.has(type)) {
      this.failed = undefined;
      if (isLost) return Buffer.concat([lostStatement, endOf(await this.failTransaction())]);
      return wasLost ? endOf(await this.failTransaction()) : answer;
    }
    if (isLost) this.failed = 'lost';
    else if (hasError(answer)) this.failed = 'by-database';
    return isLost ? lostStatement : answer;
  }

  /** @returns an answer that ends with ReadyForQuery */
  private async failTransaction(): Promise<Uint8Array> {
    const idle = await this.session.execProtocolRaw(emptyMessage('S'));
    return this.session.isInTransaction() ? this.session.execProtocolRaw(queryMessage('SELECT 1 / 0')) : idle;
  }

  /** Cleans up after a client that disconnected: ends its extended query and rolls back its transaction. */
  private async leave(): Promise<void> {
    if (!this.giveBack) return;
    if (this.unsynced) await this.session.execProtocolRaw(emptyMessage('S'));
    if (this.session.isInTransaction()) await this.session.execProtocolRaw(queryMessage('ROLLBACK'));
    this.returnTurn();
  }

  private sendAway(): void {
    if (this.turns.waiting === 0) {
      this.idle = setTimeout(() => this.sendAway(), this.patience);
      return;
    }
    this.socket.end(fatalError('25P03', 'a transaction was kept open in silence while others waited'));
    this.socket.destroySoon();
  }

  private returnTurn(): void {
    const give = this.giveBack;
    this.giveBack = undefined;
    give?.();
  }
}
