/** Cells that reach over rows and columns: where they are, and where both versions have them. */
import type { Cell } from '../document/model.ts';

/** A cell, and the rows and columns it covers, from 0 on, the ends not included. */
export interface Area {
  cell: Cell;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

interface SpanRow {
  cells: readonly Cell[];
  isHead: boolean;
}

/** For each row the area that covers each column; nothing if cells overlap or are missing. */
export function gridWithSpans(rows: readonly SpanRow[]): Area[][] | undefined {
  const grid: Area[][] = rows.map(() => []);
  const headEnd = rows.filter(({ isHead }) => isHead).length;
  for (const [top, { cells, isHead }] of rows.entries()) {
    const end = isHead ? headEnd : rows.length;
    let left = 0;
    for (const cell of cells) {
      while (grid[top]?.[left]) left += 1;
      const right = left + (cell.columns ?? 1);
      const bottom = Math.min(top + (cell.rows ?? 1), end);
      const area = { cell, top, bottom, left, right };
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) {
          if (grid[row]?.[column]) return undefined;
          (grid[row] ??= [])[column] = area;
        }
      }
    }
  }
  const width = grid[0]?.length ?? 0;
  const isFull = grid.every((row) => Object.keys(row).length === width && row.length === width);
  return isFull ? grid : undefined;
}

/** What covers a place of the redline's table, in each version that has it. */
export interface Slot {
  before?: Area | undefined;
  after?: Area | undefined;
}

/** A cell of the redline's table, and how many of its rows and columns it reaches over. */
export interface Merged extends Slot {
  column: number;
  rows: number;
  columns: number;
}

type Slots = readonly (readonly Slot[])[];

/**
 * The cells of the redline's table, row by row: a cell of both versions is one cell, over the rows
 * and columns that either has in it. Nothing if cells were merged or divided.
 */
export function mergeSlots(slots: Slots): Merged[][] | undefined {
  const twins = twinsIn(slots);
  if (!twins) return undefined;
  const tops = new Map<Area, number>();
  const wholes = new Map<Area, Slot>();
  for (const [top, row] of slots.entries()) {
    for (const { before, after } of row) {
      for (const [area, whole] of [[before, { before }] as const, [after, { after }] as const]) {
        if (!area || tops.has(area)) continue;
        tops.set(area, top);
        wholes.set(area, whole);
      }
    }
  }
  for (const [before, after] of twins) {
    const whole = { before, after };
    if (isOne(whole, { slots, tops, wholes })) wholes.set(before, whole).set(after, whole);
  }
  const owners = slots.map((row) =>
    row.map(({ before, after }) => {
      // Of two that are told one by one, the one that begins later has the places of both.
      const isLate = before && after && (tops.get(before) ?? 0) > (tops.get(after) ?? 0);
      const area = isLate ? before : (after ?? before);
      return area && wholes.get(area);
    }),
  );
  return layOut(owners);
}

interface Known {
  slots: Slots;
  tops: ReadonlyMap<Area, number>;
  wholes: ReadonlyMap<Area, Slot>;
}

/**
 * Whether a cell of both versions can be told once. Where one version has it begin in a row that
 * the other lacks, its words must come first in the later row as well, or their order would be
 * another one.
 */
function isOne({ before, after }: Required<Slot>, { slots, tops, wholes }: Known): boolean {
  const topOf = (area: Area | undefined): number => (area && tops.get(area)) ?? 0;
  const [early, late] = [topOf(before), topOf(after)].sort((p, q) => p - q) as [number, number];
  if (early === late) return true;
  const version = topOf(before) === late ? 'before' : 'after';
  const row = slots[late]?.map((slot) => slot[version]) ?? [];
  const own = version === 'before' ? before : after;
  return row.slice(0, row.indexOf(own)).every((area) => {
    const whole = area && wholes.get(area);
    const tops = [topOf(whole?.before ?? area), topOf(whole?.after ?? area)];
    return topOf(area) < late || Math.min(...tops) <= early;
  });
}

/** Which area became which; nothing if one became several, or several one. */
function twinsIn(slots: Slots): Map<Area, Area> | undefined {
  const twins = new Map<Area, Area>();
  const origins = new Map<Area, Area>();
  for (const { before, after } of slots.flat()) {
    if (!before || !after) continue;
    if ((twins.get(before) ?? after) !== after || (origins.get(after) ?? before) !== before) {
      return undefined;
    }
    twins.set(before, after);
    origins.set(after, before);
  }
  return twins;
}

/** Lays cells over all their places; nothing if two would meet. */
function layOut(owners: readonly (readonly (Slot | undefined)[])[]): Merged[][] | undefined {
  const taken = owners.map((row) => row.map(() => false));
  const merged: Merged[][] = owners.map(() => []);
  const ends = new Map<Slot, { bottom: number; right: number }>();
  for (const [row, places] of owners.entries()) {
    for (const [column, owner] of places.entries()) {
      if (!owner) continue;
      const right = Math.max(ends.get(owner)?.right ?? 0, column + 1);
      ends.set(owner, { bottom: row + 1, right });
    }
  }
  for (const [top, row] of owners.entries()) {
    for (const [column, owner] of row.entries()) {
      if (taken[top]?.[column]) continue;
      const { bottom, right } = (owner && ends.get(owner)) ?? {
        bottom: top + 1,
        right: column + 1,
      };
      for (let r = top; r < bottom; r += 1) {
        for (let c = column; c < right; c += 1) {
          const other = owners[r]?.[c];
          if ((other && other !== owner) || taken[r]?.[c]) return undefined;
          (taken[r] ??= [])[c] = true;
        }
      }
      merged[top]?.push({ ...owner, column, rows: bottom - top, columns: right - column });
    }
  }
  return merged;
}
