import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OptionalColumn } from '../platform/database/columns.js';
import { DepartmentEntity } from './department.entity.js';
import type { Member, Role } from './member.js';

@Entity('member')
export class MemberEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** Normalised by `readEmail`. */
  @Column('text', { unique: true })
  email!: string;

  @Column('text', { array: true })
  roles!: Role[];

  @Column('uuid')
  departmentId!: string;

  @ManyToOne(() => DepartmentEntity, { nullable: false })
  @JoinColumn()
  department!: Relation<DepartmentEntity>;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @OptionalColumn('timestamptz')
  lastSignInAt!: Date | undefined;

  /** E.164, a mobile. */
  @OptionalColumn('text')
  phone!: string | undefined;

  /** The session of the verification by which they confirm a new phone. */
  @OptionalColumn('text')
  phoneSession!: string | undefined;

  /** When they left. Then they can't sign in, but their name is still shown. */
  @OptionalColumn('timestamptz')
  leftAt!: Date | undefined;
}

export const toMember = (entity: MemberEntity, via: Member['via']): Member => ({
  id: entity.id,
  name: entity.name,
  email: entity.email,
  departmentId: entity.departmentId,
  departmentName: entity.department.name,
  roles: entity.roles,
  phone: entity.phone,
  via,
});
