import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { allEndpoints } from '@/lib/api/allEndpoints';

/** Rank of a part of a pattern: what names more goes first. */
const rankOf = (part: string | undefined): number =>
  part === undefined ? 3 : !part.startsWith('[') ? 0 : part.includes('...') ? 2 : 1;

function compare(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = rankOf(left[index]) - rankOf(right[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function toExpression(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => {
    if (/^\[\[?\.\.\./.test(part)) return '.*';
    return part.startsWith('[') ? '[^/]+' : part.replace(/[.*+?^${}()|\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}/?$`);
}

/** What a path is counted under: the pattern of its route (`/maps/[mapId]`), never the path, which holds ids and tokens. */
export function createPatternFinder(patterns: readonly string[]): (path: string) => string {
  const known = [...patterns].sort(compare).map((pattern) => ({ pattern, expression: toExpression(pattern) }));
  return (asked) => {
    if (asked.startsWith('/_next/')) return '/_next/[...file]';
    return known.find(({ expression }) => expression.test(asked))?.pattern ?? 'other';
  };
}

/** The patterns of the HTTP API, which is one route to Next. */
export function listApiPatterns(): string[] {
  return [...new Set(allEndpoints.map(({ path: endpoint }) => `/api/v1${endpoint.replace(/\{(\w+)\}/g, '[$1]')}`))];
}

/** The patterns of the pages and routes that Next has built; none where it has not (development). */
export async function listRoutePatterns(directory: string): Promise<string[]> {
  try {
    const text = await readFile(path.join(directory, '.next', 'app-path-routes-manifest.json'), 'utf8');
    return [...new Set(Object.values(z.record(z.string(), z.string()).parse(JSON.parse(text))))];
  } catch {
    return [];
  }
}
