import { knownChannels } from '@/lib/map/touchpoint';
import { likeness, toPlain, toWords, type Word } from './words';

/** A step as it is compared with a source. */
export type SuggestedStep = { id: string; title: string; touchpoints: readonly { name: string; channel: string }[] };

/** A touchpoint or channel that answers of a source name, and how many do. */
export type SourceValue = { dimension: 'touchpoint' | 'channel'; value: string; answers: number };

/**
 * Why answers may be about a step.
 *
 * - `touchpoint`: the step has a touchpoint of this name (`said`), or nearly.
 * - `title`: the step's title says it.
 * - `channel`: the step has a touchpoint of this channel.
 */
export type SuggestionReason = {
  kind: 'touchpoint' | 'title' | 'channel';
  said: string;
  words: { source: string; map: string }[];
};

/** A link that a person may make. `score`: 0 … 1, how sure it is. */
export type Suggestion = {
  stepId: string;
  filter: { touchpoint: string } | { channel: string };
  answers: number;
  score: number;
  reason: SuggestionReason;
};

/** Below that it would be guessing. */
const leastScore = 0.35;
/** So many for one step: the best ones. */
const mostPerStep = 3;

type Likeness = { score: number; words: SuggestionReason['words'] };

/** How much of the words of a source's value a text of the map says. A text that says much besides is less about it. */
function compare(value: readonly Word[], text: readonly Word[]): Likeness {
  if (value.length === 0 || text.length === 0) return { score: 0, words: [] };
  const words: SuggestionReason['words'] = [];
  let sum = 0;
  for (const word of value) {
    const best = text
      .map((other) => ({ other, score: likeness(word, other) }))
      .reduce((most, next) => (next.score > most.score ? next : most));
    if (best.score === 0) continue;
    sum += best.score;
    words.push({ source: word.written, map: best.other.written });
  }
  return { score: sum / value.length, words };
}

const isSame = (a: string, b: string): boolean => toPlain(a).trim() === toPlain(b).trim() && a.trim() !== '';

/** The channel that a word for one means; itself when it is none that is known. */
function channelOf(text: string): string {
  const [word] = toWords(text);
  return word && knownChannels.some((channel) => channel === word.meaning) ? word.meaning : toPlain(text).trim();
}

function byTouchpoint(
  step: SuggestedStep,
  value: string,
  words: readonly Word[],
): Omit<Suggestion, 'stepId' | 'filter' | 'answers'>[] {
  const ofTouchpoints = step.touchpoints.flatMap(({ name }) => {
    if (isSame(name, value))
      return [{ score: 1, reason: { kind: 'touchpoint' as const, said: name, words: [{ source: value, map: name }] } }];
    const { score, words: matched } = compare(words, toWords(name));
    return [{ score: 0.9 * score, reason: { kind: 'touchpoint' as const, said: name, words: matched } }];
  });
  const { score, words: matched } = compare(words, toWords(step.title));
  return [...ofTouchpoints, { score: 0.7 * score, reason: { kind: 'title', said: step.title, words: matched } }];
}

/**
 * Proposes which answers of a source may be about which steps, by what touchpoints and channels are called on both sides; the surest ones first. It is for a
 * person to say so: nothing is linked by it.
 */
export function suggestLinks(steps: readonly SuggestedStep[], values: readonly SourceValue[]): Suggestion[] {
  const found: Suggestion[] = [];
  for (const { dimension, value, answers } of values) {
    if (dimension === 'channel') {
      const channel = channelOf(value);
      const having = steps.flatMap((step) => {
        // “Other” is no channel that two could have in common.
        const touchpoint = step.touchpoints.find((each) => each.channel !== 'other' && channelOf(each.channel) === channel);
        return touchpoint ? [{ step, said: touchpoint.channel }] : [];
      });
      // The more steps have a channel, the less it says about one of them.
      const score = 0.6 / Math.sqrt(having.length);
      for (const { step, said } of having) {
        const reason = { kind: 'channel' as const, said, words: [{ source: value, map: said }] };
        found.push({ stepId: step.id, filter: { channel: value }, answers, score, reason });
      }
      continue;
    }
    const words = toWords(value);
    for (const step of steps) {
      const [first, ...others] = byTouchpoint(step, value, words);
      if (!first) continue;
      const best = others.reduce((most, next) => (next.score > most.score ? next : most), first);
      found.push({ stepId: step.id, filter: { touchpoint: value }, answers, ...best });
    }
  }
  const order = new Map(steps.map(({ id }, index) => [id, index]));
  const sure = found
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || (order.get(a.stepId) ?? 0) - (order.get(b.stepId) ?? 0) || b.answers - a.answers);
  const counts = new Map<string, number>();
  return sure.filter(({ stepId }) => {
    const count = counts.get(stepId) ?? 0;
    counts.set(stepId, count + 1);
    return count < mostPerStep;
  });
}
