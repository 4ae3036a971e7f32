import { render } from 'preact-render-to-string';
import { emptyForm } from '../compose/form/form.js';
import { OldForm } from '../compose/old-form.js';
import { StillGoingOut } from './still-going-out.js';

const nothing = () => undefined;
const wordsOf = (page: string): string =>
  page
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

describe('the note that an alert is still being sent', () => {
  const part = (pending: number) => ({
    id: `b${pending}`,
    audienceName: 'Alavik',
    pending,
    sameText: pending < 100,
  });
  const said = (...pending: number[]) =>
    wordsOf(render(<StillGoingOut relation="all-clear" alert={{ stillGoingOut: pending.map(part) }} />));

  it('says how many have not had it, the alert and its extensions together', () => {
    expect(said(18_000, 66)).toContain('18 066 telefoner har inte fått det än.');
    expect(said(1)).toContain('1 telefon har inte fått det än.');
  });

  it('says what happens to the rest, even when everything has been handed to the provider', () => {
    expect(said(0)).toContain(
      'Larmet skickas fortfarande. När beskedet att det är över godkänns avbryts resten.',
    );
  });

  it('says of a correction that it replaces the wrong text, and counts no other', () => {
    const words = wordsOf(
      render(<StillGoingOut relation="correction" alert={{ stillGoingOut: [part(18_000), part(66)] }} />),
    );
    expect(words).toContain('Den felaktiga texten skickas fortfarande. 66 telefoner');
    expect(words).toContain('får rättelsen i stället');
  });

  it.each([
    ['all-clear', 'Den avbryts när beskedet att det är över godkänns.'],
    ['correction', 'Den avbryts när rättelsen godkänns'],
  ] as const)('says of an %s that it cancels an update that is scheduled', (relation, ending) => {
    const update = { ...part(3), startsAt: '2020-01-31T12:00:00Z' };
    const words = wordsOf(render(<StillGoingOut relation={relation} alert={{ stillGoingOut: [update] }} />));
    expect(words).toContain(`En uppdatering skulle ha skickats 31 jan. 2020 13:00. ${ending}`);
    // Nobody is having it now.
    expect(words).not.toContain('skickas fortfarande');
  });

  it('is empty beside a follow-up that ends nothing', () => {
    expect(render(<StillGoingOut relation="update" alert={{ stillGoingOut: [part(1)] }} />)).toBe('');
  });

  it('is empty when nothing is being sent', () => {
    expect(said()).toBe('');
  });
});

describe('a form restored from earlier', () => {
  const house = {
    id: 'p1',
    kind: 'property' as const,
    name: 'Innerstaden 1:11',
    address: 'Storgatan 12 A',
    boundingBox: [0, 0, 1, 1] as const,
  };
  const said = (more: object) =>
    wordsOf(render(<OldForm form={{ ...emptyForm, ...more }} onGoOn={nothing} onStartOver={nothing} />));

  it('says since when and for whom, and offers to continue or to start over', () => {
    const words = said({ begunAt: '2020-01-31T12:00:00Z', places: [house] });
    expect(words).toContain('började på 31 jan. 2020 13:00. Det var till Storgatan 12 A (Innerstaden 1:11).');
    expect(words).toMatch(/Fortsätt på det Börja om$/);
  });

  it('says that it is from earlier even without a date', () => {
    expect(said({})).toContain('Det här är något som du har börjat på tidigare.');
  });
});
