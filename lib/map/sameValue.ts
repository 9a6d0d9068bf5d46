/** Whether two pieces of plain JSON data say the same. A field that is undefined counts as absent. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left: Record<string, unknown> = { ...a };
  const right: Record<string, unknown> = { ...b };
  for (const key of Object.keys(left)) if (!isSameValue(left[key], right[key])) return false;
  return Object.keys(right).every((key) => right[key] === undefined || key in left);
}
