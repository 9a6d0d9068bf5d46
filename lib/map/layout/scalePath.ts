/** Path data of a sign in another size. Takes absolute commands only, and arcs of circles, whose flags and rotation stay as they are. */
export function scalePath(data: string, factor: number): string {
  return data.replace(/([A-Z])([^A-Z]*)/g, (_match, command: string, rest: string) => {
    const numbers = rest.match(/-?\d*\.?\d+/g)?.map(Number) ?? [];
    const scaled = numbers.map((value, index) => {
      // An arc: two radii, rotation, two flags, then the end.
      const stays = command === 'A' && index % 7 > 1 && index % 7 < 5;
      return stays ? value : Math.round(value * factor * 100) / 100;
    });
    return command + scaled.join(' ');
  });
}
