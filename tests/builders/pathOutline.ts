/** Points along a path of straight lines and quarter circles, close enough together to draw it with straight lines. */
export function pathOutline(path: string): { x: number; y: number }[] {
  let [x, y] = [0, 0];
  let before = 'M';
  return Array.from(path.matchAll(/([MVHA])([^A-Z]*)/g), ([, command = '', rest = '']) => {
    const numbers = rest.trim().split(/[ ,]+/).map(Number);
    const from = { x, y };
    if (command === 'V') y = numbers[0] ?? y;
    else if (command === 'H') x = numbers[0] ?? x;
    else [x, y] = [numbers.at(-2) ?? x, numbers.at(-1) ?? y];
    const corner = before === 'V' ? { x: from.x, y } : { x, y: from.y };
    before = command;
    if (command !== 'A') return [{ x, y }];
    return Array.from({ length: 16 }, (_, step) => {
      const t = (step + 1) / 16;
      const at = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
      return { x: at(from.x, corner.x, x), y: at(from.y, corner.y, y) };
    });
  }).flat();
}
