import type { Scene } from './scene';

/** A text with the ids of a scene in place of the names in braces. */
export function fillIn(value: string, { ids, foreign }: Scene): string {
  return value.replaceAll(
    /\{(foreign\.)?(\w+)\}/g,
    (whole, of: string | undefined, name: string) => (of ? foreign : ids)[name] ?? whole,
  );
}

/** A JSON value with the ids of a scene in place of the names in braces, in its texts. */
export function fillInJson(value: unknown, scene: Scene): unknown {
  if (typeof value === 'string') return fillIn(value, scene);
  if (Array.isArray(value)) return value.map((item) => fillInJson(item, scene));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillInJson(inner, scene)]));
}
