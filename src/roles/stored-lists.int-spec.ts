import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { happenings, lanesByUrgency, states } from '../broadcasts/broadcast.js';
import { relations } from '../kernel/relations.js';
import { channelChoices } from '../kernel/channel-choice.js';
import { channels } from '../kernel/channel.js';
import { deliveryStatuses } from '../deliveries/delivery.js';
import { phoneRoles } from '../kernel/phone-roles.js';
import { placeKinds } from '../places/place-kind.js';
import { inboundOutcomes } from '../topics/inbound/inbound-texts.repository.js';
import { templateActs, templateStates } from '../templates/template.js';
import { dutyRoles } from '../kernel/duty-roles.js';
import { topicStates } from '../topics/topic.js';
import { networks } from '../publishing/social/network.js';
import { postStates } from '../publishing/social/social-post.entity.js';
import { deliveryStates as webhookStates } from '../publishing/webhooks/event-types.js';
import { broadcastKinds } from '../kernel/broadcast-kinds.js';

/** Lists that are both in the code and in a CHECK constraint of the database. */
const inCode: Readonly<Record<string, readonly string[]>> = {
  broadcast_channels_check: channelChoices,
  broadcast_event_act_check: happenings,
  broadcast_kind_check: broadcastKinds,
  broadcast_lane_check: lanesByUrgency,
  broadcast_relation_check: relations,
  broadcast_state_check: states,
  delivery_channel_check: channels,
  delivery_status_check: deliveryStatuses,
  duty_shift_role_check: dutyRoles,
  inbound_text_outcome_check: inboundOutcomes,
  phone_address_role_check: phoneRoles,
  place_kind_check: placeKinds,
  social_account_network_check: networks,
  social_post_state_check: postStates,
  template_state_check: templateStates,
  template_version_act_check: templateActs,
  topic_state_check: topicStates,
  webhook_delivery_state_check: webhookStates,
};

/** CHECK constraints whose list in the code is only a type, or only in one statement. */
const ofTypesOnly = [
  'address_point_source_check',
  'consent_event_act_check',
  'consent_event_how_check',
  'phone_kind_check',
  'search_part_role_check',
  'unknown_message_became_check',
  'verification_kind_check',
];

// Also on the embedded database (migrations): it is a newer PostgreSQL, which prints CHECK constraints differently.
describe('the lists that the database checks', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  const stored = async (): Promise<Record<string, string[]>> => {
    const rows = await db.query<{ name: string; definition: string }[]>(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
       WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND pg_get_constraintdef(oid) ~ '= ANY \\(ARRAY\\[''' AND conparentid = 0`,
    );
    return Object.fromEntries(
      rows.map(({ name, definition }) => [
        name,
        Array.from(definition.matchAll(/'([^']+)'::text/g), ([, one]) => one!),
      ]),
    );
  };

  it.each(Object.entries(inCode))('%s allows exactly the values in the code', async (name, list) => {
    expect((await stored())[name]?.toSorted()).toEqual([...list].toSorted());
  });

  it('are all listed in this test, so that a new one is compared too', async () => {
    expect(Object.keys(await stored()).toSorted()).toEqual(
      [...Object.keys(inCode), ...ofTypesOnly].toSorted(),
    );
  });
});
