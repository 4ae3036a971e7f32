import { render } from 'preact-render-to-string';
import { emptyForm } from '../form/form.js';
import { EventChoice } from './event-choice.js';

const pageOf = (more: object) =>
  render(<EventChoice form={{ ...emptyForm, ...more }} change={() => undefined} fault={undefined} />);

describe('the choice of an event', () => {
  it('may be none, unless the template has one', () => {
    expect(pageOf({})).toContain('Något annat, utan checklista');
    expect(pageOf({ filled: { event: undefined } })).toContain('Något annat, utan checklista');
    expect(pageOf({ event: 'leak', filled: { event: 'leak' } })).not.toContain('utan checklista');
  });

  it('of an all-clear is that it is over', () => {
    const html = pageOf({ follows: { broadcast: 'b1', relation: 'all-clear' } });
    expect(html).toContain('value="all-clear"');
    expect(html).not.toContain('value="leak"');
  });

  it('asks for the page once there is an event, and shows the link in the text', () => {
    expect(pageOf({})).not.toContain('id="page"');
    const texts = [{ language: 'sv', sms: 'Läs mer: alavik.se' }];
    expect(pageOf({ event: 'leak', texts })).toMatch(/id="page"[^>]*value="https:\/\/alavik\.se"/u);
  });
});
