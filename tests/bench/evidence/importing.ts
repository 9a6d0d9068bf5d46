import type { DatabaseKind } from '../../builders/database';
import { options, type Row } from '../report';
import { workshopState } from '../sync/documents';
import { bringIn } from '../sync/loadClient';
import { onEvidenceServer } from '../sync/ours';
import { pause, percentile } from '../sync/schedule';
import { type Noticed, Typing } from '../sync/typing';
import { answerOf } from './answers';

const rowCount = options.quick ? 10_000 : 100_000;
const people = 20;
const perSecond = 100;
/** People are looked at in stretches of so many seconds. */
const stretch = 5;

/** A survey as a German spreadsheet saves it. */
function surveyFile(): string {
  const lines = ['Antwort-ID;Datum;Kontaktpunkt;Kanal;Region;NPS (0-10);CSAT (1-5);Warum?'];
  for (let index = 0; index < rowCount; index++) {
    const { day, touchpoint, channel, segments, nps, csat, text = '' } = answerOf(index);
    const date = day.split('-').reverse().join('.');
    lines.push([`A-${index}`, date, touchpoint, channel, segments.Region, nps, csat, text].join(';'));
  }
  return `${lines.join('\r\n')}\r\n`;
}

type Seen = { state: string; added: number; rejected: number; failure: string | null };

/** How fast a file comes in, what memory that takes, and what people notice of it who edit a map meanwhile. */
export async function measureImport(kind: DatabaseKind): Promise<Row[]> {
  const server = await onEvidenceServer(kind).start([{ state: workshopState }]);
  const typing = new Typing(server, workshopState);
  const origin = new URL(server.address('')).host;
  try {
    await bringIn(people, () => typing.join(server.maps[0] ?? '', true));
    // Warms the server's code.
    await typing.type(perSecond, stretch);
    const calm: Noticed[] = [];
    for (let round = 0; round < 4; round++) calm.push(await typing.type(perSecond, stretch));
    const before = server.process.resident();
    const file = surveyFile();
    const start = performance.now();
    const sent = await fetch(`http://${origin}/survey.csv`, { method: 'POST', body: file });
    const { id } = (await sent.json()) as { id: string };
    const amid: Noticed[] = [];
    let seen: Seen | null = null;
    const ended = (async () => {
      for (;;) {
        seen = (await (await fetch(`http://${origin}/${id}`)).json()) as Seen;
        if (seen.state === 'finished' || seen.state === 'failed') return performance.now() - start;
        await pause(100);
      }
    })();
    let time = Number.NaN;
    void ended.then((value) => {
      time = value;
    });
    while (Number.isNaN(time)) amid.push(await typing.type(perSecond, stretch));
    const { added, failure } = seen ?? { added: 0, failure: 'not seen' };
    if (added !== rowCount) throw new Error(`${added} of ${rowCount} rows came in: ${failure}`);
    const peak = server.process.resident().peak;
    const size = `${rowCount} rows, ${(Buffer.byteLength(file) / 2 ** 20).toFixed(1)} MB`;
    const noticed = (stretches: readonly Noticed[], share: 'p50' | 'p99'): number =>
      percentile(
        stretches.map((one) => one[share]),
        0.5,
      );
    const row = (share: 'p50' | 'p99'): Row => ({
      ...{ name: `an edit until others have it while a file comes in, ${share} (${kind})`, unit: 'ms', better: 'lower' },
      ...{ ours: noticed(amid, share), peers: { 'without a file': noticed(calm, share) } },
      note: `${people} people in one map, ${perSecond} edits a second; median of ${amid.length} stretches of ${stretch} s; the longest delay ${Math.max(...amid.map(({ longest }) => longest)).toFixed(0)} ms, without a file ${Math.max(...calm.map(({ longest }) => longest)).toFixed(0)} ms`,
    });
    return [
      {
        ...{ name: `a file comes in while ${people} people edit (${kind})`, unit: 'rows/s', better: 'higher', peers: {} },
        ...{ ours: rowCount / (time / 1000), note: `${size}, ${(time / 1000).toFixed(1)} s until all rows count` },
      },
      {
        ...{ name: `memory of the server at the peak (${kind})`, unit: 'MB', better: 'lower', ours: peak, peers: {} },
        note: `the whole process; ${before.now.toFixed(0)} MB before the file, ${before.peak?.toFixed(0)} MB at its peak until then`,
      },
      ...[row('p50'), row('p99')],
    ];
  } finally {
    typing.close();
    await server.dispose();
  }
}
