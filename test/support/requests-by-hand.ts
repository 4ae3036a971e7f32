import { environmentManager, focusManager, type QueryClient } from '@tanstack/query-core';
import { act } from 'preact/test-utils';

/** A request that a page made. It ignores its abort signal: an answer that is under way still arrives. */
interface PageRequest {
  readonly path: string;
  readonly method: string;
  readonly signal: AbortSignal;
  readonly answer: (body: unknown, status?: number) => Promise<void>;
}

const requests: PageRequest[] = [];
/** The requests so far, in order. */
export const request = (at: number): PageRequest => requests[at]!;
export const paths = (): string[] => requests.map(({ path }) => path);

/** Lets time pass on the page, in milliseconds. */
export const pass = (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));

/** Does what a press on the page does, and waits for what follows at once. */
export const press = (deed: () => unknown): Promise<void> =>
  act(async () => {
    void deed();
    await jest.advanceTimersByTimeAsync(0);
  });

export const look = (away: boolean): Promise<void> => press(() => focusManager.setFocused(!away));

/** The test answers requests one by one, and moves the time. Each test must leave its pages. */
export function answerByHand(client: QueryClient): void {
  beforeAll(() => {
    Object.assign(globalThis, { document: { documentElement: { lang: 'sv' }, visibilityState: 'visible' } });
    environmentManager.setIsServer(() => false);
    client.mount();
    jest.spyOn(globalThis, 'fetch').mockImplementation(
      (url, options) =>
        new Promise((resolve) => {
          requests.push({
            path: (url as string).replace('/api/v1', ''),
            method: options!.method!,
            signal: options!.signal!,
            answer: (body, status = 200) => press(() => resolve(Response.json(body, { status }))),
          });
        }),
    );
  });
  beforeEach(() => {
    jest.useFakeTimers();
    requests.splice(0);
  });
  afterEach(async () => {
    focusManager.setFocused(undefined);
    await jest.advanceTimersByTimeAsync(0);
    const left = {
      timers: jest.getTimerCount(),
      answers: client
        .getQueryCache()
        .getAll()
        .map(({ queryHash }) => queryHash),
    };
    client.clear();
    jest.useRealTimers();
    expect(left).toEqual({ timers: 0, answers: [] });
  });
  afterAll(() => {
    client.unmount();
    environmentManager.setIsServer(() => true);
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'document');
  });
}
