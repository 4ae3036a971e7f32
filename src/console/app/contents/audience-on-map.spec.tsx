import { render } from 'preact-render-to-string';
import type { Audience } from '../api/answers.js';
import { AudienceOnMap } from './audience-on-map.js';

describe('the audience of a broadcast', () => {
  const pageOf = (audience: Audience): string =>
    render(<AudienceOnMap id="1" audience={audience} name="Kronan" at={undefined} />);

  it('shows the chosen roles, so that the approver knows them', () => {
    expect(pageOf({ places: ['1'], roles: ['owner'] })).toContain('Bara: Ägare som bor på annat håll');
    expect(pageOf({ places: ['1'] })).not.toContain('Bara');
  });
});
