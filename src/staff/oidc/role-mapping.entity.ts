import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OptionalColumn } from '../../platform/database/columns.js';
import { DepartmentEntity } from '../department.entity.js';
import type { Role } from '../member.js';
import type { RoleMapping } from './role-mapping.js';

@Entity('role_mapping')
export class RoleMappingEntity implements RoleMapping {
  @PrimaryColumn('text')
  value!: string;

  @Column('int')
  position!: number;

  @OptionalColumn('uuid')
  departmentId!: string | undefined;

  @ManyToOne(() => DepartmentEntity)
  @JoinColumn()
  department!: Relation<DepartmentEntity> | null;

  @Column('text', { array: true })
  roles!: Role[];
}
