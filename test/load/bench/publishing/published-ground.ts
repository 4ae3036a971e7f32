import { text } from '../clients.js';
import type { Ground } from '../ground.js';

/** Alerts that are published at once: a bad day. */
const alerts = 12;
/** Updates of every third of them. */
const updates = 3;

const page = (language: string, nth: number, paragraph: string) => ({
  language,
  sms: '',
  headline: `${paragraph.slice(0, 40)} ${nth}`,
  web: Array.from({ length: 6 }, () => paragraph).join('\n\n'),
});

/** Publishes alerts on the web alone, with updates, in two languages. */
export async function publish(ground: Ground, place: string): Promise<void> {
  const expiresAt = new Date(Date.now() + 6 * 3_600_000).toISOString();
  const texts = (nth: number) => [
    page('sv', nth, text),
    page('en', nth, 'The water is shut off in Storgatan until 3 p.m. today. Fetch water at the school.'),
  ];
  const write = async (nth: number, more: object): Promise<string> => {
    const { id } = await ground.staff.call<{ id: string }>(0, 'POST', '/broadcasts', {
      ...{ texts: texts(nth), lane: 'urgent', expiresAt, isPublic: true, webOnly: true },
      ...more,
    });
    await ground.staff.approve(await ground.staff.call(0, 'POST', `/broadcasts/${id}/submission`));
    return id;
  };
  for (let nth = 0; nth < alerts; nth++) {
    const id = await write(nth, { audience: { places: [place] } });
    for (let more = 0; nth % 3 === 0 && more < updates; more++)
      await write(more, { follows: { broadcast: id, relation: 'update' } });
  }
}
