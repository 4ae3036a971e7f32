import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import type { PublicIncident } from './bulletin/public-incident.js';

/** The addresses at which readers find what is published. They never change. */
@Injectable()
export class PublicAddresses {
  constructor(private readonly config: Config) {}

  /** The page of an incident. */
  pageOf({ id }: Pick<PublicIncident, 'id'>): string {
    return `${this.config.publicUrl}/aktuellt/${id}`;
  }
}
