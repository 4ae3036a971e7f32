import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Skickas {moment}', en: 'Will be sent {moment}' },
  how: {
    sv: 'Det är godkänt och börjar skickas av sig självt. Ändrar du det måste det godkännas igen.',
    en: 'It is approved and starts by itself. If you change it, it must be approved again.',
  },
  held: {
    sv: 'Det är godkänt och väntar tills SMS-tjänstens tider börjar. Den som avslutar prenumerationen innan dess får det inte.',
    en: 'It is approved and waits until the hours of the topic begin. Who unsubscribes before that does not get it.',
  },
  startNow: { sv: 'Skicka nu', en: 'Send now' },
  startNowSure: { sv: 'Skicka nu till {phones}?', en: 'Send now to {phones}?' },
  startNowHow: {
    sv: 'Det börjar skickas direkt, i stället för {moment}.',
    en: 'Sending begins at once, instead of {moment}.',
  },
  missedTitle: { sv: 'Det här skickades aldrig', en: 'This was never sent' },
  missed: {
    sv: 'Det skulle ha skickats {start}, men kunde inte börja före sluttiden {end}. Ingen har fått det. Skriv ett nytt om det fortfarande gäller.',
    en: 'It was to be sent {start}, but could not begin before it expired {end}. Nobody got it. Write a new one if it still applies.',
  },
  movedIn: {
    sv: '{phones} har tillkommit i området sedan det godkändes, och har inte fått det.',
    en: '{phones} have come into the area since it was approved, and have not had it.',
  },
  extend: { sv: 'Utöka till dem', en: 'Extend to them' },
  approveAt: {
    sv: 'När du godkänner väntar det, och skickas {moment}.',
    en: 'When you approve, it waits and is sent {moment}.',
  },
  approvePassed: {
    sv: 'Det skulle ha skickats {moment}. När du godkänner börjar det skickas direkt.',
    en: 'It was to be sent {moment}. When you approve, sending begins at once.',
  },
} satisfies Record<string, Wording>;
