import { DomainError, refusal } from '../../kernel/refusal.js';
import type { LayerAccount, ReasonCount, RowNote } from './import-account.js';

/** What was read of a dataset before it was refused as a whole. */
export interface RefusedAccount {
  readonly layers: readonly LayerAccount[];
  readonly reasons: readonly ReasonCount[];
  readonly notes: readonly RowNote[];
}

/** A dataset refused as a whole, with the notes about its rows so far, which tell why. */
export class DatasetRefused extends DomainError {
  constructor(
    { code, kind, wording, details }: DomainError,
    readonly account: RefusedAccount,
  ) {
    super(code, kind, wording, details);
  }
}

export const NoRows = refusal('places.no-rows', 'invalid', {
  sv: 'Datamängden {source} har inga rader, så det som finns är orört.',
  en: 'The dataset {source} has no rows, so what is there is untouched.',
});

export const NothingToImport = refusal('places.nothing-to-import', 'invalid', {
  sv: 'Inte en enda rad i datamängden {source} gick att använda.',
  en: 'Not one row of the dataset {source} could be used.',
});

export const DatasetShrank = refusal('places.dataset-shrank', 'conflict', {
  sv: '{gone} av {current} ({kind}) i {source} finns inte längre i filen, mer än en femtedel. Är det rätt, kör igen med --allow-shrink.',
  en: '{gone} of {current} ({kind}) in {source} are no longer in the file, more than a fifth. If that is right, run again with --allow-shrink.',
});

export const OutsideReference = refusal('places.outside-reference', 'invalid', {
  sv: 'Lagret {layer} ligger där EPSG:{metric} inte mäter rätt. Sätt METRIC_SRID till ett plant referenssystem i meter för platsen, eller rätta lagrets crs i profilen.',
  en: 'The layer {layer} lies where EPSG:{metric} does not measure true. Set METRIC_SRID to a plane reference in metres for the place, or correct the crs of the layer in the profile.',
});

export const AxesSwapped = refusal('places.axes-swapped', 'invalid', {
  sv: 'Koordinaterna i lagret {layer} verkar stå i omvänd ordning: lästa åt andra hållet hamnar de rätt. Byt plats på x och y i profilen (x är östlig, y nordlig), eller låt den som skickat filen rätta den.',
  en: 'The axes of the layer {layer} seem swapped: read the other way round, its coordinates lie right. Exchange x and y in the profile (x goes east, y north), or have the sender of the file correct it.',
});

export const OtherReference = refusal('places.other-reference', 'invalid', {
  sv: 'Koordinaterna i lagret {layer} läses som EPSG:{srid} men verkar vara i {references}: så hamnar de rätt. Rätta lagrets crs i profilen.',
  en: 'The coordinates of the layer {layer} are read as EPSG:{srid} but seem to be in {references}: so read, they lie right. Correct the crs of the layer in the profile.',
});

export const NoDegrees = refusal('places.no-degrees', 'invalid', {
  sv: 'Koordinaterna i lagret {layer} läses som longitud och latitud (EPSG:{srid}) men är inga grader; de ser ut som meter. Ange lagrets referenssystem i profilen, till exempel crs: EPSG:3006.',
  en: 'The coordinates of the layer {layer} are read as longitude and latitude (EPSG:{srid}) but are no degrees; they look like metres. Give the reference of the layer in the profile, such as crs: EPSG:3006.',
});

export const UnknownReference = refusal('places.unknown-reference', 'invalid', {
  sv: 'EPSG:{srid} (lagret {layer}) är okänt för databasen.',
  en: 'EPSG:{srid} (layer {layer}) is not known to the database.',
});

export const ProfileInvalid = refusal('places.profile-invalid', 'invalid', {
  sv: 'Profilen {file} är fel: {faults}',
  en: 'The profile {file} is wrong: {faults}',
});

export const ColumnMissing = refusal('places.column-missing', 'invalid', {
  sv: 'Profilen nämner {missing}, men {file} har bara kolumnerna {columns}.',
  en: 'The profile names {missing}, but {file} has only the columns {columns}.',
});

export const KmlColumnMissing = refusal('places.kml-column-missing', 'invalid', {
  sv: 'Profilen nämner {missing}, men ur KML läses bara {columns}. ExtendedData läses inte: gör om filen till GeoPackage eller GeoJSON, till exempel i QGIS.',
  en: 'The profile names {missing}, but of KML only {columns} are read. ExtendedData is not read: turn the file into a GeoPackage or GeoJSON, for example in QGIS.',
});

export const ReferenceMissing = refusal('places.reference-missing', 'invalid', {
  sv: '{file} säger inte vilket referenssystem koordinaterna är i. Ange det i profilen, till exempel crs: EPSG:3006.',
  en: '{file} does not say which reference its coordinates are in. Give it in the profile, such as crs: EPSG:3006.',
});

export const ReferenceUnread = refusal('places.reference-unread', 'invalid', {
  sv: '{file} anger sitt referenssystem på ett sätt som inte kan läsas: {reference}. Läses gör EPSG:3006, urn:ogc:def:crs:EPSG::3006, http://www.opengis.net/def/crs/EPSG/0/3006 och CRS84. Ange det i profilen, till exempel crs: EPSG:3006.',
  en: '{file} gives its reference in a way that cannot be read: {reference}. What is read is EPSG:3006, urn:ogc:def:crs:EPSG::3006, http://www.opengis.net/def/crs/EPSG/0/3006 and CRS84. Give it in the profile, such as crs: EPSG:3006.',
});

export const ReportUnwritable = refusal('places.report-unwritable', 'invalid', {
  sv: 'Listan över rader kan inte skrivas till {file}: {reason}',
  en: 'The list of rows cannot be written to {file}: {reason}',
});
