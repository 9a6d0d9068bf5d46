import { type Category, mostLevels } from './category';

/** A category in its place. `level`: 1 at the top; `path`: the names from the top down to its own. */
export type CategoryNode = { category: Category; level: number; path: readonly string[]; children: readonly CategoryNode[] };

const byOrder = (a: Category, b: Category): number => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1);

/**
 * The categories of a workspace as a tree. What refers to a category that is not there, or to itself in a circle, stands at the top, so that none is lost;
 * what would stand below the lowest level stands on it.
 */
export class CategoryTree {
  readonly roots: readonly CategoryNode[];
  readonly #all: ReadonlyMap<string, Category>;
  readonly #nodes = new Map<string, CategoryNode>();

  constructor(categories: readonly Category[]) {
    this.#all = new Map(categories.map((category) => [category.id, category]));
    const alive = categories.filter(({ isDeleted }) => !isDeleted);
    const ids = new Set(alive.map(({ id }) => id));
    const below = new Map<string, Category[]>();
    for (const category of alive) {
      const parent = category.parentId !== null && ids.has(category.parentId) ? category.parentId : '';
      below.set(parent, [...(below.get(parent) ?? []), category]);
    }
    const grow = (parent: string, level: number, path: readonly string[]): CategoryNode[] =>
      (below.get(parent) ?? []).toSorted(byOrder).flatMap((category) => {
        if (this.#nodes.has(category.id)) return [];
        const own = [...path, category.name];
        const node = { category, level, path: own, children: [] as CategoryNode[] };
        this.#nodes.set(category.id, node);
        node.children.push(...grow(category.id, level + 1, own));
        return [node];
      });
    const roots = grow('', 1, []);
    // What is left goes round in circles.
    for (const category of alive.toSorted(byOrder)) {
      if (this.#nodes.has(category.id)) continue;
      const node = { category, level: 1, path: [category.name], children: [] as CategoryNode[] };
      this.#nodes.set(category.id, node);
      node.children.push(...grow(category.id, 2, node.path));
      roots.push(node);
    }
    this.roots = roots;
  }

  /** All categories that are there, each before those below it. */
  list(): CategoryNode[] {
    const walk = (nodes: readonly CategoryNode[]): CategoryNode[] => nodes.flatMap((node) => [node, ...walk(node.children)]);
    return walk(this.roots);
  }

  find(id: string): CategoryNode | null {
    return this.#nodes.get(id) ?? null;
  }

  /** The ids of a category and of all below it; of one that is gone, of what took its answers in. Null when it is not known (any more). */
  withBelow(id: string): Set<string> | null {
    const there = this.standIn(id);
    const node = there && this.find(there);
    if (!node) return null;
    const ids = new Set<string>();
    const walk = ({ category, children }: CategoryNode): void => {
      ids.add(category.id);
      children.forEach(walk);
    };
    walk(node);
    // Answers of deleted ones are on their way there, and count there already.
    for (const { id: gone, isDeleted } of this.#all.values()) {
      const heir = isDeleted ? this.standIn(gone) : null;
      if (heir !== null && ids.has(heir)) ids.add(gone);
    }
    return ids;
  }

  /** The category itself, or the one that took its answers in when it was deleted; null for none. */
  standIn(id: string): string | null {
    const seen = new Set<string>();
    for (let at = this.#all.get(id); at && !seen.has(at.id); at = at.movedTo === null ? undefined : this.#all.get(at.movedTo)) {
      if (!at.isDeleted) return at.id;
      seen.add(at.id);
    }
    return null;
  }

  /** What answers say that are in no category: nothing, or one that was deleted and whose answers went nowhere. */
  withNone(): Set<string> {
    const lost = [...this.#all.keys()].filter((id) => this.standIn(id) === null);
    return new Set(['', ...lost]);
  }

  /** Whether a category could stand below another one (null: at the top): not below itself, and with all below it within the levels. */
  canStandBelow(id: string, parentId: string | null): boolean {
    const node = this.find(id);
    if (parentId === null) return node !== null;
    const parent = this.find(parentId);
    if (!node || !parent || this.withBelow(id)?.has(parentId)) return false;
    return parent.level + heightOf(node) <= mostLevels;
  }
}

const heightOf = ({ children }: CategoryNode): number => 1 + Math.max(0, ...children.map(heightOf));
