import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { BroadcastEntity } from '../../broadcasts/broadcast.entity.js';
import { BroadcastEventEntity } from '../../broadcasts/broadcast-event.entity.js';
import { OptionalColumn } from '../../platform/database/columns.js';
import { SocialAccountEntity } from './social-account.entity.js';

export const postStates = ['waiting', 'posted', 'failed'] as const;

/** A post of an account, and what became of it. */
@Unique(['accountId', 'eventId'])
@Unique(['accountId', 'broadcastId', 'withdrawal'])
@Entity('social_post')
export class SocialPostEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  n!: string;

  /** The idempotency key: the same at each try. */
  @Column('uuid', { unique: true, default: () => 'gen_random_uuid()' })
  id!: string;

  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => SocialAccountEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  account!: Relation<SocialAccountEntity>;

  @Column('bigint')
  eventId!: string;

  @ManyToOne(() => BroadcastEventEntity, { nullable: false })
  @JoinColumn()
  event!: Relation<BroadcastEventEntity>;

  @Column('uuid')
  broadcastId!: string;

  @ManyToOne(() => BroadcastEntity, { nullable: false })
  @JoinColumn()
  broadcast!: Relation<BroadcastEntity>;

  @Column('uuid')
  rootId!: string;

  @ManyToOne(() => BroadcastEntity, { nullable: false })
  @JoinColumn()
  root!: Relation<BroadcastEntity>;

  /** Says only that the broadcast was withdrawn. */
  @Column('boolean')
  withdrawal!: boolean;

  /** When it happened. */
  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  queuedAt!: Date;

  /** What is posted, the same at each try. Undefined until the first. */
  @OptionalColumn('text')
  body!: string | undefined;

  @Column('text', { default: 'waiting' })
  state!: (typeof postStates)[number];

  /** A request may have reached the network. */
  @Column('boolean', { default: false })
  inDoubt!: boolean;

  /** How often it was looked for and not found since then. */
  @Column('int', { default: 0 })
  looks!: number;

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

  @OptionalColumn('text')
  remoteId!: string | undefined;

  @OptionalColumn('text')
  url!: string | undefined;
}
