import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useSpeech } from '../language/language.js';
import { words } from './map.words.js';

interface MapFrameProps {
  tools?: ComponentChildren;
  message?: string;
  children: ComponentChildren;
}

/** The frame of a map: its tools, a cross at its centre, and a link to skip it with the keyboard. */
export function MapFrame({ tools, message = '', children }: MapFrameProps) {
  const { say } = useSpeech();
  const id = useId();
  return (
    <div class="map-frame">
      <a
        class="skip skip-map"
        href={`#${id}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(id)?.focus();
        }}
      >
        {say(words.skip)}
      </a>
      {tools && <div class="map-tools">{tools}</div>}
      <div class="map-box">
        {children}
        {tools && <span class="map-cross" aria-hidden="true" />}
        <p class="map-message" role="status">
          {message && <span>{message}</span>}
        </p>
      </div>
      {tools && <p class="hint">{say(words.keys)}</p>}
      <span id={id} tabIndex={-1} />
    </div>
  );
}
