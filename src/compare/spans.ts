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

/**
 * The cells of the redline's table, row by row: a cell of both versions reaches over the rows and
 * columns that either has in it. One that began in a row that is gone is taken away with it, and
 * put in anew where it begins now. Nothing if cells were merged or divided.
 */
export function mergeSlots(slots: readonly (readonly Slot[])[]): Merged[][] | undefined {
  const twins = twinsIn(slots);
  if (!twins) return undefined;
  const begun = new Set<Area>();
  const owners = slots.map((row) => {
    for (const { after } of row) if (after) begun.add(after);
    return row.map(({ before, after }) => {
      const twin = before && twins.get(before);
      return after ?? (twin && begun.has(twin) ? twin : before);
    });
  });
  const isApart = (old: Area): boolean => owners.some((row) => row.includes(old));
  const origins = new Map(
    [...twins].flatMap(([old, now]) => (isApart(old) ? [] : [[now, old] as const])),
  );
  const taken = owners.map((row) => row.map(() => false));
  const merged: Merged[][] = owners.map(() => []);
  for (const [top, row] of owners.entries()) {
    for (const [column, owner] of row.entries()) {
      if (taken[top]?.[column]) continue;
      const within = (owner && placesOf(owner, owners)) ?? { bottom: top + 1, right: column + 1 };
      for (let r = top; r < within.bottom; r += 1) {
        for (let c = column; c < within.right; c += 1) {
          const other = owners[r]?.[c];
          if ((other && other !== owner) || taken[r]?.[c]) return undefined;
          (taken[r] ??= [])[c] = true;
        }
      }
      const isOld = slots[top]?.[column]?.after === undefined && !origins.has(owner as Area);
      const before = owner && (origins.get(owner) ?? (isOld ? owner : undefined));
      const after = before === owner ? undefined : owner;
      const size = { rows: within.bottom - top, columns: within.right - column };
      merged[top]?.push({ column, ...size, before, after });
    }
  }
  return merged;
}

/** Which area became which; nothing if one became several, or several one. */
function twinsIn(slots: readonly (readonly Slot[])[]): Map<Area, Area> | undefined {
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

/** Where the places of an area end. */
function placesOf(
  owner: Area,
  owners: readonly (readonly (Area | undefined)[])[],
): { bottom: number; right: number } {
  const bottom = owners.findLastIndex((row) => row.includes(owner)) + 1;
  const right = Math.max(...owners.map((row) => row.lastIndexOf(owner))) + 1;
  return { bottom, right };
}
