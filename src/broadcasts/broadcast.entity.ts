import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  VersionColumn,
  type Relation,
} from 'typeorm';
import type { Audience } from '../audiences/audience.js';
import type { ChannelChoice } from '../kernel/channel-choice.js';
import type { Relation as FollowUp } from '../kernel/relations.js';
import { OptionalColumn, type Fields } from '../platform/database/columns.js';
import type { Broadcast, BroadcastKind, BroadcastState, BroadcastText, Lane } from './broadcast.js';

type Columns = Fields<Omit<Broadcast, 'follows' | 'texts'>>;

/** A broadcast as it is stored. A field of `Broadcast` without a column here is a compile error. */
@Entity('broadcast')
export class BroadcastEntity implements Columns {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: BroadcastKind;

  @Column('text')
  state!: BroadcastState;

  @Column('text')
  lane!: Lane;

  @Column('boolean')
  exercise!: boolean;

  @Column('text')
  channels!: ChannelChoice;

  @OptionalColumn('text')
  event!: Broadcast['event'];

  @OptionalColumn('text')
  page!: string | undefined;

  @OptionalColumn('jsonb')
  points!: Broadcast['points'];

  @OptionalColumn('jsonb')
  template!: Broadcast['template'];

  @OptionalColumn('jsonb')
  readBy!: Broadcast['readBy'];

  @OptionalColumn('boolean')
  isPublic!: boolean | undefined;

  @OptionalColumn('boolean')
  publicAsUsual!: boolean | undefined;

  @OptionalColumn('boolean')
  webOnly!: boolean | undefined;

  @OptionalColumn('boolean')
  goesOn!: boolean | undefined;

  @OptionalColumn('boolean')
  pageLink!: boolean | undefined;

  @OptionalColumn('jsonb')
  posts!: Broadcast['posts'];

  @OptionalColumn('boolean')
  noPosts!: boolean | undefined;

  @OptionalColumn('text')
  pageCode!: string | undefined;

  @OptionalColumn('jsonb')
  publishedArea!: Broadcast['publishedArea'];

  @Column('jsonb')
  audience!: Audience;

  @Column('text')
  audienceName!: string;

  @OptionalColumn('text')
  relation!: FollowUp | undefined;

  @OptionalColumn('uuid')
  followsId!: string | undefined;

  @OptionalColumn('uuid')
  rootId!: string | undefined;

  @OneToMany(() => BroadcastTextEntity, (text) => text.broadcast)
  texts!: Relation<BroadcastTextEntity>[];

  @OptionalColumn('timestamptz')
  onsetAt!: Date | undefined;

  @OptionalColumn('timestamptz')
  startsAt!: Date | undefined;

  @OptionalColumn('timestamptz')
  heldUntil!: Date | undefined;

  @OptionalColumn('int')
  movedIn!: number | undefined;

  @Column('timestamptz')
  expiresAt!: Date;

  @OptionalColumn('uuid')
  departmentId!: string | undefined;

  @OptionalColumn('uuid')
  createdBy!: string | undefined;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { array: true })
  authors!: readonly string[];

  @OptionalColumn('uuid', { array: true })
  returnedBy!: readonly string[] | undefined;

  @OptionalColumn('uuid')
  submittedBy!: string | undefined;

  @OptionalColumn('timestamptz')
  submittedAt!: Date | undefined;

  @OptionalColumn('int')
  submittedCount!: number | undefined;

  @OptionalColumn('text')
  contentHash!: string | undefined;

  @OptionalColumn('jsonb')
  areaVersions!: Readonly<Record<string, string>> | undefined;

  @OptionalColumn('uuid')
  decidedBy!: string | undefined;

  @OptionalColumn('timestamptz')
  decidedAt!: Date | undefined;

  @OptionalColumn('text')
  decisionNote!: string | undefined;

  @OptionalColumn('timestamptz')
  startedAt!: Date | undefined;

  @OptionalColumn('timestamptz')
  completedAt!: Date | undefined;

  @OptionalColumn('int')
  planned!: number | undefined;

  @VersionColumn({ default: 1 })
  version!: number;
}

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

  /** The order in which they were written. The first is used for each language without a text. */
  @Column('smallint')
  position!: number;

  @Column('text')
  sms!: string;

  @OptionalColumn('text')
  voice!: string | undefined;

  @Column('smallint')
  segments!: number;

  @OptionalColumn('text')
  headline!: string | undefined;

  @OptionalColumn('text')
  web!: string | undefined;
}

export const toBroadcast = ({
  relation,
  followsId,
  rootId,
  texts,
  ...columns
}: BroadcastEntity): Broadcast => ({
  ...columns,
  ...(relation && followsId && rootId ? { follows: { relation, id: followsId, root: rootId } } : {}),
  texts: [...texts].sort((a, b) => a.position - b.position).map(toText),
});

/** All columns of its row, including empty ones. */
export const columnsOf = ({ follows, texts: _texts, ...fields }: Broadcast) => ({
  ...fields,
  relation: follows?.relation,
  followsId: follows?.id,
  rootId: follows?.root,
});

const toText = ({ language, sms, voice, segments, headline, web }: BroadcastTextEntity): BroadcastText => ({
  language,
  sms,
  voice,
  segments,
  headline,
  web,
});
