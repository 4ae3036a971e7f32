import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { DutyRole } from '../../kernel/duty-roles.js';
import { OptionalColumn } from '../../platform/database/columns.js';
import { MemberEntity } from '../member.entity.js';
import type { Shift } from './rota.js';

@Entity('duty_shift')
export class DutyShiftEntity implements Shift {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => MemberEntity, { nullable: false })
  @JoinColumn()
  member!: Relation<MemberEntity>;

  @Column('text')
  role!: DutyRole;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @OptionalColumn('uuid')
  deputyId!: string | undefined;

  /** Read from the calendar, and replaced by what it says later. */
  @Column('boolean', { default: false })
  fromCalendar!: boolean;

  /** The same for all shifts of one repetition. */
  @OptionalColumn('uuid')
  seriesId!: string | undefined;

  @ManyToOne(() => MemberEntity)
  @JoinColumn()
  deputy!: Relation<MemberEntity> | undefined;
}
