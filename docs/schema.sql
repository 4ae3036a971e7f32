-- table access_key
CREATE TABLE access_key (
  hash bytea NOT NULL,
  member_id uuid NOT NULL,
  label text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT access_key_pkey PRIMARY KEY (hash),
  CONSTRAINT access_key_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);

-- table address
CREATE TABLE address (
  id uuid NOT NULL,
  source text NOT NULL,
  source_key text NOT NULL,
  property_id uuid,
  property_keys text[] DEFAULT '{}'::text[] NOT NULL,
  street text NOT NULL,
  number text NOT NULL,
  postal_code text,
  locality text,
  search_name text NOT NULL,
  point geometry(Point,3006) NOT NULL,
  point_source text NOT NULL,
  valid_from timestamp with time zone DEFAULT now() NOT NULL,
  valid_to timestamp with time zone,
  CONSTRAINT address_pkey PRIMARY KEY (id),
  CONSTRAINT address_point_source_check CHECK ((point_source = ANY (ARRAY['own'::text, 'property'::text]))),
  CONSTRAINT address_property_id_fkey FOREIGN KEY (property_id) REFERENCES place(id)
);

-- table address_past
CREATE TABLE address_past (
  address_id uuid NOT NULL,
  property_id uuid,
  street text NOT NULL,
  number text NOT NULL,
  postal_code text,
  locality text,
  point geometry(Point,3006) NOT NULL,
  valid_from timestamp with time zone NOT NULL,
  valid_to timestamp with time zone NOT NULL,
  CONSTRAINT address_past_address_id_fkey FOREIGN KEY (address_id) REFERENCES address(id) ON DELETE CASCADE,
  CONSTRAINT address_past_check CHECK ((valid_from < valid_to))
);

-- table address_place
CREATE TABLE address_place (
  place_id uuid NOT NULL,
  address_id uuid NOT NULL,
  CONSTRAINT address_place_pkey PRIMARY KEY (place_id, address_id)
);

-- table approvers_told
CREATE TABLE approvers_told (
  broadcast_id uuid NOT NULL,
  submitted_at timestamp with time zone NOT NULL,
  reminder boolean NOT NULL,
  at timestamp with time zone NOT NULL,
  texted uuid[] NOT NULL,
  not_texted uuid[] NOT NULL,
  notices uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  CONSTRAINT approvers_told_pkey PRIMARY KEY (broadcast_id, submitted_at, reminder),
  CONSTRAINT approvers_told_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES broadcast(id) ON DELETE CASCADE
);

-- table audience_count
CREATE TABLE audience_count (
  key bytea NOT NULL,
  stamp text NOT NULL,
  counts jsonb NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT audience_count_pkey PRIMARY KEY (key)
);

-- table audit_entry
CREATE TABLE audit_entry (
  id bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  member_id uuid,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  keyed boolean DEFAULT false NOT NULL,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (id),
  CONSTRAINT audit_entry_hash_key UNIQUE (hash),
  CONSTRAINT audit_entry_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);

-- table audit_head
CREATE TABLE audit_head (
  one boolean DEFAULT true NOT NULL,
  entry_id bigint NOT NULL,
  signature bytea NOT NULL,
  CONSTRAINT audit_head_pkey PRIMARY KEY (one),
  CONSTRAINT audit_head_one_check CHECK (one)
);

-- table brand_look
CREATE TABLE brand_look (
  id integer NOT NULL,
  name text,
  colours jsonb,
  footer jsonb NOT NULL,
  logo bytea,
  dark_logo bytea,
  print_logo bytea,
  logo_has_name boolean NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT brand_look_pkey PRIMARY KEY (id),
  CONSTRAINT brand_look_id_check CHECK ((id = 1))
);

-- table broadcast
CREATE TABLE broadcast (
  id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  lane text NOT NULL,
  exercise boolean NOT NULL,
  channels text NOT NULL,
  audience jsonb NOT NULL,
  audience_name text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  department_id uuid,
  created_by uuid,
  created_at timestamp with time zone NOT NULL,
  authors uuid[] NOT NULL,
  submitted_by uuid,
  submitted_at timestamp with time zone,
  submitted_count integer,
  content_hash text,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_note text,
  started_at timestamp with time zone,
  completed_at timestamp with time zone,
  planned integer,
  version integer DEFAULT 1 NOT NULL,
  relation text,
  follows_id uuid,
  root_id uuid,
  area_versions jsonb,
  template jsonb,
  read_by jsonb,
  starts_at timestamp with time zone,
  held_until timestamp with time zone,
  moved_in integer,
  event text,
  page text,
  points jsonb,
  returned_by uuid[],
  is_public boolean,
  web_only boolean,
  page_link boolean,
  page_code text,
  published_area jsonb,
  posts jsonb,
  no_posts boolean,
  goes_on boolean,
  onset_at timestamp with time zone,
  public_as_usual boolean,
  CONSTRAINT broadcast_pkey PRIMARY KEY (id),
  CONSTRAINT broadcast_channels_check CHECK ((channels = ANY (ARRAY['mobile-first'::text, 'both'::text]))),
  CONSTRAINT broadcast_created_by_fkey FOREIGN KEY (created_by) REFERENCES member(id),
  CONSTRAINT broadcast_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES member(id),
  CONSTRAINT broadcast_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id),
  CONSTRAINT broadcast_follows CHECK ((num_nonnulls(relation, follows_id, root_id) = ANY (ARRAY[0, 3]))),
  CONSTRAINT broadcast_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES broadcast(id),
  CONSTRAINT broadcast_kind_check CHECK ((kind = ANY (ARRAY['alert'::text, 'topic'::text, 'verification'::text, 'notice'::text]))),
  CONSTRAINT broadcast_lane_check CHECK ((lane = ANY (ARRAY['verification'::text, 'crisis'::text, 'urgent'::text, 'routine'::text]))),
  CONSTRAINT broadcast_relation_check CHECK ((relation = ANY (ARRAY['extension'::text, 'update'::text, 'correction'::text, 'all-clear'::text]))),
  CONSTRAINT broadcast_root_id_fkey FOREIGN KEY (root_id) REFERENCES broadcast(id),
  CONSTRAINT broadcast_scheduled CHECK (((state <> 'scheduled'::text) OR (num_nonnulls(starts_at, held_until) > 0))),
  CONSTRAINT broadcast_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'pending-approval'::text, 'returned'::text, 'rejected'::text, 'scheduled'::text, 'approved'::text, 'sending'::text, 'paused'::text, 'completed'::text, 'cancelled'::text, 'missed'::text]))),
  CONSTRAINT broadcast_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES member(id)
);

-- table broadcast_event
CREATE TABLE broadcast_event (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  broadcast_id uuid NOT NULL,
  version integer,
  act text NOT NULL,
  state text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  member_id uuid,
  count integer,
  CONSTRAINT broadcast_event_pkey PRIMARY KEY (id),
  CONSTRAINT broadcast_event_act_check CHECK ((act = ANY (ARRAY['create'::text, 'edit'::text, 'submission'::text, 'approval'::text, 'return'::text, 'rejection'::text, 'pause'::text, 'resumption'::text, 'start-now'::text, 'cancellation'::text, 'break-glass'::text, 'due'::text, 'missed'::text, 'start'::text, 'completion'::text]))),
  CONSTRAINT broadcast_event_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES broadcast(id),
  CONSTRAINT broadcast_event_broadcast_id_version_key UNIQUE (broadcast_id, version),
  CONSTRAINT broadcast_event_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);

-- table broadcast_text
CREATE TABLE broadcast_text (
  broadcast_id uuid NOT NULL,
  "position" smallint NOT NULL,
  language text NOT NULL,
  sms text NOT NULL,
  voice text,
  segments smallint NOT NULL,
  headline text,
  web text,
  CONSTRAINT broadcast_text_pkey PRIMARY KEY (broadcast_id, language),
  CONSTRAINT broadcast_text_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES broadcast(id) ON DELETE CASCADE,
  CONSTRAINT broadcast_text_broadcast_id_position_key UNIQUE (broadcast_id, "position")
);

-- table call_off
CREATE TABLE call_off (
  broadcast_id uuid NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  look_at timestamp with time zone DEFAULT now() NOT NULL,
  done_at timestamp with time zone,
  looked_to integer DEFAULT 0 NOT NULL,
  last integer DEFAULT 0 NOT NULL,
  CONSTRAINT call_off_pkey PRIMARY KEY (broadcast_id)
);

-- table code_allowance
CREATE TABLE code_allowance (
  scope text NOT NULL,
  key bytea NOT NULL,
  full_at timestamp with time zone NOT NULL,
  CONSTRAINT code_allowance_pkey PRIMARY KEY (scope, key)
);

-- table consent_event
CREATE TABLE consent_event (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  at timestamp with time zone NOT NULL,
  phone text NOT NULL,
  topic_id uuid NOT NULL,
  act text NOT NULL,
  how text NOT NULL,
  text_hash bytea,
  language text,
  CONSTRAINT consent_event_pkey PRIMARY KEY (id),
  CONSTRAINT consent_event_act_check CHECK ((act = ANY (ARRAY['began'::text, 'ended'::text]))),
  CONSTRAINT consent_event_check CHECK (((act = 'began'::text) = (text_hash IS NOT NULL))),
  CONSTRAINT consent_event_how_check CHECK ((how = ANY (ARRAY['web'::text, 'text'::text]))),
  CONSTRAINT consent_event_text_hash_fkey FOREIGN KEY (text_hash) REFERENCES consent_text(hash),
  CONSTRAINT consent_event_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id)
);

-- table consent_text
CREATE TABLE consent_text (
  hash bytea NOT NULL,
  version text NOT NULL,
  language text NOT NULL,
  body text NOT NULL,
  CONSTRAINT consent_text_pkey PRIMARY KEY (hash)
);

-- table delivery
CREATE TABLE delivery (
  broadcast_id uuid NOT NULL,
  n integer NOT NULL,
  phone text NOT NULL,
  channel text NOT NULL,
  language text NOT NULL,
  segments smallint NOT NULL,
  generated boolean NOT NULL,
  status text NOT NULL,
  reason text,
  attempts smallint DEFAULT 0 NOT NULL,
  token text,
  provider_ref text,
  sent_at timestamp with time zone,
  confirmed boolean DEFAULT false NOT NULL,
  resent boolean DEFAULT false NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  sender text,
  provider text,
  CONSTRAINT delivery_pkey PRIMARY KEY (broadcast_id, phone, channel),
  CONSTRAINT delivery_broadcast_id_n_key UNIQUE (broadcast_id, n),
  CONSTRAINT delivery_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'voice'::text]))),
  CONSTRAINT delivery_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'suppressed'::text, 'sending'::text, 'accepted'::text, 'sent'::text, 'delivered'::text, 'undelivered'::text, 'failed'::text, 'rejected'::text, 'in-doubt'::text, 'no-receipt'::text, 'unknown'::text, 'cancelled'::text, 'expired'::text])))
) PARTITION BY RANGE (broadcast_id);

-- table delivery_batch
CREATE TABLE delivery_batch (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  broadcast_id uuid NOT NULL,
  channel text NOT NULL,
  ns integer[] NOT NULL,
  due_at timestamp with time zone DEFAULT now() NOT NULL,
  worker text,
  lease_until timestamp with time zone,
  fence integer DEFAULT 0 NOT NULL,
  CONSTRAINT delivery_batch_pkey PRIMARY KEY (id)
);

-- table delivery_doubt
CREATE TABLE delivery_doubt (
  broadcast_id uuid NOT NULL,
  n integer NOT NULL,
  since timestamp with time zone DEFAULT now() NOT NULL,
  look_at timestamp with time zone NOT NULL,
  empty_looks smallint DEFAULT 0 NOT NULL,
  CONSTRAINT delivery_doubt_pkey PRIMARY KEY (broadcast_id, n)
);

-- table delivery_event
CREATE TABLE delivery_event (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  broadcast_id uuid NOT NULL,
  n integer NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  kind text NOT NULL,
  detail jsonb NOT NULL,
  CONSTRAINT delivery_event_pkey PRIMARY KEY (id)
);

-- table department
CREATE TABLE department (
  id uuid NOT NULL,
  name text NOT NULL,
  CONSTRAINT department_pkey PRIMARY KEY (id),
  CONSTRAINT department_name_key UNIQUE (name)
);

-- table disposed_broadcast
CREATE TABLE disposed_broadcast (
  broadcast_id uuid NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  counts jsonb NOT NULL,
  CONSTRAINT disposed_broadcast_pkey PRIMARY KEY (broadcast_id)
);

-- table duty_shift
CREATE TABLE duty_shift (
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  role text NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  deputy_id uuid,
  from_calendar boolean DEFAULT false NOT NULL,
  series_id uuid,
  CONSTRAINT duty_shift_pkey PRIMARY KEY (id),
  CONSTRAINT duty_shift_check CHECK ((ends_at > starts_at)),
  CONSTRAINT duty_shift_check1 CHECK ((deputy_id <> member_id)),
  CONSTRAINT duty_shift_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES member(id),
  CONSTRAINT duty_shift_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  CONSTRAINT duty_shift_role_check CHECK ((role = ANY (ARRAY['approver'::text, 'duty-officer'::text])))
);

-- table heeded_stop
CREATE TABLE heeded_stop (
  provider_ref text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT heeded_stop_pkey PRIMARY KEY (provider_ref)
);

-- table idempotent_answer
CREATE TABLE idempotent_answer (
  member_id uuid NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer,
  body jsonb,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  attempt uuid,
  done boolean DEFAULT false NOT NULL,
  alive_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT idempotent_answer_pkey PRIMARY KEY (member_id, key),
  CONSTRAINT idempotent_answer_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);

-- table inbound_text
CREATE TABLE inbound_text (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  provider_ref text NOT NULL,
  phone text NOT NULL,
  recipient text NOT NULL,
  body text NOT NULL,
  outcome text NOT NULL,
  CONSTRAINT inbound_text_pkey PRIMARY KEY (id),
  CONSTRAINT inbound_text_outcome_check CHECK ((outcome = ANY (ARRAY['stopped'::text, 'started'::text, 'answered'::text, 'unanswered'::text]))),
  CONSTRAINT inbound_text_provider_ref_key UNIQUE (provider_ref)
);

-- table incident
CREATE TABLE incident (
  root_id uuid NOT NULL,
  title text NOT NULL,
  CONSTRAINT incident_pkey PRIMARY KEY (root_id),
  CONSTRAINT incident_root_id_fkey FOREIGN KEY (root_id) REFERENCES broadcast(id),
  CONSTRAINT incident_title_check CHECK ((title <> ''::text))
);

-- table kept_count
CREATE TABLE kept_count (
  key bytea NOT NULL,
  places uuid[] NOT NULL,
  channels text NOT NULL,
  refresh_id bigint NOT NULL,
  membership text NOT NULL,
  counts jsonb NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT kept_count_pkey PRIMARY KEY (key)
);

-- table kept_objection
CREATE TABLE kept_objection (
  phone_hash bytea NOT NULL,
  objected_at timestamp with time zone NOT NULL,
  CONSTRAINT kept_objection_pkey PRIMARY KEY (phone_hash)
);

-- table kept_protection
CREATE TABLE kept_protection (
  phone_hash bytea NOT NULL,
  CONSTRAINT kept_protection_pkey PRIMARY KEY (phone_hash)
);

-- table kept_sums
CREATE TABLE kept_sums (
  broadcast_id uuid NOT NULL,
  version bigint DEFAULT 0 NOT NULL,
  counts jsonb,
  CONSTRAINT kept_sums_pkey PRIMARY KEY (broadcast_id)
) WITH (fillfactor=50);

-- table map_feature
CREATE TABLE map_feature (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  source text NOT NULL,
  layer text NOT NULL,
  name text,
  geom geometry(Geometry,3006) NOT NULL,
  CONSTRAINT map_feature_pkey PRIMARY KEY (id)
);

-- table map_overview
CREATE TABLE map_overview (
  level smallint NOT NULL,
  layer text NOT NULL,
  id text NOT NULL,
  name text,
  geom geometry(Geometry,3006) NOT NULL
);

-- table member
CREATE TABLE member (
  id uuid NOT NULL,
  department_id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  roles text[] NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  left_at timestamp with time zone,
  phone text,
  phone_session text,
  last_sign_in_at timestamp with time zone,
  CONSTRAINT member_pkey PRIMARY KEY (id),
  CONSTRAINT member_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id),
  CONSTRAINT member_email_key UNIQUE (email),
  CONSTRAINT member_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text))
);

-- table membership_change
CREATE TABLE membership_change (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT membership_change_pkey PRIMARY KEY (id)
);

-- table migration_checksum
CREATE TABLE migration_checksum (
  name text NOT NULL,
  checksum text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT migration_checksum_pkey PRIMARY KEY (name)
);

-- table migrations
CREATE TABLE migrations (
  id integer DEFAULT nextval('migrations_id_seq'::regclass) NOT NULL,
  "timestamp" bigint NOT NULL,
  name character varying NOT NULL,
  CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id)
);

-- table phone
CREATE TABLE phone (
  e164 text NOT NULL,
  kind text NOT NULL,
  language text DEFAULT 'sv'::text NOT NULL,
  generated boolean DEFAULT false NOT NULL,
  objected_at timestamp with time zone,
  quarantine_reason text,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  quarantined_at timestamp with time zone,
  guarded_by text[] DEFAULT '{}'::text[] NOT NULL,
  CONSTRAINT phone_pkey PRIMARY KEY (e164),
  CONSTRAINT phone_e164_check CHECK ((e164 ~ '^\+[1-9][0-9]{5,14}$'::text)),
  CONSTRAINT phone_kind_check CHECK ((kind = ANY (ARRAY['mobile'::text, 'landline'::text])))
);

-- table phone_address
CREATE TABLE phone_address (
  phone text NOT NULL,
  address_id uuid NOT NULL,
  role text NOT NULL,
  source text NOT NULL,
  household text,
  protected boolean DEFAULT false NOT NULL,
  since timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT phone_address_pkey PRIMARY KEY (phone, address_id, source),
  CONSTRAINT phone_address_address_id_fkey FOREIGN KEY (address_id) REFERENCES address(id),
  CONSTRAINT phone_address_phone_fkey FOREIGN KEY (phone) REFERENCES phone(e164) ON DELETE CASCADE,
  CONSTRAINT phone_address_role_check CHECK ((role = ANY (ARRAY['resident'::text, 'owner'::text, 'business'::text, 'watcher'::text])))
);

-- table phone_source
CREATE TABLE phone_source (
  source text NOT NULL,
  address_source text NOT NULL,
  replaced_at timestamp with time zone NOT NULL,
  replaced_by text NOT NULL,
  report jsonb NOT NULL,
  CONSTRAINT phone_source_pkey PRIMARY KEY (source)
);

-- table place
CREATE TABLE place (
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  search_name text NOT NULL,
  source text NOT NULL,
  source_key text NOT NULL,
  geom geometry(MultiPolygon,3006) NOT NULL,
  valid_from timestamp with time zone DEFAULT now() NOT NULL,
  valid_to timestamp with time zone,
  block_key text,
  CONSTRAINT place_pkey PRIMARY KEY (id),
  CONSTRAINT place_kind_check CHECK ((kind = ANY (ARRAY['property'::text, 'block'::text, 'area'::text, 'municipality'::text])))
);

-- table place_import
CREATE TABLE place_import (
  id uuid NOT NULL,
  source text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  summary jsonb NOT NULL,
  CONSTRAINT place_import_pkey PRIMARY KEY (id)
);

-- table place_past
CREATE TABLE place_past (
  place_id uuid NOT NULL,
  name text NOT NULL,
  geom geometry(MultiPolygon,3006) NOT NULL,
  valid_from timestamp with time zone NOT NULL,
  valid_to timestamp with time zone NOT NULL,
  CONSTRAINT place_past_check CHECK ((valid_from < valid_to)),
  CONSTRAINT place_past_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id) ON DELETE CASCADE
);

-- table provider_trouble
CREATE TABLE provider_trouble (
  question text NOT NULL,
  reason text NOT NULL,
  failures integer NOT NULL,
  since timestamp with time zone DEFAULT now() NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT provider_trouble_pkey PRIMARY KEY (question)
);

-- table rate_state
CREATE TABLE rate_state (
  sender text NOT NULL,
  theoretical_arrival timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
  CONSTRAINT rate_state_pkey PRIMARY KEY (sender)
);

-- table reach
CREATE TABLE reach (
  address_id uuid NOT NULL,
  phone text NOT NULL,
  kind text NOT NULL,
  language text NOT NULL,
  generated boolean NOT NULL,
  suppressed text,
  covered boolean NOT NULL,
  elsewhere boolean NOT NULL,
  leads boolean NOT NULL,
  CONSTRAINT reach_pkey PRIMARY KEY (address_id, phone)
) WITH (autovacuum_analyze_scale_factor=0.02, autovacuum_vacuum_scale_factor=0.05);

-- table reach_due
CREATE TABLE reach_due (
  address_id uuid NOT NULL
) WITH (autovacuum_analyze_scale_factor=0, autovacuum_analyze_threshold=5000, autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=5000);

-- table reach_refresh
CREATE TABLE reach_refresh (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  addresses integer NOT NULL,
  remembered boolean DEFAULT false NOT NULL,
  CONSTRAINT reach_refresh_pkey PRIMARY KEY (id)
);

-- table reach_was
CREATE TABLE reach_was (
  refresh_id bigint NOT NULL,
  address_id uuid NOT NULL,
  people jsonb NOT NULL,
  CONSTRAINT reach_was_pkey PRIMARY KEY (refresh_id, address_id)
);

-- table receipt_inbox
CREATE TABLE receipt_inbox (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  received_at timestamp with time zone DEFAULT now() NOT NULL,
  broadcast_id uuid[] NOT NULL,
  n integer[] NOT NULL,
  token text[] NOT NULL,
  provider_ref text[] NOT NULL,
  status text[] NOT NULL,
  reason text[] NOT NULL,
  failure text[] NOT NULL,
  sender_address text[] NOT NULL,
  CONSTRAINT receipt_inbox_pkey PRIMARY KEY (id)
);

-- table receipt_parked
CREATE TABLE receipt_parked (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  parked_at timestamp with time zone DEFAULT now() NOT NULL,
  error text NOT NULL,
  broadcast_id uuid NOT NULL,
  n integer NOT NULL,
  token text NOT NULL,
  provider_ref text NOT NULL,
  status text NOT NULL,
  reason text,
  failure text,
  sender_address text,
  try_at timestamp with time zone DEFAULT (now() + '01:00:00'::interval) NOT NULL,
  CONSTRAINT receipt_parked_pkey PRIMARY KEY (id)
);

-- table role_mapping
CREATE TABLE role_mapping (
  value text NOT NULL,
  "position" integer NOT NULL,
  department_id uuid,
  roles text[] NOT NULL,
  CONSTRAINT role_mapping_pkey PRIMARY KEY (value),
  CONSTRAINT role_mapping_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id)
);

-- table rota_calendar
CREATE TABLE rota_calendar (
  one boolean DEFAULT true NOT NULL,
  address_hash bytea NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  etag text,
  content text,
  read_at timestamp with time zone,
  failing_since timestamp with time zone,
  unmatched jsonb DEFAULT '[]'::jsonb NOT NULL,
  CONSTRAINT rota_calendar_pkey PRIMARY KEY (one),
  CONSTRAINT rota_calendar_one_check CHECK (one)
);

-- table rota_gap_told
CREATE TABLE rota_gap_told (
  day date NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT rota_gap_told_pkey PRIMARY KEY (day)
);

-- table saved_area
CREATE TABLE saved_area (
  place_id uuid NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  version bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  places uuid[],
  CONSTRAINT saved_area_pkey PRIMARY KEY (place_id),
  CONSTRAINT saved_area_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);

-- table search_part
CREATE TABLE search_part (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  role text NOT NULL,
  part text NOT NULL,
  CONSTRAINT search_part_pkey PRIMARY KEY (id),
  CONSTRAINT search_part_role_check CHECK ((role = ANY (ARRAY['place-head'::text, 'place-number'::text, 'address-head'::text, 'address-number'::text]))),
  CONSTRAINT search_part_role_part_key UNIQUE (role, part)
);

-- table send_gate
CREATE TABLE send_gate (
  one boolean DEFAULT true NOT NULL,
  asked_for text,
  alive_at timestamp with time zone,
  born_at timestamp with time zone DEFAULT now() NOT NULL,
  asker text,
  asking_until timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
  waiting_since timestamp with time zone,
  waiting_for text,
  CONSTRAINT send_gate_pkey PRIMARY KEY (one),
  CONSTRAINT send_gate_one_check CHECK (one)
);

-- table send_hold
CREATE TABLE send_hold (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  since timestamp with time zone DEFAULT now() NOT NULL,
  known_until timestamp with time zone NOT NULL,
  unknown integer DEFAULT 0 NOT NULL,
  taken_over integer DEFAULT 0 NOT NULL,
  not_told_apart integer DEFAULT 0 NOT NULL,
  fits_none integer DEFAULT 0 NOT NULL,
  ended_at timestamp with time zone,
  ended_by uuid,
  CONSTRAINT send_hold_pkey PRIMARY KEY (id),
  CONSTRAINT send_hold_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES member(id)
);

-- table send_hold_broadcast
CREATE TABLE send_hold_broadcast (
  hold_id bigint NOT NULL,
  broadcast_id uuid NOT NULL,
  taken_over integer DEFAULT 0 NOT NULL,
  not_told_apart integer DEFAULT 0 NOT NULL,
  goes_on boolean DEFAULT false NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  CONSTRAINT send_hold_broadcast_pkey PRIMARY KEY (hold_id, broadcast_id),
  CONSTRAINT send_hold_broadcast_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES member(id),
  CONSTRAINT send_hold_broadcast_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES send_hold(id)
);

-- table sender_probe
CREATE TABLE sender_probe (
  sender text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT sender_probe_pkey PRIMARY KEY (sender)
);

-- table sender_stop
CREATE TABLE sender_stop (
  sender text NOT NULL,
  reason text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  probe_at timestamp with time zone,
  takes_back boolean DEFAULT false NOT NULL,
  CONSTRAINT sender_stop_pkey PRIMARY KEY (sender)
);

-- table social_account
CREATE TABLE social_account (
  id uuid NOT NULL,
  network text NOT NULL,
  address text NOT NULL,
  remote_id text NOT NULL,
  name text NOT NULL,
  profile text NOT NULL,
  language text NOT NULL,
  most_characters integer NOT NULL,
  link_characters integer,
  token bytea NOT NULL,
  active_since timestamp with time zone,
  refused_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT social_account_pkey PRIMARY KEY (id),
  CONSTRAINT social_account_network_address_remote_id_key UNIQUE (network, address, remote_id),
  CONSTRAINT social_account_network_check CHECK ((network = ANY (ARRAY['mastodon'::text, 'facebook'::text])))
);

-- table social_post
CREATE TABLE social_post (
  n bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  account_id uuid NOT NULL,
  event_id bigint NOT NULL,
  broadcast_id uuid NOT NULL,
  root_id uuid NOT NULL,
  withdrawal boolean NOT NULL,
  at timestamp with time zone NOT NULL,
  queued_at timestamp with time zone DEFAULT now() NOT NULL,
  body text,
  state text DEFAULT 'waiting'::text NOT NULL,
  in_doubt boolean DEFAULT false NOT NULL,
  looks integer DEFAULT 0 NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  next_try_at timestamp with time zone DEFAULT now(),
  last_try_at timestamp with time zone,
  status integer,
  reason text,
  remote_id text,
  url text,
  CONSTRAINT social_post_pkey PRIMARY KEY (n),
  CONSTRAINT social_post_account_id_broadcast_id_withdrawal_key UNIQUE (account_id, broadcast_id, withdrawal),
  CONSTRAINT social_post_account_id_event_id_key UNIQUE (account_id, event_id),
  CONSTRAINT social_post_account_id_fkey FOREIGN KEY (account_id) REFERENCES social_account(id) ON DELETE CASCADE,
  CONSTRAINT social_post_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES broadcast(id),
  CONSTRAINT social_post_check CHECK (((state = 'waiting'::text) = (next_try_at IS NOT NULL))),
  CONSTRAINT social_post_check1 CHECK (((state = 'posted'::text) = (remote_id IS NOT NULL))),
  CONSTRAINT social_post_event_id_fkey FOREIGN KEY (event_id) REFERENCES broadcast_event(id),
  CONSTRAINT social_post_id_key UNIQUE (id),
  CONSTRAINT social_post_root_id_fkey FOREIGN KEY (root_id) REFERENCES broadcast(id),
  CONSTRAINT social_post_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'posted'::text, 'failed'::text])))
);

-- table staff_account
CREATE TABLE staff_account (
  issuer text NOT NULL,
  subject text NOT NULL,
  member_id uuid NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT staff_account_pkey PRIMARY KEY (issuer, subject),
  CONSTRAINT staff_account_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);

-- table staff_session
CREATE TABLE staff_session (
  hash bytea NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  key_hash bytea,
  issuer text,
  subject text,
  provider_session text,
  CONSTRAINT staff_session_pkey PRIMARY KEY (hash),
  CONSTRAINT staff_session_check CHECK (((key_hash IS NULL) = (subject IS NOT NULL))),
  CONSTRAINT staff_session_check1 CHECK (((issuer IS NULL) = (subject IS NULL))),
  CONSTRAINT staff_session_issuer_subject_fkey FOREIGN KEY (issuer, subject) REFERENCES staff_account(issuer, subject),
  CONSTRAINT staff_session_key_hash_fkey FOREIGN KEY (key_hash) REFERENCES access_key(hash)
);

-- table started_sign_in
CREATE TABLE started_sign_in (
  state_hash bytea NOT NULL,
  browser_hash bytea NOT NULL,
  issuer text NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  return_to text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT started_sign_in_pkey PRIMARY KEY (state_hash)
);

-- table subscription
CREATE TABLE subscription (
  topic_id uuid NOT NULL,
  phone text NOT NULL,
  language text NOT NULL,
  since timestamp with time zone NOT NULL,
  CONSTRAINT subscription_pkey PRIMARY KEY (topic_id, phone),
  CONSTRAINT subscription_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{5,14}$'::text)),
  CONSTRAINT subscription_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id)
);

-- table template
CREATE TABLE template (
  id uuid NOT NULL,
  slug text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  "position" integer,
  shipped jsonb,
  newer_shipped boolean DEFAULT false NOT NULL,
  CONSTRAINT template_pkey PRIMARY KEY (id),
  CONSTRAINT template_slug_key UNIQUE (slug),
  CONSTRAINT template_state_check CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text])))
);

-- table template_review
CREATE TABLE template_review (
  template_id uuid NOT NULL,
  language text NOT NULL,
  text_hash bytea NOT NULL,
  reviewer text NOT NULL,
  reviewed_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT template_review_pkey PRIMARY KEY (template_id, language, text_hash),
  CONSTRAINT template_review_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES member(id),
  CONSTRAINT template_review_template_id_fkey FOREIGN KEY (template_id) REFERENCES template(id)
);

-- table template_version
CREATE TABLE template_version (
  template_id uuid NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,
  act text NOT NULL,
  at timestamp with time zone NOT NULL,
  member_id uuid,
  CONSTRAINT template_version_pkey PRIMARY KEY (template_id, version),
  CONSTRAINT template_version_act_check CHECK ((act = ANY (ARRAY['shipped'::text, 'written'::text, 'reset'::text]))),
  CONSTRAINT template_version_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  CONSTRAINT template_version_template_id_fkey FOREIGN KEY (template_id) REFERENCES template(id)
);

-- table topic
CREATE TABLE topic (
  id uuid NOT NULL,
  slug text NOT NULL,
  department_id uuid NOT NULL,
  owner_name text NOT NULL,
  name jsonb NOT NULL,
  description jsonb NOT NULL,
  state text NOT NULL,
  "position" integer DEFAULT 0 NOT NULL,
  hours jsonb,
  version integer DEFAULT 1 NOT NULL,
  is_public boolean DEFAULT true NOT NULL,
  CONSTRAINT topic_pkey PRIMARY KEY (id),
  CONSTRAINT topic_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id),
  CONSTRAINT topic_hours_check CHECK (((jsonb_typeof(hours) = 'array'::text) AND (jsonb_array_length(hours) = 7))),
  CONSTRAINT topic_slug_key UNIQUE (slug),
  CONSTRAINT topic_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text])))
);

-- table unknown_message
CREATE TABLE unknown_message (
  ref text NOT NULL,
  hold_id bigint,
  channel text NOT NULL,
  phone text,
  sender text NOT NULL,
  text_hash text,
  sent_at timestamp with time zone NOT NULL,
  status text NOT NULL,
  reason text,
  failure text,
  became text DEFAULT 'waiting'::text NOT NULL,
  broadcast_id uuid,
  n integer,
  provider text,
  CONSTRAINT unknown_message_pkey PRIMARY KEY (ref),
  CONSTRAINT unknown_message_became_check CHECK ((became = ANY (ARRAY['waiting'::text, 'fits-doubt'::text, 'heard'::text, 'taken-over'::text, 'not-told-apart'::text, 'fits-none'::text]))),
  CONSTRAINT unknown_message_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES send_hold(id)
);

-- table verification
CREATE TABLE verification (
  session_hash bytea NOT NULL,
  phone text NOT NULL,
  language text NOT NULL,
  wanted uuid[],
  code_hash bytea NOT NULL,
  client_hash bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  tries smallint DEFAULT 0 NOT NULL,
  confirmed_at timestamp with time zone,
  trusted_until timestamp with time zone,
  kind text DEFAULT 'mobile'::text NOT NULL,
  purpose text DEFAULT 'topics'::text NOT NULL,
  site_hash bytea,
  network_hash bytea,
  CONSTRAINT verification_pkey PRIMARY KEY (session_hash),
  CONSTRAINT verification_kind_check CHECK ((kind = ANY (ARRAY['mobile'::text, 'landline'::text])))
);

-- table waiting_account
CREATE TABLE waiting_account (
  id uuid NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  tried_at timestamp with time zone NOT NULL,
  CONSTRAINT waiting_account_pkey PRIMARY KEY (id),
  CONSTRAINT waiting_account_issuer_subject_key UNIQUE (issuer, subject)
);

-- table webhook_delivery
CREATE TABLE webhook_delivery (
  n bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  endpoint_id uuid NOT NULL,
  event_id bigint,
  broadcast_id uuid,
  type text NOT NULL,
  broadcast_version integer,
  broadcast_state text,
  at timestamp with time zone NOT NULL,
  queued_at timestamp with time zone DEFAULT now() NOT NULL,
  body text,
  state text DEFAULT 'waiting'::text NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  next_try_at timestamp with time zone DEFAULT now(),
  last_try_at timestamp with time zone,
  status integer,
  reason text,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (n),
  CONSTRAINT webhook_delivery_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES broadcast(id),
  CONSTRAINT webhook_delivery_check CHECK (((state = 'waiting'::text) = (next_try_at IS NOT NULL))),
  CONSTRAINT webhook_delivery_endpoint_id_event_id_key UNIQUE (endpoint_id, event_id),
  CONSTRAINT webhook_delivery_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint(id) ON DELETE CASCADE,
  CONSTRAINT webhook_delivery_event_id_fkey FOREIGN KEY (event_id) REFERENCES broadcast_event(id),
  CONSTRAINT webhook_delivery_id_key UNIQUE (id),
  CONSTRAINT webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
);

-- table webhook_endpoint
CREATE TABLE webhook_endpoint (
  id uuid NOT NULL,
  address text NOT NULL,
  description text NOT NULL,
  events text[] NOT NULL,
  include_unpublished boolean NOT NULL,
  active_since timestamp with time zone,
  gone_at timestamp with time zone,
  secret bytea NOT NULL,
  previous_secret bytea,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (id)
);

-- table webhook_try
CREATE TABLE webhook_try (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  delivery_n bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  took integer,
  status integer,
  reason text,
  CONSTRAINT webhook_try_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_try_delivery_n_fkey FOREIGN KEY (delivery_n) REFERENCES webhook_delivery(n) ON DELETE CASCADE
);

-- table worker_presence
CREATE TABLE worker_presence (
  id uuid NOT NULL,
  name text NOT NULL,
  started_at timestamp with time zone DEFAULT now() NOT NULL,
  seen_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT worker_presence_pkey PRIMARY KEY (id)
);

-- view told
CREATE VIEW told AS
 SELECT broadcast_id,
    phone,
    channel,
    language,
    generated,
    status
   FROM delivery
  WHERE ((status = ANY (ARRAY['planned'::text, 'sending'::text, 'accepted'::text, 'sent'::text, 'delivered'::text, 'no-receipt'::text, 'in-doubt'::text, 'unknown'::text])) AND (phone ~~ '+%'::text));

-- index address_current_key
CREATE UNIQUE INDEX address_current_key ON public.address USING btree (source, source_key) WHERE (valid_to IS NULL);

-- index address_key
CREATE INDEX address_key ON public.address USING btree (source, source_key);

-- index address_number
CREATE INDEX address_number ON public.address USING btree (search_number(search_name) text_pattern_ops, length(search_name)) WHERE (valid_to IS NULL);

-- index address_past_address
CREATE INDEX address_past_address ON public.address_past USING btree (address_id, valid_from);

-- index address_place_address
CREATE INDEX address_place_address ON public.address_place USING btree (address_id);

-- index address_point
CREATE INDEX address_point ON public.address USING gist (point);

-- index address_postal_code
CREATE INDEX address_postal_code ON public.address USING btree (replace(postal_code, ' '::text, ''::text)) WHERE (valid_to IS NULL);

-- index address_property
CREATE INDEX address_property ON public.address USING btree (property_id);

-- index address_search
CREATE INDEX address_search ON public.address USING btree (search_head(search_name) text_pattern_ops, search_number(search_name) text_pattern_ops) WHERE (valid_to IS NULL);

-- index audit_entry_subject
CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (subject, id);

-- index broadcast_active
CREATE INDEX broadcast_active ON public.broadcast USING btree (lane, id) WHERE (state = ANY (ARRAY['approved'::text, 'sending'::text, 'paused'::text]));

-- index broadcast_event_at
CREATE INDEX broadcast_event_at ON public.broadcast_event USING btree (at);

-- index broadcast_expiry
CREATE INDEX broadcast_expiry ON public.broadcast USING btree (expires_at) WHERE (planned IS NOT NULL);

-- index broadcast_listed
CREATE INDEX broadcast_listed ON public.broadcast USING btree (id) WHERE (kind <> ALL (ARRAY['verification'::text, 'notice'::text]));

-- index broadcast_moved_in_due
CREATE INDEX broadcast_moved_in_due ON public.broadcast USING btree (id) WHERE ((starts_at IS NOT NULL) AND (moved_in IS NULL) AND (kind = 'alert'::text) AND (relation IS NULL) AND (state = ANY (ARRAY['approved'::text, 'sending'::text, 'paused'::text, 'completed'::text])));

-- index broadcast_of_author
CREATE INDEX broadcast_of_author ON public.broadcast USING btree (created_by, id) WHERE (kind = 'alert'::text);

-- index broadcast_page_code
CREATE UNIQUE INDEX broadcast_page_code ON public.broadcast USING btree (page_code) WHERE (root_id IS NULL);

-- index broadcast_pending
CREATE INDEX broadcast_pending ON public.broadcast USING btree (id) WHERE (state = 'pending-approval'::text);

-- index broadcast_public
CREATE INDEX broadcast_public ON public.broadcast USING btree (id) WHERE (is_public AND (planned IS NOT NULL));

-- index broadcast_root
CREATE INDEX broadcast_root ON public.broadcast USING btree (root_id) WHERE (root_id IS NOT NULL);

-- index broadcast_scheduled_start
CREATE INDEX broadcast_scheduled_start ON public.broadcast USING btree (COALESCE(held_until, starts_at)) WHERE (state = 'scheduled'::text);

-- index call_off_due
CREATE INDEX call_off_due ON public.call_off USING btree (look_at) WHERE (done_at IS NULL);

-- index code_allowance_full
CREATE INDEX code_allowance_full ON public.code_allowance USING btree (full_at);

-- index consent_event_phone
CREATE INDEX consent_event_phone ON public.consent_event USING btree (phone);

-- index consent_event_topic
CREATE INDEX consent_event_topic ON public.consent_event USING btree (topic_id, at);

-- index delivery_batch_due
CREATE INDEX delivery_batch_due ON public.delivery_batch USING btree (broadcast_id, channel, due_at, id);

-- index delivery_event_delivery
CREATE INDEX delivery_event_delivery ON public.delivery_event USING btree (broadcast_id, n);

-- index duty_shift_ends
CREATE INDEX duty_shift_ends ON public.duty_shift USING btree (ends_at);

-- index inbound_text_at
CREATE INDEX inbound_text_at ON public.inbound_text USING btree (at);

-- index inbound_text_phone
CREATE INDEX inbound_text_phone ON public.inbound_text USING btree (phone, at);

-- index map_feature_geom
CREATE INDEX map_feature_geom ON public.map_feature USING gist (geom);

-- index map_overview_id
CREATE INDEX map_overview_id ON public.map_overview USING btree (id);

-- index map_overview_level
CREATE INDEX map_overview_level ON public.map_overview USING btree (level);

-- index member_email
CREATE UNIQUE INDEX member_email ON public.member USING btree (lower(email));

-- index phone_address_address
CREATE INDEX phone_address_address ON public.phone_address USING btree (address_id);

-- index phone_address_protected
CREATE INDEX phone_address_protected ON public.phone_address USING btree (phone) WHERE protected;

-- index phone_guarded
CREATE INDEX phone_guarded ON public.phone USING btree (e164) WHERE (guarded_by <> '{}'::text[]);

-- index phone_quarantined
CREATE INDEX phone_quarantined ON public.phone USING btree (quarantined_at) WHERE (quarantine_reason IS NOT NULL);

-- index place_block
CREATE INDEX place_block ON public.place USING btree (source, block_key) WHERE ((block_key IS NOT NULL) AND (valid_to IS NULL));

-- index place_current_key
CREATE UNIQUE INDEX place_current_key ON public.place USING btree (source, kind, source_key) WHERE (valid_to IS NULL);

-- index place_geom
CREATE INDEX place_geom ON public.place USING gist (geom);

-- index place_key
CREATE INDEX place_key ON public.place USING btree (source, kind, source_key);

-- index place_kind
CREATE INDEX place_kind ON public.place USING btree (kind, search_name) WHERE (valid_to IS NULL);

-- index place_number
CREATE INDEX place_number ON public.place USING btree (search_number(search_name) text_pattern_ops, length(search_name)) WHERE (valid_to IS NULL);

-- index place_past_place
CREATE INDEX place_past_place ON public.place_past USING btree (place_id, valid_from);

-- index place_search
CREATE INDEX place_search ON public.place USING btree (search_head(search_name) text_pattern_ops, search_number(search_name) text_pattern_ops, kind) WHERE (valid_to IS NULL);

-- index reach_due_address
CREATE INDEX reach_due_address ON public.reach_due USING btree (address_id);

-- index saved_area_name
CREATE UNIQUE INDEX saved_area_name ON public.place USING btree (search_name) WHERE ((source = 'staff'::text) AND (kind = 'area'::text) AND (valid_to IS NULL));

-- index send_hold_open
CREATE UNIQUE INDEX send_hold_open ON public.send_hold USING btree ((true)) WHERE (ended_at IS NULL);

-- index social_post_broadcast
CREATE INDEX social_post_broadcast ON public.social_post USING btree (broadcast_id);

-- index social_post_due
CREATE INDEX social_post_due ON public.social_post USING btree (account_id, next_try_at) WHERE (next_try_at IS NOT NULL);

-- index social_post_incident
CREATE INDEX social_post_incident ON public.social_post USING btree (root_id, account_id);

-- index staff_account_member
CREATE INDEX staff_account_member ON public.staff_account USING btree (member_id);

-- index staff_session_account
CREATE INDEX staff_session_account ON public.staff_session USING btree (issuer, subject);

-- index subscription_phone
CREATE INDEX subscription_phone ON public.subscription USING btree (phone);

-- index verification_expiry
CREATE INDEX verification_expiry ON public.verification USING btree (expires_at);

-- index webhook_delivery_due
CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (endpoint_id, next_try_at) WHERE (next_try_at IS NOT NULL);

-- index webhook_delivery_expiry
CREATE UNIQUE INDEX webhook_delivery_expiry ON public.webhook_delivery USING btree (endpoint_id, broadcast_id) WHERE (event_id IS NULL);

-- index webhook_delivery_log
CREATE INDEX webhook_delivery_log ON public.webhook_delivery USING btree (endpoint_id, n);

-- index webhook_delivery_queued
CREATE INDEX webhook_delivery_queued ON public.webhook_delivery USING btree (queued_at);

-- index webhook_try_delivery
CREATE INDEX webhook_try_delivery ON public.webhook_try USING btree (delivery_n);

-- trigger address_parts_added of address
CREATE TRIGGER address_parts_added AFTER INSERT ON public.address REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_search_parts();

-- trigger address_parts_changed of address
CREATE TRIGGER address_parts_changed AFTER UPDATE ON public.address REFERENCING OLD TABLE AS overwritten NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_changed_search_parts();

-- trigger address_place_changed of address_place
CREATE TRIGGER address_place_changed AFTER INSERT OR DELETE OR UPDATE ON public.address_place FOR EACH STATEMENT EXECUTE FUNCTION note_changed_membership();

-- trigger audit_entry_insert_only of audit_entry
CREATE TRIGGER audit_entry_insert_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_is_insert_only();

-- trigger audit_entry_no_truncate of audit_entry
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_insert_only();

-- trigger broadcast_event_insert_only of broadcast_event
CREATE TRIGGER broadcast_event_insert_only BEFORE DELETE OR UPDATE ON public.broadcast_event FOR EACH ROW EXECUTE FUNCTION broadcast_event_is_insert_only();

-- trigger broadcast_event_no_truncate of broadcast_event
CREATE TRIGGER broadcast_event_no_truncate BEFORE TRUNCATE ON public.broadcast_event FOR EACH STATEMENT EXECUTE FUNCTION broadcast_event_is_insert_only();

-- trigger broadcast_noted_insert of broadcast
CREATE CONSTRAINT TRIGGER broadcast_noted_insert AFTER INSERT ON public.broadcast DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.kind <> ALL (ARRAY['verification'::text, 'notice'::text]))) EXECUTE FUNCTION note_broadcast_change();

-- trigger broadcast_noted_update of broadcast
CREATE CONSTRAINT TRIGGER broadcast_noted_update AFTER UPDATE ON public.broadcast DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.kind <> ALL (ARRAY['verification'::text, 'notice'::text])) AND ((new.version <> old.version) OR (new.state <> old.state)))) EXECUTE FUNCTION note_broadcast_change();

-- trigger consent_event_append_only of consent_event
CREATE TRIGGER consent_event_append_only BEFORE DELETE OR UPDATE ON public.consent_event FOR EACH ROW EXECUTE FUNCTION consent_event_is_append_only();

-- trigger consent_event_no_truncate of consent_event
CREATE TRIGGER consent_event_no_truncate BEFORE TRUNCATE ON public.consent_event FOR EACH STATEMENT EXECUTE FUNCTION consent_event_is_append_only();

-- trigger inbound_text_no_update of inbound_text
CREATE TRIGGER inbound_text_no_update BEFORE UPDATE ON public.inbound_text FOR EACH ROW EXECUTE FUNCTION inbound_text_is_never_changed();

-- trigger phone_address_added of phone_address
CREATE TRIGGER phone_address_added AFTER INSERT ON public.phone_address REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION note_moved_phones();

-- trigger phone_address_changed of phone_address
CREATE TRIGGER phone_address_changed AFTER UPDATE ON public.phone_address REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION note_changed_ties();

-- trigger phone_address_removed of phone_address
CREATE TRIGGER phone_address_removed AFTER DELETE ON public.phone_address REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION note_moved_phones();

-- trigger phone_changed of phone
CREATE TRIGGER phone_changed AFTER UPDATE ON public.phone REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION note_changed_phones();

-- trigger place_parts_added of place
CREATE TRIGGER place_parts_added AFTER INSERT ON public.place REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_search_parts();

-- trigger place_parts_changed of place
CREATE TRIGGER place_parts_changed AFTER UPDATE ON public.place REFERENCING OLD TABLE AS overwritten NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_changed_search_parts();

-- trigger template_version_insert_only of template_version
CREATE TRIGGER template_version_insert_only BEFORE DELETE OR UPDATE ON public.template_version FOR EACH ROW EXECUTE FUNCTION template_version_is_insert_only();

-- trigger template_version_no_truncate of template_version
CREATE TRIGGER template_version_no_truncate BEFORE TRUNCATE ON public.template_version FOR EACH STATEMENT EXECUTE FUNCTION template_version_is_insert_only();

-- function audit_entry_is_insert_only()
CREATE OR REPLACE FUNCTION public.audit_entry_is_insert_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        RAISE EXCEPTION 'audit_entry is insert-only';
      END $function$;

-- function broadcast_event_is_insert_only()
CREATE OR REPLACE FUNCTION public.broadcast_event_is_insert_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        RAISE EXCEPTION 'broadcast_event is insert-only';
      END $function$;

-- function channel_of(text)
CREATE OR REPLACE FUNCTION public.channel_of(kind text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
        SELECT CASE kind WHEN 'mobile' THEN 'sms' WHEN 'landline' THEN 'voice' END
      $function$;

-- function consent_event_is_append_only()
CREATE OR REPLACE FUNCTION public.consent_event_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF TG_OP = 'DELETE' AND current_setting('budkavle.erasing_person', true) = 'on' THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'consent_event is append-only';
      END $function$;

-- function ensure_delivery_partition(timestamp with time zone)
CREATE OR REPLACE FUNCTION public.ensure_delivery_partition(at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
      DECLARE
        from_month timestamptz := date_trunc('month', at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
        to_month timestamptz := (date_trunc('month', at AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
        name text := 'delivery_' || to_char(from_month AT TIME ZONE 'UTC', 'YYYYMM');
      BEGIN
        IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
        PERFORM pg_advisory_xact_lock(hashtext('ensure_delivery_partition'));
        -- Made by the one that was waited for? A name that was looked up before may be remembered as unknown; a row is not.
        IF EXISTS (SELECT FROM pg_class WHERE relname = name AND relnamespace = current_schema()::regnamespace) THEN RETURN; END IF;
        EXECUTE format('CREATE TABLE %I (LIKE delivery INCLUDING ALL) WITH (fillfactor = 50)', name);
        EXECUTE format('ALTER TABLE delivery ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
          name, first_uuid_at(from_month), first_uuid_at(to_month));
      END $function$;

-- function first_uuid_at(timestamp with time zone)
CREATE OR REPLACE FUNCTION public.first_uuid_at(at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
AS $function$
        SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
      $function$;

-- function inbound_text_is_never_changed()
CREATE OR REPLACE FUNCTION public.inbound_text_is_never_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN RAISE EXCEPTION 'inbound_text is never changed'; END $function$;

-- function ledger_home()
CREATE OR REPLACE FUNCTION public.ledger_home()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
        SELECT extract(epoch FROM pg_postmaster_start_time())::text || ' ' || pg_relation_filenode('send_gate')::text || ' '
          || (SELECT oid::text FROM pg_database WHERE datname = current_database())
      $function$;

-- function may_send(text,uuid,timestamp with time zone)
CREATE OR REPLACE FUNCTION public.may_send(kind text, broadcast uuid, created timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
        SELECT coalesce((
          SELECT CASE
            WHEN g.asked_for <> ledger_home() THEN $1 IN ('verification', 'notice') AND $3 > pg_postmaster_start_time()
            WHEN h.id IS NULL THEN true
            WHEN $1 IN ('verification', 'notice') THEN $3 > h.since
            ELSE EXISTS (SELECT FROM send_hold_broadcast d WHERE d.hold_id = h.id AND d.broadcast_id = $2 AND d.goes_on)
          END
          FROM send_gate g LEFT JOIN send_hold h ON h.ended_at IS NULL), true)
      $function$;

-- function note_broadcast_change()
CREATE OR REPLACE FUNCTION public.note_broadcast_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        INSERT INTO broadcast_event (broadcast_id, version, act, state)
        SELECT NEW.id, NEW.version,
          CASE
            WHEN TG_OP = 'INSERT' THEN 'create'
            WHEN NEW.state = OLD.state OR NEW.state = 'draft' THEN 'edit'
            WHEN NEW.state = 'sending' THEN CASE OLD.state WHEN 'paused' THEN 'resumption' ELSE 'start' END
            WHEN NEW.state = 'pending-approval' THEN 'submission'
            WHEN NEW.state = 'approved' AND OLD.state = 'scheduled' THEN 'due'
            WHEN NEW.state IN ('approved', 'scheduled') THEN 'approval'
            WHEN NEW.state = 'returned' THEN 'return'
            WHEN NEW.state = 'rejected' THEN 'rejection'
            WHEN NEW.state = 'paused' THEN 'pause'
            WHEN NEW.state = 'cancelled' THEN 'cancellation'
            WHEN NEW.state = 'missed' THEN 'missed'
            ELSE 'completion'
          END, NEW.state
        WHERE NOT EXISTS (SELECT FROM broadcast_event WHERE broadcast_id = NEW.id AND version = NEW.version);
        RETURN NULL;
      END $function$;

-- function note_changed_membership()
CREATE OR REPLACE FUNCTION public.note_changed_membership()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        INSERT INTO membership_change DEFAULT VALUES;
        RETURN NULL;
      END $function$;

-- function note_changed_phones()
CREATE OR REPLACE FUNCTION public.note_changed_phones()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        INSERT INTO reach_due
        SELECT DISTINCT at.address_id
        FROM before b JOIN after a USING (e164) JOIN phone_address at ON at.phone = a.e164
        WHERE (b.kind, b.language, b.generated, b.objected_at IS NULL, b.quarantine_reason IS NULL, b.guarded_by = '{}') IS DISTINCT FROM (a.kind, a.language, a.generated, a.objected_at IS NULL, a.quarantine_reason IS NULL, a.guarded_by = '{}');
        RETURN NULL;
      END $function$;

-- function note_changed_search_parts()
CREATE OR REPLACE FUNCTION public.note_changed_search_parts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('budkavle.search-part'));
        INSERT INTO search_part (role, part)
        SELECT DISTINCT TG_TABLE_NAME || part.role, part.text
        FROM (SELECT search_name FROM written EXCEPT SELECT search_name FROM overwritten) AS name, LATERAL
          (VALUES ('-head', search_head(search_name)), ('-number', search_number(search_name))) AS part (role, text)
        WHERE part.text <> ''
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $function$;

-- function note_changed_ties()
CREATE OR REPLACE FUNCTION public.note_changed_ties()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        -- Two that move one phone take turns: what the second finds of its other addresses is then all there is.
        PERFORM FROM phone WHERE e164 IN (SELECT phone FROM before UNION SELECT phone FROM after) ORDER BY e164 FOR NO KEY UPDATE;
        INSERT INTO reach_due
        SELECT address_id FROM before
        UNION
        SELECT address_id FROM after
        UNION
        SELECT address_id FROM phone_address WHERE phone IN (SELECT phone FROM before UNION SELECT phone FROM after);
        RETURN NULL;
      END $function$;

-- function note_moved_phones()
CREATE OR REPLACE FUNCTION public.note_moved_phones()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        -- Two that move one phone take turns: what the second finds of its other addresses is then all there is.
        PERFORM FROM phone WHERE e164 IN (SELECT phone FROM moved) ORDER BY e164 FOR NO KEY UPDATE;
        INSERT INTO reach_due
        SELECT address_id FROM moved
        UNION
        SELECT address_id FROM phone_address WHERE phone IN (SELECT phone FROM moved);
        RETURN NULL;
      END $function$;

-- function note_search_parts()
CREATE OR REPLACE FUNCTION public.note_search_parts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('budkavle.search-part'));
        INSERT INTO search_part (role, part)
        SELECT DISTINCT TG_TABLE_NAME || part.role, part.text
        FROM (SELECT DISTINCT search_name FROM written) AS name, LATERAL
          (VALUES ('-head', search_head(search_name)), ('-number', search_number(search_name))) AS part (role, text)
        WHERE part.text <> ''
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $function$;

-- function search_head(text)
CREATE OR REPLACE FUNCTION public.search_head(search_name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(search_name, '\S*[0-9]\S*'::text, ''::text, 'g'::text);

-- function search_number(text)
CREATE OR REPLACE FUNCTION public.search_number(search_name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN COALESCE("substring"(search_name, '\S*[0-9]\S*'::text), ''::text);

-- function template_version_is_insert_only()
CREATE OR REPLACE FUNCTION public.template_version_is_insert_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        RAISE EXCEPTION 'template_version is insert-only';
      END $function$;
