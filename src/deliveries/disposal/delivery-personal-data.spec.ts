import type { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { PersonalDataStores } from '../../personal-data/personal-data-stores.js';
import { DeliveryPersonalData } from './delivery-personal-data.js';
import type { DisposalRepository } from './disposal.repository.js';
import type { PersonalDeliveriesRepository, PersonalDelivery } from './personal-deliveries.repository.js';

const message = { at: new Date(0), kind: 'alert', channel: 'sms', status: 'delivered', reason: null };

describe('the messages that a phone has had', () => {
  const ledgerOf = (count: number) =>
    new DeliveryPersonalData(
      new PersonalDataStores(),
      {
        of: (_phone: string, most = Infinity) =>
          Promise.resolve(Array<unknown>(Math.min(count, most)).fill(message) as PersonalDelivery[]),
      } as PersonalDeliveriesRepository,
      {} as DisposalRepository,
      {} as BroadcastsRepository,
    );

  it('an export holds all messages, while a look-up shows only the last 20 and says so', async () => {
    const many = ledgerOf(100_001);
    expect((await many.exportRows('+46701740605'))[0]!.rows).toHaveLength(100_001);
    expect((await many.recent('+46701740605'))[0]).toMatchObject({
      title: { sv: 'De senaste 20 meddelandena' },
      rows: { length: 20 },
    });
    expect((await ledgerOf(20).recent('+46701740605'))[0]).toMatchObject({
      title: { sv: 'Meddelanden' },
      rows: { length: 20 },
    });
  });
});
