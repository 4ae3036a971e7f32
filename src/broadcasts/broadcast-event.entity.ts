import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { OptionalColumn } from '../platform/database/columns.js';
import { MemberEntity } from '../staff/member.entity.js';
import { BroadcastEntity } from './broadcast.entity.js';
import type { BroadcastState, Happening } from './broadcast.js';

/** Something that happened to a broadcast. Insert-only. */
@Entity('broadcast_event')
export class BroadcastEventEntity {
  /** Increases with each event of one broadcast; not ordered across broadcasts. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  broadcastId!: string;

  @ManyToOne(() => BroadcastEntity, { nullable: false })
  @JoinColumn()
  broadcast!: Relation<BroadcastEntity>;

  /** The version after the change; undefined for events from before versions were recorded. */
  @OptionalColumn('int')
  version!: number | undefined;

  @Column('text')
  act!: Happening;

  /** State of the broadcast after the event. */
  @Column('text')
  state!: BroadcastState;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** Undefined if the program itself did it. */
  @OptionalColumn('uuid')
  memberId!: string | undefined;

  @ManyToOne(() => MemberEntity)
  @JoinColumn()
  member!: Relation<MemberEntity> | undefined;

  /** Number of phones, if the act has one. */
  @OptionalColumn('int')
  count!: number | undefined;
}
