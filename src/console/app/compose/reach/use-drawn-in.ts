import { useEffect } from 'preact/hooks';
import type { AreasDrawn } from '../../api/answers.js';
import { useQuery } from '../../api/use-query.js';
import type { ComposeForm } from '../form/form.js';
import type { Change } from '../form/form-change.js';
import { refill } from '../form/template-texts.js';

/** Keeps in the form which areas the drawing is in, so that the texts can name them. Without an answer it has no name. */
export function useDrawnIn({ polygon, drawnIn }: ComposeForm, change: Change, municipality: string): void {
  const { data } = useQuery<AreasDrawn>(polygon && '/places/drawn', polygon ? { body: { polygon } } : {});
  const current = polygon && data;
  useEffect(() => {
    if (current === drawnIn) return;
    change((now) => ({
      drawnIn: current,
      ...(now.step > 1 ? refill({ ...now, drawnIn: current }, municipality) : {}),
    }));
  }, [current]);
}
