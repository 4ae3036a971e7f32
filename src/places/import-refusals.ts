import { refusal } from '../kernel/refusal.js';

export const NothingToImport = refusal('places.nothing-to-import', 'invalid', {
  sv: 'Inte en enda rad i datamängden {source} gick att använda.',
  en: 'Not one row of the dataset {source} could be used.',
});

export const DatasetShrank = refusal('places.dataset-shrank', 'conflict', {
  sv: '{gone} av {current} ({kind}) i {source} finns inte längre i filen, mer än en femtedel. Är det rätt, kör igen med --allow-shrink.',
  en: '{gone} of {current} ({kind}) in {source} are no longer in the file, more than a fifth. If that is right, run again with --allow-shrink.',
});

export const OutsideReference = refusal('places.outside-reference', 'invalid', {
  sv: 'Datamängden {source} ligger där EPSG:{metric} inte mäter rätt. Sätt METRIC_SRID till ett plant referenssystem i meter för platsen, eller rätta lagrets crs i profilen.',
  en: 'The dataset {source} lies where EPSG:{metric} does not measure true. Set METRIC_SRID to a plane reference in metres for the place, or correct the crs of the layer in the profile.',
});

export const UnknownReference = refusal('places.unknown-reference', 'invalid', {
  sv: 'EPSG:{srid} (lagret {layer}) är okänt för databasen.',
  en: 'EPSG:{srid} (layer {layer}) is not known to the database.',
});
