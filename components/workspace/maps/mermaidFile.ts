import type { Locale } from '@/lib/i18n/locale';
import { type ArrangedMap, arrange } from '@/lib/map/arrange';
import { mermaidTextLimit } from '@/lib/map/mermaid/mermaidTextLimit';
import type { MermaidProblem } from '@/lib/map/mermaid/parseMermaidJourney';

/** A file as it would become a map: what is on it, and what could not be taken over, line by line. */
export type MermaidFile = { name: string; text: string; map: ArrangedMap; problems: readonly MermaidProblem[] };

/** Whether a text is longer than the server makes a map from. */
export function isTooLong(text: string): boolean {
  return new TextEncoder().encode(text).length > mermaidTextLimit;
}

/** Reads a Mermaid journey. The parser is loaded only now: few visits to the list need it. */
export async function readMermaid(name: string, text: string, locale: Locale): Promise<MermaidFile> {
  const [{ parseMermaidJourney }, { toJourneyMap }] = await Promise.all([
    import('@/lib/map/mermaid/parseMermaidJourney'),
    import('@/lib/map/mermaid/toJourneyMap'),
  ]);
  const { journey, problems } = parseMermaidJourney(text);
  return { name, text, map: arrange(toJourneyMap(journey, locale)), problems };
}
