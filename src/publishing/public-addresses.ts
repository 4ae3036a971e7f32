import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import type { PublicIncident } from './bulletin/public-incident.js';

/** What the page of an incident marks a message with. */
export const messageAnchor = (message: string, isWithdrawal: boolean): string =>
  isWithdrawal ? `${message}-withdrawn` : message;

/** The addresses at which readers find what is published. They never change. */
@Injectable()
export class PublicAddresses {
  constructor(private readonly config: Config) {}

  /** The page of an incident. */
  pageOf({ id }: Pick<PublicIncident, 'id'>): string {
    return `${this.config.publicUrl}/aktuellt/${id}`;
  }

  /**
   * A message on the page of its incident.
   *
   * @param isWithdrawal where the page says that it was withdrawn
   */
  messageOf(incident: Pick<PublicIncident, 'id'>, message: string, isWithdrawal: boolean): string {
    return `${this.pageOf(incident)}#${messageAnchor(message, isWithdrawal)}`;
  }

  /** The page of current messages. */
  get current(): string {
    return `${this.config.publicUrl}/aktuellt`;
  }

  /**
   * An Atom feed. The Swedish one has no language in its address.
   *
   * @param name `alerts`, or `topics/` and the slug of a topic
   */
  atomOf(name: string, language: string): string {
    return `${this.config.publicUrl}/feeds/${name}${language === 'sv' ? '' : `.${language}`}.atom`;
  }

  /** A CAP message. It is also the id of its entry in the feed. */
  capMessage(name: string): string {
    return `${this.config.publicUrl}/feeds/cap/${name}.xml`;
  }

  /** The feed of CAP messages. */
  capFeed(): string {
    return `${this.config.publicUrl}/feeds/cap.atom`;
  }
}
