import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Erased, HeldRows, PersonalDataStore } from './personal-data-store.js';

/** Every store of something about a phone. They register themselves when the program starts. */
@Injectable()
export class PersonalDataStores {
  private readonly stores: PersonalDataStore[] = [];

  add(store: PersonalDataStore): void {
    this.stores.push(store);
  }

  async exportRows(e164: string): Promise<HeldRows[]> {
    return (await Promise.all(this.stores.map((store) => store.exportRows(e164)))).flat();
  }

  async recent(e164: string): Promise<HeldRows[]> {
    const held = await Promise.all(this.stores.map(async (store) => (await store.recent?.(e164)) ?? []));
    return held.flat();
  }

  /** @throws a store's refusal */
  async erase(e164: string, tx: EntityManager): Promise<Erased[]> {
    const erased: Erased[] = [];
    for (const store of this.stores) erased.push(...(await store.erase(e164, tx)));
    return erased;
  }

  /** A failure in one store does not stop the others. @throws AggregateError with every failure */
  async disposeOfOld(): Promise<void> {
    const faults: unknown[] = [];
    for (const store of this.stores)
      await store.disposeOfOld?.().catch((error: unknown) => faults.push(error));
    if (faults.length > 0) throw new AggregateError(faults, 'disposal of old personal data failed');
  }
}
