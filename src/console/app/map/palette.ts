/** The map's colours, for light and dark mode. */
export interface Palette {
  readonly outside: string;
  readonly land: string;
  readonly water: string;
  readonly street: string;
  readonly streetEdge: string;
  readonly line: string;
  readonly areaLine: string;
  readonly label: string;
  readonly waterLabel: string;
  readonly halo: string;
  readonly address: string;
  readonly pick: string;
  readonly chosen: string;
  readonly exercise: string;
  /** The maximum brightness of an external background, 0–1. */
  readonly backgroundBrightness: number;
}

export const day: Palette = {
  outside: '#dcd8ce',
  land: '#f3efe6',
  water: '#b9d6dc',
  street: '#ffffff',
  streetEdge: '#d3cbbb',
  line: '#b9ae98',
  areaLine: '#7d8f88',
  label: '#2b3a3a',
  waterLabel: '#2c5f6b',
  halo: '#fbf9f4',
  address: '#8a7f69',
  pick: '#0b5c66',
  chosen: '#b3421d',
  exercise: '#8a6100',
  backgroundBrightness: 1,
};

export const night: Palette = {
  outside: '#0b1214',
  land: '#1b2528',
  water: '#0d3440',
  street: '#3a474a',
  streetEdge: '#141c1e',
  line: '#46565a',
  areaLine: '#6f8a8c',
  label: '#d7ded9',
  waterLabel: '#8fc1cc',
  halo: '#141c1e',
  address: '#7f8f8d',
  pick: '#7fd0d0',
  chosen: '#ff9a6b',
  exercise: '#ffd166',
  backgroundBrightness: 0.45,
};
