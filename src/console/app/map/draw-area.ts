import type { Map as MapLibre } from 'maplibre-gl';
import type { Position } from 'geojson';
import {
  TerraDraw,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  ValidateNotSelfIntersecting,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Shape } from '../api/answers.js';
import { polygonsOf, shapeOf } from './shapes.js';

export interface Drawing {
  readonly shape: Shape | undefined;
  /** Whether corners are being added; if not, existing corners can be moved. */
  readonly setting: boolean;
  /** The number of corners of the current polygon. */
  readonly corners: number;
  /** Whether the last change was refused because the area would cross itself. */
  readonly crosses: boolean;
}

type Colour = `#${string}`;

/** Draws polygons on the map: by clicking corners, or by adding corners at the centre of the map. */
export class DrawArea {
  private readonly draw: TerraDraw;
  private setting = false;
  private corners = 0;
  private crosses = false;

  constructor(
    private readonly map: MapLibre,
    colour: string,
    private readonly tell: (drawing: Drawing) => void,
  ) {
    const paint = {
      fillColor: colour as Colour,
      fillOpacity: 0.25,
      outlineColor: colour as Colour,
      outlineWidth: 3,
      closingPointColor: colour as Colour,
      closingPointWidth: 8,
    };
    this.draw = new TerraDraw({
      // Seven decimals are a centimetre.
      adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 }),
      undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
      modes: [
        new TerraDrawPolygonMode({
          pointerDistance: 24,
          styles: paint,
          validation: (feature, { updateType }) =>
            ['finish', 'commit'].includes(updateType) ? this.judge(feature) : { valid: true },
        }),
        new TerraDrawSelectMode({
          pointerDistance: 24,
          styles: {
            selectedPolygonColor: colour as Colour,
            selectedPolygonFillOpacity: 0.25,
            selectedPolygonOutlineColor: colour as Colour,
            selectedPolygonOutlineWidth: 3,
            selectionPointColor: '#ffffff',
            selectionPointOutlineColor: colour as Colour,
            selectionPointOutlineWidth: 3,
            selectionPointWidth: 8,
            midPointColor: colour as Colour,
            midPointWidth: 5,
          },
          flags: {
            polygon: {
              feature: {
                validation: (feature) => this.judge(feature),
                coordinates: { midpoints: true, draggable: true, deletable: true },
              },
            },
          },
        }),
      ],
    });
    this.draw.start();
    this.draw.setMode('select');
    this.draw.on('finish', () => {
      this.stopSetting();
    });
    this.draw.on('change', (_ids, type) => {
      const corners = this.cornersUnderWay();
      if (corners === this.corners && type !== 'delete') return;
      this.corners = corners;
      this.report();
    });
  }

  /** Shows an existing shape. */
  show(shape: Shape | undefined): void {
    if (!shape) return;
    this.draw.addFeatures(
      polygonsOf(shape).map((coordinates) => ({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [...coordinates] },
        properties: { mode: 'polygon' },
      })),
    );
  }

  /** Begins another polygon. */
  begin(): void {
    this.setting = true;
    this.draw.setMode('polygon');
    this.report();
  }

  /**
   * Adds a corner at the centre of the map: for the keyboard, and for a thumb that hides what it points at. Terra Draw
   * has no call for it, so this sends pointer events.
   */
  setCornerInMiddle(): void {
    const canvas = this.map.getCanvas();
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const at = {
      clientX: left + width / 2,
      clientY: top + height / 2,
      isPrimary: true,
      bubbles: false,
      button: 0,
    };
    for (const type of ['pointermove', 'pointerdown', 'pointerup'])
      canvas.dispatchEvent(new PointerEvent(type, at));
  }

  /** Closes the current polygon, if it has three corners. */
  finish(): void {
    this.map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: false }));
  }

  undo(): void {
    if (this.corners <= 1) this.stopSetting();
    else this.draw.undo();
  }

  clear(): void {
    this.draw.clear();
    this.stopSetting();
  }

  stop(): void {
    this.draw.stop();
  }

  /** Reports a refused change: a corner that springs back without a word looks broken. */
  private judge(feature: Parameters<typeof ValidateNotSelfIntersecting>[0]) {
    const verdict = ValidateNotSelfIntersecting(feature);
    if (this.crosses === verdict.valid) {
      this.crosses = !verdict.valid;
      // Terra Draw calls this in the middle of a change.
      queueMicrotask(() => this.report());
    }
    return verdict;
  }

  private stopSetting(): void {
    this.crosses = false;
    this.setting = false;
    this.corners = 0;
    this.draw.setMode('select');
    this.report();
  }

  private report(): void {
    this.tell({ shape: this.shape(), setting: this.setting, corners: this.corners, crosses: this.crosses });
  }

  private shape(): Shape | undefined {
    const polygons: Position[][][] = [];
    for (const { geometry, properties } of this.draw.getSnapshot())
      if (geometry.type === 'Polygon' && properties['currentlyDrawing'] !== true)
        polygons.push(geometry.coordinates);
    return shapeOf(polygons);
  }

  private cornersUnderWay(): number {
    const underWay = this.draw
      .getSnapshot()
      .find(
        ({ geometry, properties }) => geometry.type === 'Polygon' && properties['currentlyDrawing'] === true,
      );
    return Number(underWay?.properties['committedCoordinateCount'] ?? 0);
  }
}
