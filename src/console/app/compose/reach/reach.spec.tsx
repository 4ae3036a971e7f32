import { render } from 'preact-render-to-string';
import type { Place } from '../../api/answers.js';
import { emptyForm } from '../form/form.js';
import { ReachFigure, ReachMore } from './reach.js';
import { reachRequest } from './reach-request.js';
import { reachesNobody } from './use-reach.js';

const place: Place = {
  id: 'p1',
  kind: 'area',
  name: 'Bergnäset',
  boundingBox: [22, 65, 23, 66],
  saved: false,
};
const chosen = { ...emptyForm, places: [place] };

describe('reachRequest', () => {
  it('is undefined without an audience', () => {
    expect(reachRequest(emptyForm)).toBeUndefined();
  });

  it('sends the audience and the channels', () => {
    expect(reachRequest({ ...chosen, channels: 'both' })).toEqual({
      path: '/audiences/preview',
      body: { audience: { places: ['p1'] }, channels: 'both' },
    });
  });

  it("for an extension, asks the original's API path, which leaves out those who have had it", () => {
    const follows = { broadcast: 'b1', relation: 'extension' } as const;
    expect(reachRequest({ ...chosen, follows })).toEqual({
      path: '/broadcasts/b1/extension-preview',
      body: { audience: { places: ['p1'] } },
    });
  });
});

describe('reachesNobody', () => {
  const preview = { addresses: 3, unreachableAddresses: 3, suppressed: {}, languages: [] };
  it.each([
    ['is true where there is no phone', { mobile: 0, landline: 0 }, false, true],
    ['is false while the audience is counted', { mobile: 0, landline: 0 }, true, false],
    ['is false where there is a landline', { mobile: 0, landline: 1 }, false, false],
  ] as const)('%s', (_what, phones, busy, nobody) => {
    expect(reachesNobody({ preview: { ...preview, phones }, busy })).toBe(nobody);
    expect(reachesNobody({ busy })).toBe(false);
  });
});

describe('the reach line', () => {
  const preview = {
    phones: { mobile: 12, landline: 3 },
    addresses: 900,
    unreachableAddresses: 0,
    languages: [],
  };
  const said = (more: object, onlyNew: boolean): string =>
    render(
      <>
        <ReachFigure preview={{ ...preview, suppressed: {}, ...more }} onlyNew={onlyNew} />
        <ReachMore preview={{ ...preview, suppressed: {}, ...more }} />
      </>,
    )
      .replace(/<[^>]+>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();

  it('says how many phones at how many addresses are reached', () => {
    expect(said({}, false)).toBe('Når 12 mobiler och 3 fasta telefoner på 900 adresser');
  });

  it('for an extension, says how many are new and how many have had the message', () => {
    expect(said({ suppressed: { 'already-told': 1200 } }, true)).toBe(
      'Når 12 mobiler och 3 fasta telefoner som inte har fått meddelandet ' +
        '1 200 telefoner i området har redan fått meddelandet och räknas inte.',
    );
  });

  it('for an extension that everyone has had, says that nobody is new', () => {
    const phones = { mobile: 0, landline: 0 };
    expect(said({ phones, suppressed: { 'already-told': 1 } }, true)).toBe(
      'Når ingen ny telefon. 1 telefon i området har redan fått meddelandet och räknas inte.',
    );
  });
});
