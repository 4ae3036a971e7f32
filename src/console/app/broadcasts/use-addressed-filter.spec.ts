import { act } from 'preact/test-utils';
import { onPage } from '../../../../test/support/hook-on-page.js';
import { everything } from './incident-filter.js';
import { useAddressedFilter } from './use-addressed-filter.js';

const refined: string[] = [];
let search: string;
jest.mock('../navigation/navigation.js', () => ({
  useNavigation: () => ({ search, refine: (to: string) => refined.push(to) }),
}));

describe('the filter of the list', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    refined.length = 0;
  });
  afterEach(() => jest.useRealTimers());

  const open = async (address: string) => {
    search = address;
    const page = await onPage(() => useAddressedFilter(), {});
    const wait = (ms: number) =>
      act(() => {
        jest.advanceTimersByTime(ms);
      });
    return {
      text: () => page.now[0].text,
      wait,
      type: (text: string) => act(() => page.now[1]({ ...everything, text })),
      go: async (to: string) => {
        search = to;
        await page.draw({});
      },
      leave: () => page.leave(),
    };
  };

  it('is taken from the address, which does not change', async () => {
    const page = await open('?q=vatten');
    await page.wait(1000);
    expect([page.text(), refined]).toEqual(['vatten', []]);
    await page.leave();
  });

  it('is written to the address when typing pauses', async () => {
    const page = await open('');
    await page.type('v');
    await page.wait(200);
    await page.type('va');
    await page.wait(400);
    expect(refined).toEqual(['?q=va']);
    // The answer of the address does not undo what is being typed.
    await page.type('vat');
    await page.go('?q=va');
    expect(page.text()).toBe('vat');
    await page.leave();
  });

  it('follows a link and the Back button, and leaves their addresses alone', async () => {
    const page = await open('?q=vatten');
    await page.wait(1000);
    await page.go('');
    expect(page.text()).toBe('');
    await page.wait(1000);
    await page.go('?q=vatten');
    await page.wait(1000);
    expect([page.text(), refined]).toEqual(['vatten', []]);
    await page.leave();
  });
});
