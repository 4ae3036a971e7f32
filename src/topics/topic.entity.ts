import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn, type Relation } from 'typeorm';
import { OptionalColumn, type Fields } from '../platform/database/columns.js';
import { DepartmentEntity } from '../staff/department.entity.js';
import type { InEachLanguage, Topic, TopicState } from './topic.js';
import type { TopicHours } from './topic-hours.js';

@Entity('topic')
export class TopicEntity implements Fields<Omit<Topic, 'department'>> {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('jsonb')
  name!: InEachLanguage;

  @Column('jsonb')
  description!: InEachLanguage;

  @Column('text')
  state!: TopicState;

  @Column('uuid')
  departmentId!: string;

  @ManyToOne(() => DepartmentEntity, { nullable: false })
  @JoinColumn()
  department!: Relation<DepartmentEntity>;

  @Column('text', { name: 'owner_name' })
  owner!: string;

  @Column('int', { default: 0 })
  position!: number;

  @Column('boolean', { default: true })
  isPublic!: boolean;

  @VersionColumn({ default: 1 })
  version!: number;

  @OptionalColumn('jsonb')
  hours!: TopicHours | undefined;
}

export const toTopic = ({ department, ...fields }: TopicEntity): Topic => ({
  ...fields,
  department: department.name,
});
