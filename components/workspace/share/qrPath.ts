/** Modules around the code that must stay light, by the standard. */
export const quietZone = 4;

/** The dark modules of a QR code as SVG path data, one run of modules a rectangle; `size` is the side with the quiet zone, in modules. */
export function toQrPath(modules: { size: number; get(row: number, column: number): number | boolean }): {
  path: string;
  size: number;
} {
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    let column = 0;
    while (column < modules.size) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > start) parts.push(`M${start + quietZone} ${row + quietZone}h${column - start}v1h${start - column}z`);
      else column += 1;
    }
  }
  return { path: parts.join(''), size: modules.size + 2 * quietZone };
}
