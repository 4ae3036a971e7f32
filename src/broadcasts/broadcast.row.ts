import type { Audience } from '../audiences/audience.js';
import type { ChannelChoice } from '../audiences/recipients.sql.js';
import type { Broadcast, BroadcastKind, BroadcastState, Lane, Relation } from './broadcast.js';

/** A row of `broadcast` with its texts, as PostgreSQL gives it. */
export interface BroadcastRow {
  id: string;
  kind: BroadcastKind;
  state: BroadcastState;
  lane: Lane;
  exercise: boolean;
  channels: ChannelChoice;
  audience: Audience;
  audience_name: string;
  relation: Relation | null;
  follows_id: string | null;
  root_id: string | null;
  expires_at: Date;
  department_id: string | null;
  created_by: string | null;
  created_at: Date;
  authors: string[];
  submitted_by: string | null;
  submitted_at: Date | null;
  submitted_count: number | null;
  content_hash: string | null;
  area_versions: Record<string, string> | null;
  decided_by: string | null;
  decided_at: Date | null;
  decision_note: string | null;
  started_at: Date | null;
  completed_at: Date | null;
  planned: number | null;
  version: number;
  texts: { language: string; sms: string; voice: string | null; segments: number }[] | null;
}

export const fromRow = (row: BroadcastRow): Broadcast => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  lane: row.lane,
  exercise: row.exercise,
  channels: row.channels,
  audience: row.audience,
  audienceName: row.audience_name,
  ...(row.relation && row.follows_id && row.root_id
    ? { follows: { relation: row.relation, id: row.follows_id, root: row.root_id } }
    : {}),
  texts: (row.texts ?? []).map(({ voice, ...text }) => ({ ...text, voice: voice ?? undefined })),
  expiresAt: row.expires_at,
  departmentId: row.department_id ?? undefined,
  createdBy: row.created_by ?? undefined,
  createdAt: row.created_at,
  authors: row.authors,
  submittedBy: row.submitted_by ?? undefined,
  submittedAt: row.submitted_at ?? undefined,
  submittedCount: row.submitted_count ?? undefined,
  contentHash: row.content_hash ?? undefined,
  areaVersions: row.area_versions ?? undefined,
  decidedBy: row.decided_by ?? undefined,
  decidedAt: row.decided_at ?? undefined,
  decisionNote: row.decision_note ?? undefined,
  startedAt: row.started_at ?? undefined,
  completedAt: row.completed_at ?? undefined,
  planned: row.planned ?? undefined,
  version: row.version,
});
