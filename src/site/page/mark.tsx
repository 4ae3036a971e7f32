import type { ColourTokens } from '../../platform/brand/colour-tokens.js';

/** One message stick: a rod with two notches cut through it. Drawn around its own centre, 20 wide and 132 high. */
const stick =
  'M-10-56a10 10 0 0 1 20 0v9l-20 9ZM-10-29l20-9v9l-20 9ZM-10-11l20-9v9l-20 9ZM-10 7l20-9v58a10 10 0 0 1-20 0Z';

/** The mark of a municipality without a logo: one stick in its simplest form. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <path fill="currentColor" transform="translate(20 20) rotate(32) scale(.29)" d={stick} />
    </svg>
  );
}

const runners = [0, 1, 2, 3, 4];

/** The sticks in relay: one carries the message on to the next. Decoration, hidden from screen readers. */
export function Relay() {
  return (
    <svg class="relay" viewBox="0 0 400 290" aria-hidden="true" focusable="false">
      {runners.map((i) => (
        <path
          key={i}
          class={`relay-${i}`}
          fill="currentColor"
          transform={`translate(${52 + i * 74} ${204 - i * 29}) rotate(24) scale(1.08)`}
          d={stick}
        />
      ))}
    </svg>
  );
}

/** The mark as a browser's tab icon, with its own background so that it is visible in light and dark. */
export const markAsIcon = ({ accent, highlight }: ColourTokens): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="${accent}"/>` +
      `<path fill="${highlight}" transform="translate(20 20) rotate(32) scale(.26)" d="${stick}"/></svg>`,
  )}`;
