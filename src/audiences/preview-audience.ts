import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { AddressesOfPlaces } from '../places/addresses-of-places.repository.js';
import { DrawnGeometries } from '../places/drawn-geometries.repository.js';
import {
  AreaChanged,
  AudienceUnknownPlace,
  AudienceUnknownTopic,
  isArea,
  RecipientsGone,
  type AreaAudience,
  type Audience,
} from './audience.js';
import type { AudienceCounts } from './audience-counts.js';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { AudiencesRepository } from './audiences.repository.js';
import { channels, factsOf, type Channel } from '../kernel/channel.js';
import type { PhoneKind } from '../kernel/phone-number.js';
import type { LanguageCount } from '../messages/per-language.js';
import type { LanguageAnswer } from './preview-answers.js';
import type { ChannelChoice } from '../kernel/channel-choice.js';
import { byLanguage, tellLanguages } from './tell-languages.js';
import { tellSuppressed } from './tell-suppressed.js';

export interface AudiencePreview {
  readonly phones: Readonly<Record<PhoneKind, number>>;
  readonly addresses: number;
  readonly unreachableAddresses: number;
  /** Phones left out, for each reason that may be shown; see {@link tellSuppressed}. */
  readonly suppressed: Readonly<Record<string, number>>;
  /** Phones per language that they have, most first; see {@link tellLanguages}. */
  readonly languages: readonly z.infer<typeof LanguageAnswer>[];
  /** Phones per channel and language, for the estimate; see {@link tellLanguages}. */
  readonly told: readonly LanguageCount[];
}

/** Whom a broadcast would reach now, and whom it would not. */
@Injectable()
export class PreviewAudience {
  constructor(
    private readonly audiences: AudiencesRepository,
    private readonly counts: AudienceCountsRepository,
    private readonly drawn: DrawnGeometries,
    private readonly addresses: AddressesOfPlaces,
  ) {}

  /**
   * @throws audience.unknown-place, audience.unknown-topic, audience.polygon-invalid, audience.outside-municipality,
   * audience.recipients-gone
   */
  async run(audience: Audience, channels: ChannelChoice): Promise<AudiencePreview> {
    await this.check(audience);
    return present(audience, await this.counts.count(audience, channels));
  }

  /**
   * The version of each saved area in the audience, by its id. Read this before everything that reads the people in it:
   * then a change in between makes the versions differ.
   */
  async areaVersions(audience: Audience): Promise<Readonly<Record<string, string>>> {
    const areas = await this.audiences.savedAreas(placesIn(audience));
    return Object.fromEntries(areas.map(({ id, version }) => [id, version]));
  }

  /**
   * Refuses an audience whose saved areas have changed since the submission. Call it after everything that reads the
   * people in it, in the same transaction: then nothing can have read a change that this check does not see.
   *
   * @param submitted the versions at the submission; an older version of the program, which may run beside this one,
   *   stored only the time
   * @throws audience.area-changed
   */
  async requireSameAreas(
    audience: Audience,
    submitted: { readonly versions?: Readonly<Record<string, string>> | undefined; readonly at: Date },
    tx: EntityManager,
  ): Promise<void> {
    const { versions, at } = submitted;
    const areas = await this.audiences.savedAreas(placesIn(audience), tx);
    const changed = areas.filter(({ id, version, changedAt }) =>
      versions ? versions[id] !== version : changedAt > at,
    );
    if (changed.length > 0) throw AreaChanged({ names: changed.map(({ name }) => name).join(', ') });
  }

  /** Removes the names that are not true from a checked audience, because the approver relies on them. */
  async withTrueNames(audience: Audience): Promise<Audience> {
    return isArea(audience) ? this.withTrueThings(await this.withTrueAddresses(audience)) : audience;
  }

  private async withTrueAddresses({ chosenBy, ...audience }: AreaAudience): Promise<AreaAudience> {
    if (!chosenBy) return audience;
    const truly = await this.addresses.namedTruly(chosenBy);
    return Object.keys(truly).length > 0 ? { ...audience, chosenBy: truly } : audience;
  }

  private async withTrueThings(audience: AreaAudience): Promise<AreaAudience> {
    if (!audience.near?.some(({ name }) => name !== undefined)) return audience;
    const truly = await this.drawn.areNamedTruly(audience.near);
    const near = audience.near.map(({ name, ...thing }, at) =>
      name !== undefined && truly[at] ? { ...thing, name } : thing,
    );
    return { ...audience, near };
  }

  /** Refuses an audience that names something that does not exist. Repeated at submission and approval. */
  async check(audience: Audience): Promise<void> {
    if ('topic' in audience && !(await this.audiences.isOpenTopic(audience.topic)))
      throw AudienceUnknownTopic();
    const earlier =
      'recipientsOf' in audience ? audience.recipientsOf : isArea(audience) ? audience.beyond : undefined;
    if (earlier !== undefined && !(await this.audiences.remembersRecipients(earlier))) throw RecipientsGone();
    if (!isArea(audience)) return;
    const { places = [], polygon, near = [], minus } = audience;
    const unknown = await this.audiences.unknownPlaces([...places, ...(minus?.places ?? [])]);
    if (unknown.length > 0) throw AudienceUnknownPlace({ ids: unknown.slice(0, 10).join(', ') });
    await this.drawn.check([...(polygon ? [polygon] : []), ...near.map((thing) => thing.geometry)]);
  }
}

const placesIn = (audience: Audience): readonly string[] =>
  isArea(audience) ? [...(audience.places ?? []), ...(audience.minus?.places ?? [])] : [];

function present(
  audience: Audience,
  { recipients, addresses, unreachableAddresses }: AudienceCounts,
): AudiencePreview {
  const reached = recipients.filter((r) => r.suppressed === null);
  const total = (channel: Channel) =>
    reached.filter((r) => r.channel === channel).reduce((sum, { phones }) => sum + phones, 0);
  const told = tellLanguages(audience, recipients);
  const suppressed: Record<string, number> = {};
  for (const { suppressed: reason, phones } of recipients) {
    if (reason !== null) suppressed[reason] = (suppressed[reason] ?? 0) + phones;
  }
  return {
    phones: Object.fromEntries(
      channels.map((channel) => [factsOf(channel).reaches, total(channel)]),
    ) as Record<PhoneKind, number>,
    addresses,
    unreachableAddresses,
    suppressed: tellSuppressed(audience, suppressed),
    languages: byLanguage(told),
    told,
  };
}
