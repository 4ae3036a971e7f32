import { type Play, accountSid, landline, resident, sender, startHarness } from './harness.fixture.js';

let play: Play;
beforeEach(async () => (play = await startHarness()));
afterEach(() => play.close());

const deliver = async (Body: string, From = sender, To = resident) => {
  const before = play.posted.length;
  await play.post('/Messages.json', { To, From, Body, StatusCallback: `${play.receiverUrl}/status` });
  await play.callbacks(before + 2);
};

describe('a text from a handset', () => {
  it('reaches the sender with a signature, and the sender’s reply reaches the handset', async () => {
    play.respondWith(() => ({ body: '<Response><Message>Tack för ditt svar</Message></Response>' }));
    const { status, body } = await play.json(`/handsets/${resident}/reply`, { to: sender, text: 'Ja å' });
    expect([status, body]).toEqual([
      200,
      { sid: expect.any(String), status: 200, replies: ['Tack för ditt svar'] },
    ]);
    const [inbound] = await play.callbacks(1, '/inbound');
    expect(inbound).toMatchObject({
      genuine: true,
      params: {
        MessageSid: body.sid,
        SmsSid: body.sid,
        From: resident,
        To: sender,
        Body: 'Ja å',
        NumMedia: '0',
        NumSegments: '1',
        AccountSid: accountSid,
        ApiVersion: '2010-04-01',
      },
    });
    expect((await play.inbox(resident)).body.received).toMatchObject([
      { kind: 'sms', from: sender, text: 'Tack för ditt svar' },
    ]);
    const [reply, text] = (await play.get('/Messages.json')).body.messages;
    expect(reply).toMatchObject({ direction: 'outbound-reply', to: resident });
    expect(text).toMatchObject({ direction: 'inbound', status: 'received', from: resident, sid: body.sid });
  });

  it('STOP blocks only that sender, until START', async () => {
    const send = async (From: string) =>
      (await play.post('/Messages.json', { To: resident, From, Body: 'Hej' })).body;
    await play.json(`/handsets/${resident}/reply`, { to: sender, text: ' stop ' });
    expect((await send(sender)).code).toBe(21610);
    expect((await send('LuleaKommun')).code).toBeUndefined();
    await play.json(`/handsets/${resident}/reply`, { to: sender, text: 'START' });
    expect((await send(sender)).code).toBeUndefined();
  });

  it.each([
    ['to a sender name', { to: 'LuleaKommun', text: 'Hej' }],
    ['that is blank', { to: sender, text: '  ' }],
    ['longer than 1,600 characters', { to: sender, text: 'a'.repeat(1601) }],
  ])('%s is refused', async (_name, value) => {
    expect((await play.json(`/handsets/${resident}/reply`, value)).status).toBe(400);
    expect(play.posted).toEqual([]);
  });

  it('has status null if no inbound URL is set', async () => {
    await play.close();
    play = await startHarness({ inboundUrl: undefined });
    const { body } = await play.json(`/handsets/${resident}/reply`, { to: sender, text: 'Hej' });
    expect(body).toMatchObject({ status: null, replies: [] });
  });
});

describe('the handsets as JSON', () => {
  it('can be filtered by number and by time', async () => {
    await deliver('Hej');
    await deliver('Hej', sender, '+46701740606');
    const e164s = async (query: string) => (await play.handsets(query)).map(({ e164 }) => e164);
    expect(await e164s('')).toEqual([resident, '+46701740606']);
    expect(await e164s('?q=070-174+06+06')).toEqual(['+46701740606']);
    expect(await e164s('?since=2000-01-01T00:00:00Z')).toHaveLength(2);
    expect(await e164s('?since=2999-01-01T00:00:00Z')).toEqual([]);
    expect((await fetch(`${play.url}/handsets?since=soon`)).status).toBe(400);
  });
});

describe('the handsets as pages', () => {
  it('show the latest phones, find a phone, and escape all text', async () => {
    await deliver('<b>Vatten</b> & ström');
    const { html, headers, status } = await play.page('/handsets');
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('&lt;b>Vatten&lt;/b> &amp; ström');
    expect(html).toContain(`href="/handsets/${resident}"`);
    expect((await play.page('/handsets?q=0605')).html).toContain('1 telefon passar');
    expect((await play.page('/handsets?q=%3Cscript%3E')).html).not.toContain('”<script>');
  });

  it('show one phone’s thread in order, with a form for a reply', async () => {
    await deliver('Första');
    await deliver('Andra');
    const answered = await play.page(`/handsets/${resident}/reply`, { to: sender, text: 'Mitt svar' });
    expect([answered.status, answered.headers.get('location')]).toEqual([
      303,
      `/handsets/${resident}#senaste`,
    ]);
    const { html } = await play.page(`/handsets/${resident}`);
    const places = ['Första', 'Andra', 'Mitt svar'].map((text) => html.indexOf(text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(html).toContain('Svara till +46 70 174 06 99');
  });

  it('keep the text of a reply that could not be sent', async () => {
    await deliver('Hej');
    const { status, html } = await play.page(`/handsets/${resident}/reply`, {
      to: 'LuleaKommun',
      text: 'Mitt svar',
    });
    expect(status).toBe(400);
    expect(html).toContain('Det går inte att svara');
    expect(html).toContain('Mitt svar</textarea>');
  });

  it('offer no reply to a sender name', async () => {
    await deliver('Hej', 'LuleaKommun');
    const { html } = await play.page(`/handsets/${resident}`);
    expect(html).not.toContain('<textarea');
    expect(html).toContain('tar inte emot svar');
  });

  it('offer the keys that a call asked for', async () => {
    const Twiml = `<Response><Gather action="${play.receiverUrl}/keys"><Say>Tryck 1</Say></Gather></Response>`;
    const StatusCallback = `${play.receiverUrl}/status`;
    const { body } = await play.post('/Calls.json', { To: landline, From: sender, Twiml, StatusCallback });
    await play.callbacks(1);
    expect((await play.page(`/handsets/${landline}`)).html).toContain('Tryck 1, bekräfta');
    const pressed = await play.page(`/handsets/${landline}/press`, { call: body.sid, digits: '1' });
    expect(pressed.status).toBe(303);
    expect((await play.callbacks(1, '/keys'))[0]?.params.Digits).toBe('1');
  });

  it('show an empty inbox for a phone without messages, and an error page for an invalid number', async () => {
    expect(await play.page('/handsets/+46701740698')).toMatchObject({
      status: 200,
      html: expect.stringContaining('Inget har kommit hit än'),
    });
    const searched = await play.page('/handsets?q=070-174+06+98');
    expect(searched.html).toContain('href="/handsets/+46701740698"');
    expect(await play.page('/handsets/070-1')).toMatchObject({
      status: 404,
      html: expect.stringContaining('<h1>'),
    });
  });

  it('start with a page that explains the simulator', async () => {
    const { html } = await play.page('/');
    expect(html).toContain('En teleoperatör på låtsas');
    expect(html).toContain('href="/handsets"');
    expect((await fetch(`${play.url}/healthz`)).status).toBe(200);
  });
});
