/** The message stick, as on the public pages. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
    <g transform="rotate(35 20 20)">
      <circle cx="20" cy="5.5" r="3.6" fill="none" stroke="currentColor" stroke-width="2.2" />
      <path
        fill="currentColor"
        d="M16 9h8v7l-3.5 2 3.5 2v3.5l-3.5 2 3.5 2V31l-3.5 1.6V37a.5.5 0 0 1-.5.5A4 4 0 0 1 16 33.5Z"
      />
    </g>
  </svg>
);
