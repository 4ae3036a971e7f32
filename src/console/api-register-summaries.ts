import type { Wording } from '../kernel/refusal.js';

/** What the operations on places and on the phone directory do; see `api-summaries.ts`. */
export const registerSummaries: Readonly<Record<string, Wording>> = {
  'GET /api/v1/places': {
    sv: 'Söker fastigheter, kvarter, bostadsområden och kommunen efter namn.',
    en: 'Finds properties, blocks, areas and the municipality by name.',
  },
  'POST /api/v1/places/drawn': {
    sv: 'Bostadsområdena som en ritad yta har adresser i, helt eller delvis.',
    en: 'The residential areas that a drawing has addresses of, all or some.',
  },
  'GET /api/v1/places/{id}': {
    sv: 'En plats med sina gränser och antalet adresser.',
    en: 'A place with its borders and how many addresses it has.',
  },
  'GET /api/v1/addresses': {
    sv: 'Söker adresser och fastigheten de hör till.',
    en: 'Finds addresses and the property they belong to.',
  },
  'GET /api/v1/areas': { sv: 'Ytor som sparats under ett namn.', en: 'Areas saved under a name.' },
  'POST /api/v1/areas': {
    sv: 'Sparar en ritad yta, eller flera platser tillsammans, under ett namn.',
    en: 'Saves a drawn area, or several places together, under a name.',
  },
  'PUT /api/v1/areas/{id}': {
    sv: 'Ger en sparad yta ett nytt namn, en ny form eller båda.',
    en: 'Gives a saved area another name, another shape or both.',
  },
  'DELETE /api/v1/areas/{id}': { sv: 'Tar bort en sparad yta.', en: 'Removes a saved area.' },
  'GET /api/v1/tiles/{z}/{x}/{y}.mvt': {
    sv: 'Kartan som vektorrutor.',
    en: 'The map as vector tiles.',
  },
  'GET /api/v1/directory/sources': {
    sv: 'Varifrån telefonerna kommer, hur många de är och hur gammalt det är.',
    en: 'Where the phones come from, how many they are and how old that is.',
  },
  'POST /api/v1/directory/lookups': {
    sv: 'Vad vi vet om ett nummer: adresser, invändning, spärr, prenumerationer och senaste meddelanden. Varje slagning loggas.',
    en: 'What we know of a number: addresses, objection, quarantine, subscriptions and latest messages. Each look is logged.',
  },
  'POST /api/v1/directory/placements': {
    sv: 'Lägger till ett nummer på en adress för hand, eller ändrar det.',
    en: 'Places a number at an address by hand, or changes it.',
  },
  'POST /api/v1/directory/removals': {
    sv: 'Tar bort ett nummer som har lagts till på en adress för hand.',
    en: 'Removes a number that was placed at an address by hand.',
  },
  'GET /api/v1/directory/quarantine': {
    sv: 'Nummer som inte provas eftersom nätet inte har dem, med orsak. Bara de två sista siffrorna.',
    en: 'Numbers that are not tried since no network has them, with the reason. The last two digits only.',
  },
  'POST /api/v1/directory/quarantine/releases': {
    sv: 'Släpper ett spärrat nummer: nästa meddelande provar det.',
    en: 'Releases a number: the next alert tries it.',
  },
};
