import { render } from 'preact-render-to-string';
import { PlannedShiftList } from './planned-shifts.js';

const shift = (name: string, week: number, ...overlaps: string[]) => ({
  person: { id: name, name },
  startsAt: `2027-01-0${week}T07:00:00Z`,
  endsAt: `2027-01-0${week}T15:00:00Z`,
  overlaps: overlaps.map((other) => ({
    person: { id: other, name: other },
    startsAt: `2027-01-0${week}T06:00:00Z`,
    endsAt: `2027-01-0${week}T09:00:00Z`,
    fromCalendar: false,
  })),
});
const shown = (...planned: ReturnType<typeof shift>[]) => render(<PlannedShiftList planned={planned} />);

describe('the preview of a repetition', () => {
  it('has each shift with its person', () => {
    const said = shown(shift('Anna', 1), shift('Bo', 2));
    expect(said).toContain('2 pass läggs till');
    expect(said.match(/<strong>(Anna|Bo)/g)).toEqual(['<strong>Anna', '<strong>Bo']);
    expect(said).not.toContain('krockar');
  });

  it('says which overlap whose', () => {
    const said = shown(shift('Anna', 1), shift('Bo', 2, 'Cecilia'));
    expect(said).toContain('1 pass krockar');
    expect(said).toContain('Krockar med Cecilia');
  });
});
