import { render } from 'preact-render-to-string';
import type { OwnPhone as Own } from '../api/answers.js';
import { OwnPhone } from './own-phone.js';

let own: Own | undefined;
jest.mock('../api/use-query.js', () => ({ useQuery: () => ({ data: own }) }));
jest.mock('../session/session.js', () => ({ useSession: () => ({}) }));

const shown = (now?: Own) => {
  own = now;
  return render(<OwnPhone />);
};
const unconfirmed = { phone: '+46701740606', expiresAt: '2026-11-30T01:50:00Z' };

describe('the user’s own phone', () => {
  it('is asked for when there is none, and nothing can be removed', () => {
    const page = shown({});
    expect(page).toContain('Du har inget nummer sparat.');
    expect(page).toContain('Skicka en kod');
    expect(page).not.toContain('Ta bort numret');
  });

  it('can be removed when there is one', () => {
    expect(shown({ phone: '+46701740605' })).toContain('Ta bort numret');
  });

  it('is confirmed by a code, while the old one is still saved', () => {
    const page = shown({ phone: '+46701740605', unconfirmed });
    expect(page).toContain('Numret +46701740605 är sparat.');
    expect(page).toContain('Vi har skickat en kod till +46701740606. Den gäller till 02:50.');
    expect(page).toContain('Bekräfta numret');
    expect(page).toContain('Skicka en ny kod');
  });

  it('is not shown before it is known', () => {
    expect(shown()).not.toContain('Skicka en kod');
  });
});
