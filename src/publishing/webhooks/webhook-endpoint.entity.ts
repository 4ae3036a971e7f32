import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { OptionalColumn, type Fields } from '../../platform/database/columns.js';
import type { Endpoint } from './endpoint.js';
import type { WebhookEvent } from './event-types.js';

@Entity('webhook_endpoint')
export class WebhookEndpointEntity implements Fields<Endpoint> {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  address!: string;

  @Column('text')
  description!: string;

  @Column('text', { array: true })
  events!: readonly WebhookEvent[];

  @Column('boolean')
  includeUnpublished!: boolean;

  @OptionalColumn('timestamptz')
  activeSince!: Date | undefined;

  @OptionalColumn('timestamptz')
  goneAt!: Date | undefined;

  /** Sealed. */
  @Column('bytea')
  secret!: Buffer;

  /** Sealed. */
  @OptionalColumn('bytea')
  previousSecret!: Buffer | undefined;

  @Column('timestamptz')
  createdAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
