import type { Wording } from '../../../kernel/refusal.js';
import type { PickLayer } from './map-style.js';

export const words = {
  map: { sv: 'Karta', en: 'Map' },
  show: { sv: 'Visa karta', en: 'Show map' },
  hide: { sv: 'Dölj karta', en: 'Hide map' },
  skip: { sv: 'Hoppa förbi kartan', en: 'Skip past the map' },
  zoomIn: { sv: 'Zooma in', en: 'Zoom in' },
  zoomOut: { sv: 'Zooma ut', en: 'Zoom out' },
  noMap: {
    sv: 'Kartan kan inte visas i den här webbläsaren. Sök platser i stället.',
    en: 'The map cannot be shown in this browser. Search for places instead.',
  },
  fetching: { sv: 'Hämtar kartan …', en: 'Fetching the map …' },
  bare: {
    sv: 'Bakgrundskartan går inte att hämta just nu.',
    en: 'The background map can’t be fetched just now.',
  },
  notFetched: { sv: 'Kartan gick inte att hämta.', en: 'The map could not be fetched.' },
  pickLayer: { sv: 'Peka på kartan för att välja', en: 'Point at the map to choose' },
  zoomToSee: {
    sv: 'Tryck på kartan för att komma närmare.',
    en: 'Press the map to come nearer.',
  },
  pickMiddle: { sv: 'Välj det i mitten', en: 'Choose what is in the middle' },
  nothingThere: { sv: 'Där finns inget att välja.', en: 'There is nothing to choose there.' },
  keys: {
    sv: 'Med tangentbord: flytta kartan med piltangenterna och zooma med + och −. Korset visar mitten.',
    en: 'By keyboard: move the map with the arrow keys, zoom with + and −. The cross shows the middle.',
  },
  drawBegin: { sv: 'Rita ett område', en: 'Draw an area' },
  drawAnother: { sv: 'Rita ett till', en: 'Draw another' },
  drawHow: {
    sv: 'Peka ut hörn för hörn på kartan, eller flytta kartan och sätt hörn i mitten.',
    en: 'Point out corner by corner on the map, or move the map and set corners in the middle.',
  },
  drawMore: {
    sv: '{n} hörn. Minst tre behövs.',
    en: '{n} corners. At least three are needed.',
  },
  drawEnough: { sv: '{n} hörn. Tryck Klar, eller sätt fler.', en: '{n} corners. Press Done, or set more.' },
  crosses: {
    sv: 'Så skulle ytan korsa sig själv. Välj ett annat ställe för hörnet.',
    en: 'The area would cross itself. Choose another spot for the corner.',
  },
  drawMove: {
    sv: 'Tryck på ytan för att flytta dess hörn.',
    en: 'Press the area to move its corners.',
  },
  corner: { sv: 'Sätt hörn i mitten', en: 'Set corner in the middle' },
  undo: { sv: 'Ångra hörn', en: 'Undo corner' },
  done: { sv: 'Klar', en: 'Done' },
  clear: { sv: 'Ta bort allt ritat', en: 'Remove all drawn' },
  pointBegin: { sv: 'Peka ut en punkt', en: 'Point out a spot' },
  lineBegin: { sv: 'Rita en ledning', en: 'Draw a line' },
  pointHow: {
    sv: 'Peka på kartan, eller flytta kartan och sätt punkten i mitten.',
    en: 'Point at the map, or move the map and set the spot in the middle.',
  },
  lineHow: {
    sv: 'Peka ut ledningen punkt för punkt, eller flytta kartan och sätt punkter i mitten.',
    en: 'Point out the line spot by spot, or move the map and set spots in the middle.',
  },
  putInMiddle: { sv: 'Sätt punkt i mitten', en: 'Set spot in the middle' },
  undoPoint: { sv: 'Ångra punkt', en: 'Undo spot' },
  stop: { sv: 'Avbryt', en: 'Cancel' },
  lineMore: { sv: '{n} punkter. Minst två behövs.', en: '{n} spots. At least two are needed.' },
  lineEnough: { sv: '{n} punkter. Tryck Klar, eller sätt fler.', en: '{n} spots. Press Done, or set more.' },
  drawn: { sv: 'Ritad yta: {area}', en: 'Drawn area: {area}' },
} satisfies Record<string, Wording>;

export const layerWords: Record<PickLayer, Wording> = {
  property: { sv: 'Fastighet', en: 'Property' },
  block: { sv: 'Kvarter', en: 'Block' },
  area: { sv: 'Bostadsområde', en: 'Area' },
};
