import { render } from 'preact';
import { act } from 'preact/test-utils';

/** Where a component that draws nothing is put. */
const page = () =>
  ({ childNodes: [], firstChild: null, namespaceURI: null, insertBefore: () => undefined }) as never;

interface HookOnPage<Props, Result> {
  /** What the hook returned when the component was last drawn. */
  readonly now: Result;
  readonly draw: (props: Props) => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** A hook in a component that is on a page, with its effects. */
export async function onPage<Props, Result>(
  use: (props: Props) => Result,
  first: NoInfer<Props>,
): Promise<HookOnPage<Props, Result>> {
  let now: Result;
  function Component({ props }: { props: Props }) {
    now = use(props);
    return null;
  }
  const parent = page();
  const draw = (props: Props) => act(() => render(<Component props={props} />, parent));
  await draw(first);
  return {
    get now() {
      return now;
    },
    draw,
    leave: () => act(() => render(null, parent)),
  };
}
