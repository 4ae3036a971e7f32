import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fields } from '../../platform/database/columns.js';
import type { KeptReport, SourceDelivery } from './phone-source.js';

/** The last delivery of a source of phones. */
@Entity('phone_source')
export class PhoneSourceEntity implements Fields<SourceDelivery> {
  @PrimaryColumn('text')
  source!: string;

  @Column('text')
  addressSource!: string;

  @Column('timestamptz', { name: 'replaced_at' })
  at!: Date;

  @Column('text', { name: 'replaced_by' })
  by!: string;

  @Column('jsonb')
  report!: KeptReport;
}
