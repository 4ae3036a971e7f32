import { render } from 'preact-render-to-string';
import { ReachFigures } from './reach-figures.js';

describe('the reach figures of a broadcast', () => {
  const pageOf = (addresses: number): string => {
    const preview = {
      phones: { mobile: 2, landline: 1 },
      addresses,
      unreachableAddresses: 0,
      suppressed: {},
      languages: [],
    };
    return render(<ReachFigures preview={preview} estimate={undefined} heading="h2" asBefore={false} />);
  };

  it('include addresses only when the audience has addresses', () => {
    expect(pageOf(3)).toContain('adresser');
    expect(pageOf(0)).not.toContain('adresser');
    expect(pageOf(0)).toContain('mobil');
  });
});
