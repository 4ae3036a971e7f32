import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { BroadcastEntity } from '../../broadcasts/broadcast.entity.js';
import { BroadcastEventEntity } from '../../broadcasts/broadcast-event.entity.js';
import type { BroadcastState } from '../../broadcasts/broadcast.js';
import { OptionalColumn } from '../../platform/database/columns.js';
import type { deliveryStates, WebhookType } from './event-types.js';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.js';

/** A message to an endpoint, and the log of its tries. */
@Entity('webhook_delivery')
export class WebhookDeliveryEntity {
  /** The order of the log. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  n!: string;

  /** The `webhook-id`: the same at each try. */
  @Column('uuid', { unique: true, default: () => 'gen_random_uuid()' })
  id!: string;

  @Column('uuid')
  endpointId!: string;

  @ManyToOne(() => WebhookEndpointEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  endpoint!: Relation<WebhookEndpointEntity>;

  /** Undefined for an expiry, which has no event, and for a test. */
  @OptionalColumn('bigint')
  eventId!: string | undefined;

  @ManyToOne(() => BroadcastEventEntity)
  @JoinColumn()
  event!: Relation<BroadcastEventEntity> | undefined;

  /** Undefined for a test. */
  @OptionalColumn('uuid')
  broadcastId!: string | undefined;

  @ManyToOne(() => BroadcastEntity)
  @JoinColumn()
  broadcast!: Relation<BroadcastEntity> | undefined;

  @Column('text')
  type!: WebhookType;

  @OptionalColumn('int')
  broadcastVersion!: number | undefined;

  @OptionalColumn('text')
  broadcastState!: BroadcastState | undefined;

  /** When it happened. */
  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  queuedAt!: Date;

  /** What is sent, the same at each try. Undefined until the first. */
  @OptionalColumn('text')
  body!: string | undefined;

  @Column('text', { default: 'waiting' })
  state!: (typeof deliveryStates)[number];

  @Column('int', { default: 0 })
  tries!: number;

  /** While it waits. During a try, when another worker may try if this one died. */
  @OptionalColumn('timestamptz', { default: () => 'now()' })
  nextTryAt!: Date | undefined;

  @OptionalColumn('timestamptz')
  lastTryAt!: Date | undefined;

  /** HTTP status of the last answer. */
  @OptionalColumn('int')
  status!: number | undefined;

  /** Why the last try failed. */
  @OptionalColumn('text')
  reason!: string | undefined;
}
