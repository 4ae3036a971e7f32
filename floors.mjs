/**
 * The map of the house: each folder of src/ on its floor, lowest first. A folder imports itself and lower floors,
 * never a neighbour. `npm run floors` holds it. (`simulator/` stands apart: it shares no code with anything here.)
 */
export const floors = [
  ['kernel'],
  ['platform'],
  ['messages', 'staff'],
  ['personal-data'],
  ['places', 'verification'],
  ['directory'],
  ['topics'],
  ['audiences'],
  ['broadcasts'],
  ['deliveries'],
  ['dispatch'],
  ['publishing'],
  ['site', 'console'],
  ['roles'],
  ['main'],
];
