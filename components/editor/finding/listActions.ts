import { foldText, toSearchWords } from '@/lib/map/search/foldText';

/** One line of the command palette. */
export type PaletteAction = {
  id: string;
  title: string;
  /** As it is written in menus. */
  keys: string | undefined;
  /** Whether it makes sense now. */
  possible: boolean;
  run: () => void;
};

/**
 * The actions whose titles hold every word of what was typed, best first: possible before impossible, titles that begin so before those in
 * which it stands later; else in the order given.
 */
export function listActions(actions: readonly PaletteAction[], query: string): PaletteAction[] {
  const words = toSearchWords(query);
  const ranked = actions.flatMap((action, index) => {
    const title = foldText(action.title).folded;
    if (!words.every((word) => title.includes(word))) return [];
    const starts = words[0] !== undefined && title.startsWith(words[0]) ? 0 : 1;
    const startsWord = words.every((word) => ` ${title}`.includes(` ${word}`)) ? 0 : 1;
    return [{ action, rank: [action.possible ? 0 : 1, starts, startsWord, index] }];
  });
  ranked.sort((a, b) => a.rank.map((value, at) => value - (b.rank[at] ?? 0)).find((difference) => difference !== 0) ?? 0);
  return ranked.map(({ action }) => action);
}
