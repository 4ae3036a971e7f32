import { render } from 'preact-render-to-string';
import type { LastPlace } from '../../api/answers.js';
import { PlaceButtons } from './last-places.js';

const house: LastPlace = {
  id: 'p1',
  kind: 'property',
  name: 'Porsön 1:1',
  boundingBox: [22, 65, 23, 66],
  saved: false,
  address: 'Storgatan 1',
};

describe('the last places of a member', () => {
  const page = (places: readonly LastPlace[]) =>
    render(<PlaceButtons places={places} onChoose={() => undefined} />);

  it('are buttons, with the address by which a property was chosen', () => {
    expect(page([house])).toMatch(/<button type="button" class="button button-quiet">.*Storgatan 1/s);
  });

  it('are not mentioned when there are none', () => {
    expect(page([])).toBe('');
  });
});
