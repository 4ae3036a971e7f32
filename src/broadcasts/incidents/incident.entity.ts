import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The title that staff gave to an incident. An incident without a row is called what its first audience is called. */
@Entity('incident')
export class IncidentEntity {
  /** The first broadcast. */
  @PrimaryColumn('uuid')
  rootId!: string;

  @Column('text')
  title!: string;
}
