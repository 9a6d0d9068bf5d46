const round = (value: number): number => Math.round(value * 100) / 100;

/** How many numbers each command takes, and which of them are x (0), y (1) or neither (−1). Upper-case (absolute) commands only. */
const shapes: Record<string, readonly (0 | 1 | -1)[]> = {
  M: [0, 1],
  L: [0, 1],
  H: [0],
  V: [1],
  C: [0, 1, 0, 1, 0, 1],
  Q: [0, 1, 0, 1],
  A: [-1, -1, -1, -1, -1, 0, 1],
  Z: [],
};

/** SVG path data of absolute commands, moved. Throws on a command that it does not know. */
export function movePath(data: string, dx: number, dy: number): string {
  return data.replace(/([A-Za-z])([^A-Za-z]*)/g, (_, command: string, rest: string) => {
    const shape = shapes[command];
    if (!shape) throw new Error(`Path command ${command} cannot be moved.`);
    const numbers = rest.match(/-?\d*\.?\d+/g) ?? [];
    const moved = numbers.map((text, index) => {
      const role = shape[index % Math.max(1, shape.length)];
      const value = Number(text);
      return role === -1 || role === undefined ? value : round(value + (role === 0 ? dx : dy));
    });
    return command + moved.join(' ');
  });
}
