import { Config } from '../platform/config/config.js';
import { readStaffPhone } from './staff-phone.js';

const config = Config.read({ DATABASE_URL: 'postgres://budkavle@127.0.0.1/budkavle' });

describe('the phone of a member of staff', () => {
  it('is a mobile, in any way of writing it', () => {
    expect(readStaffPhone('070-174 06 05', config)).toBe('+46701740605');
  });

  it.each([
    ['08-465 004 00', 'staff.phone-not-mobile'],
    ['070-17', 'phone.not-a-number'],
  ])('is refused as %s with %s', (written, code) => {
    expect(() => readStaffPhone(written, config)).toThrow(expect.objectContaining({ code }));
  });
});
