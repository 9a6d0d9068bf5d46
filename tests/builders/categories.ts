import type { Category } from '@/lib/evidence/categories/category';
import type { CategoryRule, RuleWords } from '@/lib/evidence/categories/categoryRule';

/** A category as tests say it: `Bill/Reminder` stands below `Bill`. Ids are the paths. */
export function category(path: string, more: Partial<Category> = {}): Category {
  const parts = path.split('/');
  const parentId = parts.length === 1 ? null : parts.slice(0, -1).join('/');
  return { id: path, parentId, name: parts.at(-1) ?? '', aliases: [], order: path, isDeleted: false, movedTo: null, ...more };
}

let rules = 0;

/** A rule for a category; later ones decide later. */
export function rule(categoryId: string, any: string[], more: Partial<RuleWords> = {}): CategoryRule {
  const order = String(++rules).padStart(6, '0');
  return { id: `rule${order}`, categoryId, any, none: [], words: 'whole', order, ...more };
}
