import twilio from 'twilio';
import { sign } from './signature.js';

describe('a signature of the simulator', () => {
  it.each([
    ['http://127.0.0.1:3000/callbacks/twilio/message-status', { MessageStatus: 'sent', To: '+46701740605' }],
    ['http://127.0.0.1:3000/cb?token=a%20b&x=1', { Body: 'Hej å 😀', From: 'LuleaKommun', a: '', B: '2' }],
    ['https://sms.example.org/cb', {}],
  ])('is accepted by Twilio’s own library (%s)', (url, params) => {
    const signature = sign('secret', url, params);
    expect(twilio.validateRequest('secret', signature, url, params)).toBe(true);
    expect(twilio.validateRequest('another', signature, url, params)).toBe(false);
    expect(twilio.validateRequest('secret', signature, `${url}x`, params)).toBe(false);
  });
});
