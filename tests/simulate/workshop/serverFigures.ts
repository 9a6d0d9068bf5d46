/** What the server says of itself at `/metrics`: megabytes, seconds of processor time of all its threads, and how late its main thread is. */
export type ServerFigures = { resident: number; processorSeconds: number; loopLagP99: number };

export async function readServerFigures(url: string): Promise<ServerFigures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string): number => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? ([\\d.e+-]+)`, 'm').exec(text)?.[1]);
  return {
    resident: read('process_resident_memory_bytes') / 1e6,
    processorSeconds: read('process_cpu_seconds_total'),
    loopLagP99: read('nodejs_eventloop_lag_p99_seconds') * 1_000,
  };
}
