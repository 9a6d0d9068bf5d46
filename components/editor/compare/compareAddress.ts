import { type HandPair, parsePairs, writePairs } from '@/lib/map/compare/matching/matching';
import { type AskedComparison, parseComparison, writeComparison } from '@/lib/versions/comparison';
import { type CompareMode, compareModes } from './compareMode';

const parameters = { asked: 'compare', mode: 'compareAs', pairs: 'pairs' } as const;

/** What an address says of a comparison. */
type Told = { asked: AskedComparison | null; mode: CompareMode; pairs: readonly HandPair[] };

/** The comparison that the page's address asks for; null: none. */
export function readCompareAddress(): Told {
  const query = new URLSearchParams(window.location.search);
  const mode = compareModes.find((one) => one === query.get(parameters.mode)) ?? 'overlaid';
  const pairs = parsePairs(query.get(parameters.pairs) ?? '');
  return { asked: parseComparison(query.get(parameters.asked) ?? ''), mode, pairs };
}

/** The address tells what is compared and how, so that a reload and a sent link show the same. */
export function writeCompareAddress({ asked, mode, pairs }: Told): void {
  const address = new URL(window.location.href);
  address.searchParams.delete(parameters.asked);
  address.searchParams.delete(parameters.mode);
  address.searchParams.delete(parameters.pairs);
  // The two dots and the sign between a map and its state need no escape, and people read what they send.
  const query = address.searchParams.toString();
  const own = asked
    ? [
        `${parameters.asked}=${writeComparison(asked)}`,
        ...(mode === 'beside' ? [`${parameters.mode}=${mode}`] : []),
        ...(pairs.length > 0 ? [`${parameters.pairs}=${writePairs(pairs)}`] : []),
      ]
    : [];
  address.search = [query, ...own].filter((part) => part !== '').join('&');
  if (address.href !== window.location.href) window.history.replaceState(window.history.state, '', address);
}
