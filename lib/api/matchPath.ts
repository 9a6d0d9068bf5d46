import type { Endpoint } from './endpoint';

/** The endpoints at a path, whatever their method, with the parameters that the path holds. */
export type PathMatch = { path: string; endpoints: Endpoint[]; params: Record<string, string> };

/** Finds the endpoints at a path (its decoded segments below /api/v1), or null. A fixed segment wins over a parameter. */
export function matchPath(all: readonly Endpoint[], segments: readonly string[]): PathMatch | null {
  const matches = [...new Set(all.map(({ path }) => path))].flatMap((path) => {
    const params = paramsOf(path, segments);
    return params ? [{ path, params }] : [];
  });
  const [best] = matches.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
  return best ? { ...best, endpoints: all.filter(({ path }) => path === best.path) } : null;
}

function paramsOf(template: string, segments: readonly string[]): Record<string, string> | null {
  const parts = template.split('/').slice(1);
  if (parts.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const value = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined) params[name] = value;
    else if (part !== value) return null;
  }
  return params;
}
