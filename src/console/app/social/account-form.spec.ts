import { bodyOf, emptyAccount, faultsOf } from './account-form.js';
import { words } from './social.words.js';

describe('the form of an account on social media', () => {
  it('asks for a token, and for the address of a Mastodon server', () => {
    expect(faultsOf(emptyAccount)).toEqual({ address: words.notAnAddress, token: words.missing });
    expect(faultsOf({ ...emptyAccount, network: 'facebook', token: 'abc' })).toEqual({});
    expect(faultsOf({ ...emptyAccount, address: 'https://social.example', token: 'abc' })).toEqual({});
  });

  it('sends no address for Facebook', () => {
    expect(bodyOf({ ...emptyAccount, network: 'facebook' })).not.toHaveProperty('address');
    expect(bodyOf(emptyAccount)).toHaveProperty('address', 'https://');
  });
});
