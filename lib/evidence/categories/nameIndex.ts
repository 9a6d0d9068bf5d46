import { toPlain } from '../suggest/words';
import type { CategoryTree } from './categoryTree';

const plainName = (name: string): string =>
  toPlain(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What separates the parts of a path: `Rechnung > Mahnung`, `Rechnung / Mahnung`, `Rechnung: Mahnung`. */
const separators = /\s*(?:>|»|→|\/|\\|\||::?|–|—|\s-\s)\s*/u;

/**
 * Finds categories by what files call them: by their name, another name, or their path from the top. Case, accents and signs do not count. A name that
 * several have means none of them.
 */
export function nameIndex(tree: CategoryTree): (given: string) => string | null {
  const known = new Map<string, string | null>();
  const add = (key: string, id: string): void => {
    if (key === '') return;
    const before = known.get(key);
    known.set(key, before === undefined || before === id ? id : null);
  };
  const aliases = new Map<string, string>();
  for (const { category, path } of tree.list()) {
    add(plainName(category.name), category.id);
    if (path.length > 1) add(path.map(plainName).join('>'), category.id);
    for (const alias of category.aliases) if (!aliases.has(plainName(alias))) aliases.set(plainName(alias), category.id);
  }
  return (given) => {
    const plain = plainName(given);
    const path = given.split(separators).map(plainName);
    // Somebody has said that this name means that category.
    return aliases.get(plain) ?? known.get(path.join('>')) ?? known.get(plain) ?? null;
  };
}
