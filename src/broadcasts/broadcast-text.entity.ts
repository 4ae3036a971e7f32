import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OptionalColumn, type Fields } from '../platform/database/columns.js';
import { BroadcastEntity } from './broadcast.entity.js';
import type { BroadcastText } from './broadcast.js';

/** A broadcast's text in one language. */
@Entity('broadcast_text')
export class BroadcastTextEntity implements Fields<BroadcastText> {
  @PrimaryColumn('uuid')
  broadcastId!: string;

  @ManyToOne(() => BroadcastEntity, (broadcast) => broadcast.texts, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  broadcast!: Relation<BroadcastEntity>;

  @PrimaryColumn('text')
  language!: string;

  /** The order in which they were written; the first is for everyone whose language has none. */
  @Column('smallint')
  position!: number;

  @Column('text')
  sms!: string;

  @OptionalColumn('text')
  voice!: string | undefined;

  @Column('smallint')
  segments!: number;
}

export const toText = ({ language, sms, voice, segments }: BroadcastTextEntity): BroadcastText => ({
  language,
  sms,
  voice,
  segments,
});
