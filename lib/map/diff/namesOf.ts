import type { JourneyMap } from '../journeyMap';
import type { LaneKind } from '../lane';
import type { Differing } from '../reason';
import type { Difference } from './mapDiff';

/** What a thing is called: its own words, else, for readers, its kind of lane or its channel. All empty when it has no words. */
export type ThingName = { text: string; laneKind?: LaneKind; channel?: string };

/** Longest name, in code units. */
const longest = 60;

const toLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest
    ? line
    : `${line
        .slice(0, longest)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
};

type Titled = { id: string; title: string };
/** Whole texts: few of the thousands are ever asked for. */
const titles = (records: readonly Titled[]): Map<string, string> => new Map(records.map(({ id, title }) => [id, title]));
const lineOf = (texts: ReadonlyMap<string, string>, id: string): string => toLine(texts.get(id) ?? '');

/** Finds what things are called, on a map and, for what is not there, on the one before it. */
export class Names {
  readonly #steps: ReadonlyMap<string, string>;
  readonly #cards: ReadonlyMap<string, string>;
  readonly #personas: ReadonlyMap<string, string>;
  readonly #departments: ReadonlyMap<string, string>;
  readonly #records: ReadonlyMap<string, unknown>;

  constructor(before: JourneyMap, after: JourneyMap) {
    const both = <T extends { id: string }>(of: (map: JourneyMap) => readonly T[]): T[] => [...of(before), ...of(after)];
    this.#steps = titles(both(({ steps }) => steps));
    this.#cards = titles(both(({ cards }) => cards.map(({ id, text }) => ({ id, title: text }))));
    this.#personas = titles(both(({ personas }) => personas.map(({ id, name }) => ({ id, title: name }))));
    this.#departments = titles(both(({ departments }) => departments.map(({ id, name }) => ({ id, title: name }))));
    const named = ['stages', 'touchpoints', 'lanes', 'attachments', 'cardLinks', 'transitions', 'links', 'reasons'] as const;
    this.#records = new Map(
      named.flatMap((collection) =>
        both((map): { id: string }[] => map[collection]).map((one) => [`${collection} ${one.id}`, one]),
      ),
    );
  }

  step(id: string): string {
    return lineOf(this.#steps, id);
  }

  persona(id: string): string {
    return lineOf(this.#personas, id);
  }

  /** What the record of a difference is called; for what hangs on something, what that is called. */
  of({ collection, id }: Pick<Difference, 'collection' | 'id'>): ThingName {
    const record = (this.#records.get(`${collection} ${id}`) ?? {}) as Record<string, never>;
    const [first = '', ...rest] = id.split(':');
    switch (collection) {
      case 'steps':
      case 'moments':
        return { text: this.step(id) };
      case 'emotions':
      case 'stepDepartments':
        return { text: collection === 'emotions' ? this.step(first) : lineOf(this.#departments, rest.join(':')) };
      case 'cards':
        return { text: lineOf(this.#cards, id) };
      case 'cardTags':
        return { text: toLine(rest.join(':')) };
      case 'personas':
        return { text: this.persona(id) };
      case 'departments':
        return { text: lineOf(this.#departments, id) };
      case 'lanes':
        return { text: toLine(record.title ?? ''), laneKind: record.kind };
      case 'touchpoints':
        return { text: toLine(record.name ?? ''), channel: record.channel };
      case 'transitions':
        return { text: toLine(record.label || [record.from, record.to].map((end) => this.step(end ?? '')).join(' → ')) };
      case 'reasons':
        return this.#reason(record);
      case 'links':
        return { text: this.#target(record.target) };
      default:
        return { text: toLine(record.title ?? record.name ?? record.label ?? record.address ?? '') };
    }
  }

  /** Its words; before it has any, what it is about. */
  #reason({ text = '', about }: { text?: string; about?: Differing }): ThingName {
    const words = toLine(text);
    return words === '' && about ? this.of(about) : { text: words };
  }

  #target(target: { type: string; id: string } | undefined): string {
    if (!target) return '';
    if (target.type === 'card') return lineOf(this.#cards, target.id);
    return target.type === 'transition' ? this.of({ collection: 'transitions', id: target.id }).text : this.step(target.id);
  }
}
