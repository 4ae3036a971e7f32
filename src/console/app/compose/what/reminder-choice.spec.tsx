import { render } from 'preact-render-to-string';
import { emptyForm, type ComposeForm } from '../form/form.js';
import { ReminderChoice } from './reminder-choice.js';
import { StartChoice } from './start-choice.js';

const kept = {
  start: '2026-12-02T18:00',
  until: '2026-12-03T08:00',
  texts: [{ language: 'sv', sms: 'Vi påminner.' }],
};
const form = (more: Partial<ComposeForm> = {}): ComposeForm => ({
  ...emptyForm,
  event: 'planned',
  reminder: kept,
  ...more,
});
const choice = (written: ComposeForm) =>
  render(<ReminderChoice form={written} change={() => undefined} faults={[]} municipality="Luleå kommun" />);

describe('the choice of a reminder', () => {
  it('is one tick box with the time, and the text', () => {
    const shown = choice(form());
    expect(shown.match(/type="checkbox"/g)).toHaveLength(1);
    expect(shown).toMatch(/påminnelse [^<]*18:00/);
    expect(shown).toContain('>Vi påminner.</textarea>');
  });

  it('is not there for another event, or when nothing says when it begins', () => {
    expect(choice(form({ event: 'leak' }))).toBe('');
    expect(choice(form({ reminder: null }))).toBe('');
  });
});

describe('the choice of the start', () => {
  const start = (mustWait: boolean) =>
    render(
      <StartChoice
        mustWait={mustWait}
        start="2026-12-02T18:00"
        fault={undefined}
        onChoose={() => undefined}
      />,
    );

  it('of a reminder has a time, but no way to send it now', () => {
    expect(start(true)).not.toContain('Skicka nu');
    expect(start(true)).toContain('value="2026-12-02T18:00"');
    expect(start(false)).toContain('Skicka nu');
  });
});
