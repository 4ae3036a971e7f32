import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fields } from '../../platform/database/columns.js';
import type { SenderStop } from './sender-stop.js';

@Entity('sender_stop')
export class SenderStopEntity implements Fields<SenderStop> {
  @PrimaryColumn('text')
  sender!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('timestamptz', { nullable: true })
  probeAt!: Date | null;

  @Column('boolean', { default: false })
  takesBack!: boolean;
}
