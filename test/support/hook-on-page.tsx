import { render } from 'preact';
import { act } from 'preact/test-utils';

/** The parent of a component that draws nothing. */
const page = () =>
  ({ childNodes: [], firstChild: null, namespaceURI: null, insertBefore: () => undefined }) as never;

interface HookOnPage<Props, Result> {
  /** What the hook returned when the component was last drawn. */
  readonly now: Result;
  readonly draw: (props: Props) => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** Mounts a component that uses the hook, and runs its effects. */
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
