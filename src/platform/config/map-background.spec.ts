import { readMapBackground } from './map-background.js';

describe('a background map’s template', () => {
  it.each([
    [
      'XYZ',
      'https://karta.example.se/tiles/{z}/{x}/{y}.png?token=a1',
      'https://karta.example.se/tiles/{z}/{x}/{y}.png?token=a1',
      'https://karta.example.se',
    ],
    [
      'a WMTS by REST',
      'https://wmts.example.se:8443/topo/default/3857/{TileMatrix}/{TileRow}/{TileCol}.png',
      'https://wmts.example.se:8443/topo/default/3857/{z}/{y}/{x}.png',
      'https://wmts.example.se:8443',
    ],
    ['our own host', '/karta/{z}/{x}/{y}.jpg', '/karta/{z}/{x}/{y}.jpg', undefined],
  ])('can be %s', (_what, given, template, origin) => {
    expect(readMapBackground(given)).toEqual({ template, origin });
  });

  it.each([
    ['no placeholder for the column', 'https://karta.example.se/{z}/{y}.png', 'each once'],
    ['the zoom twice', 'https://karta.example.se/{z}/{z}/{x}/{y}.png', 'each once'],
    ['plain HTTP', 'http://karta.example.se/{z}/{x}/{y}.png', 'https://'],
    ['no scheme', '//karta.example.se/{z}/{x}/{y}.png', 'https://'],
    ['a placeholder in the host', 'https://{x}.karta.example.se/{z}/{y}.png', 'one host'],
    ['an unknown placeholder', 'https://{s}.karta.example.se/{z}/{x}/{y}.png', 'neither'],
    [
      'a character that would end a CSP directive',
      "https://karta.example.se/{z}/{x}/{y};script-src 'none'",
      'neither',
    ],
    ['a password', 'https://a:b@karta.example.se/{z}/{x}/{y}.png', 'password'],
    ['text instead of an address', 'the usual one {z} {x} {y}', 'neither'],
  ])('is refused if it has %s', (_what, given, told) => {
    expect(readMapBackground(given)).toContain(told);
  });
});
