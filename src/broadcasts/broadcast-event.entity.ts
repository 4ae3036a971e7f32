import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { OptionalColumn } from '../platform/database/columns.js';
import { MemberEntity } from '../staff/member.entity.js';
import { BroadcastEntity } from './broadcast.entity.js';
import type { BroadcastState, Happening } from './broadcast.js';

/** Something that happened to a broadcast, insert-only. */
@Entity('broadcast_event')
export class BroadcastEventEntity {
  /** Rises with what happens to one broadcast; not across broadcasts. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  broadcastId!: string;

  @ManyToOne(() => BroadcastEntity, { nullable: false })
  @JoinColumn()
  broadcast!: Relation<BroadcastEntity>;

  /** That the change made; undefined of what happened before there were events. */
  @OptionalColumn('int')
  version!: number | undefined;

  @Column('text')
  act!: Happening;

  /** Of the broadcast, afterwards. */
  @Column('text')
  state!: BroadcastState;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** Undefined for the program itself. */
  @OptionalColumn('uuid')
  memberId!: string | undefined;

  @ManyToOne(() => MemberEntity)
  @JoinColumn()
  member!: Relation<MemberEntity> | undefined;

  /** Phones, where the act names a number of them. */
  @OptionalColumn('int')
  count!: number | undefined;
}
