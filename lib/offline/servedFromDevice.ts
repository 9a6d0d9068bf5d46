const mark = 'kept';

/** The kept page as an answer, marked so that the page itself can tell where it came from. */
export function servedFromDevice(kept: Response): Response {
  const headers = new Headers(kept.headers);
  headers.set('Server-Timing', mark);
  return new Response(kept.body, { headers });
}

/** Whether the open page came from the device: then its role, its name and its title may be of yesterday. */
export function cameFromDevice(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.serverTiming?.some(({ name }) => name === mark) ?? false;
}
