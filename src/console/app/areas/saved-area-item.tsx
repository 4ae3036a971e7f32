import { useRef, useState } from 'preact/hooks';
import type { SavedArea } from '../api/answers.js';
import { counted } from '../contents/counted.words.js';
import { useSpeech } from '../language/language.js';
import { AreaOnMap } from './area-on-map.js';
import { words } from './areas.words.js';
import { RedrawArea } from './redraw-area.js';
import { RemoveDialog } from './remove-dialog.js';
import { RenameDialog } from './rename-dialog.js';

interface SavedAreaItemProps {
  area: SavedArea;
  /** Called with the message to show. */
  onChanged: (message: string) => void;
  onRemoved: () => void;
}

/** One saved area: its facts, who changed it last, and the possible actions. */
export function SavedAreaItem({ area, onChanged, onRemoved }: SavedAreaItemProps) {
  const { say, count, format } = useSpeech();
  const [open, setOpen] = useState<'map' | 'redraw'>();
  const [asking, setAsking] = useState<'rename' | 'remove'>();
  const redraw = useRef<HTMLButtonElement>(null);
  const { name, addresses, changedAt, changedBy } = area;
  const about = (what: string): string => say(words.of, { what, name });
  const toggle = (what: 'map' | 'redraw') => setOpen(open === what ? undefined : what);
  return (
    <li class="card area">
      <h2>{name}</h2>
      <p class="hint">
        {count(addresses, counted.addresses)}.{' '}
        {say(words.changed, { moment: format.moment(changedAt), name: changedBy.name || '–' })}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={open === 'map'}
          aria-label={about(say(words.show))}
          onClick={() => toggle('map')}
        >
          {say(words.show)}
        </button>
        <button
          type="button"
          class="button button-quiet"
          aria-label={about(say(words.rename))}
          onClick={() => setAsking('rename')}
        >
          {say(words.rename)}
        </button>
        <button
          ref={redraw}
          type="button"
          class="button button-quiet"
          aria-expanded={open === 'redraw'}
          aria-label={about(say(words.redraw))}
          onClick={() => toggle('redraw')}
        >
          {say(words.redraw)}
        </button>
        <button
          type="button"
          class="button button-danger"
          aria-label={about(say(words.remove))}
          onClick={() => setAsking('remove')}
        >
          {say(words.remove)}
        </button>
      </div>
      {open === 'map' && <AreaOnMap id={area.id} />}
      {open === 'redraw' && (
        <RedrawArea
          area={area}
          onDone={() => {
            setOpen(undefined);
            onChanged(say(words.redrawn, { name }));
            redraw.current?.focus();
          }}
        />
      )}
      {asking === 'rename' && (
        <RenameDialog
          area={area}
          onClose={() => setAsking(undefined)}
          onDone={(to) => {
            setAsking(undefined);
            onChanged(say(words.renamed, { name: to }));
          }}
        />
      )}
      {asking === 'remove' && (
        <RemoveDialog area={area} onClose={() => setAsking(undefined)} onDone={onRemoved} />
      )}
    </li>
  );
}
