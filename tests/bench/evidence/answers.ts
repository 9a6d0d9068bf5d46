import type { EvidenceLink } from '@/lib/map/evidenceLink';

export const touchpoints = Array.from({ length: 12 }, (_, index) => `Touchpoint ${index}`);
const channels = ['phone', 'web', 'shop', 'mail'];
const regions = ['North', 'South', 'East', 'West', 'Abroad'];
const words = ['waiting', 'friendly', 'bill', 'again', 'wrong', 'quick', 'nobody', 'thanks'];

/** The same numbers make the same answers. */
export function answerOf(index: number) {
  const dice = (index * 2_654_435_761) >>> 0;
  const day = new Date(Date.UTC(2024, 10, 1) + (index % 730) * 86_400_000).toISOString().slice(0, 10);
  const said = [0, 1, 2, 3, 4, 5].map((place) => words[(dice >> (place * 3)) % words.length]);
  return {
    ...{ day, touchpoint: touchpoints[dice % 12] ?? '', channel: channels[(dice >> 4) % 4] ?? '' },
    segments: { Region: regions[(dice >> 6) % 5] ?? '' },
    ...{ nps: dice % 11, csat: 1 + ((dice >> 3) % 5), ces: 1 + ((dice >> 5) % 7) },
    ...(index % 3 === 0 ? { text: `It was ${said.join(' ')} and took ${index % 90} minutes.` } : {}),
  };
}

/** Half by touchpoint, the rest by period, channel and region, all of the source, words, and single answers. */
export function linkOf(index: number, stepId: string, sourceId: string): EvidenceLink {
  const link = { id: `link${index}`, target: { type: 'step', id: stepId } as const, sourceId };
  const touchpoint = touchpoints[index % 12];
  if (index % 10 < 5) return { ...link, filter: { touchpoint } };
  if (index % 10 === 5) return { ...link, filter: { touchpoint, from: '2026-01-01', to: '2026-06-30' } };
  if (index % 10 === 6) return { ...link, filter: { channel: channels[index % 4], segment: `Region=${regions[index % 5]}` } };
  if (index % 10 === 7) return { ...link, filter: { text: `${words[index % 8]} ${words[(index + 3) % 8]}` } };
  return index % 10 === 8 ? { ...link, responseId: `r-${index * 31}` } : link;
}
