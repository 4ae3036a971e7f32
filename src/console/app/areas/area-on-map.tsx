import type { Place, PlaceInDetail } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { LoadedMap } from '../map/collapsible-map.js';
import { FailureNote } from '../shell/failure-note.js';

const loadShowMap = () => import('../map/show-map.js');
const noPlaces: readonly Place[] = [];

/** A saved area on a map. */
export function AreaOnMap({ id }: { id: string }) {
  const { data, failure, reload } = useQuery<PlaceInDetail>(`/places/${id}`);
  return (
    <div class="area-map">
      <FailureNote failure={failure} retry={reload} />
      {data && (
        <LoadedMap load={loadShowMap}>
          {({ ShowMap }) => <ShowMap places={noPlaces} shape={data.geometry} />}
        </LoadedMap>
      )}
    </div>
  );
}
