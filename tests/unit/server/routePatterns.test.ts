import { expect, test } from 'vitest';
import { createPatternFinder, listApiPatterns, listRoutePatterns } from '@/lib/server/routePatterns';

const patternOf = createPatternFinder([
  '/api/[...unknown]',
  '/api/maps/[mapId]',
  '/api/maps',
  '/api/maps/[mapId]/export',
  '/api/workspaces/[workspaceId]/members/[userId]',
  '/',
  '/maps/[mapId]',
  '/api/v1/openapi.json',
]);

test.each([
  ['/', '/'],
  ['/maps/abc', '/maps/[mapId]'],
  ['/api/maps', '/api/maps'],
  ['/api/maps/', '/api/maps'],
  ['/api/maps/abc', '/api/maps/[mapId]'],
  ['/api/maps/abc/export', '/api/maps/[mapId]/export'],
  ['/api/workspaces/a/members/b', '/api/workspaces/[workspaceId]/members/[userId]'],
  ['/api/v1/openapi.json', '/api/v1/openapi.json'],
  ['/api/v1/openapiXjson', '/api/[...unknown]'],
  ['/api/maps/abc/else', '/api/[...unknown]'],
  ['/_next/static/chunks/a.js', '/_next/[...file]'],
  ['/wp-login.php', 'other'],
  ['/join/secret-token', 'other'],
])('%s is counted as %s', (path, pattern) => expect(patternOf(path)).toBe(pattern));

test('where nothing is built, everything is counted as one', async () => {
  expect(await listRoutePatterns('/nonexistent')).toEqual([]);
  expect(createPatternFinder([])('/maps/abc')).toBe('other');
});

test('the HTTP API is counted by endpoint', () => {
  const apiPatternOf = createPatternFinder(['/api/v1/[...path]', '/api/v1/openapi.json', ...listApiPatterns()]);
  expect(apiPatternOf('/api/v1/maps/abc/export')).toBe('/api/v1/maps/[mapId]/export');
  expect(apiPatternOf('/api/v1/maps')).toBe('/api/v1/maps');
  expect(apiPatternOf('/api/v1/openapi.json')).toBe('/api/v1/openapi.json');
  expect(apiPatternOf('/api/v1/nonsense/abc')).toBe('/api/v1/[...path]');
});
