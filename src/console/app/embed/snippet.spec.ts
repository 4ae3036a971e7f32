import { snippetOf } from './snippet.js';

const server = 'https://sms.alavik.example.se';

describe('the snippet for another website', () => {
  it('loads the widget, and has a link for readers without script', () => {
    expect(snippetOf({ view: 'map', language: 'en', area: '' }, server)).toBe(
      [
        `<script src="${server}/widget.js" defer></script>`,
        `<budkavle-alerts lang="en" view="map"><a href="${server}/en/news">Current messages from the municipality</a></budkavle-alerts>`,
      ].join('\n'),
    );
  });

  it('can be of the topics', () => {
    expect(snippetOf({ view: 'topics', language: 'sv', area: 'Kronan' }, server)).toContain(
      `<budkavle-topics lang="sv"><a href="${server}/amnen">`,
    );
  });

  it('can’t be broken out of by the name of an area', () => {
    expect(snippetOf({ view: 'list', language: 'sv', area: ' "><script>&' }, server)).toContain(
      'area="&quot;&gt;&lt;script&gt;&amp;"',
    );
  });
});
