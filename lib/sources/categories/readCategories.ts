import type { Database } from '@/lib/data/database';
import { type CategorySet, findCategoryRevision, readCategorySet } from '@/lib/data/evidence/categories';
import { type Categoriser, createCategoriser } from '@/lib/evidence/categories/categorise';
import { CategoryTree } from '@/lib/evidence/categories/categoryTree';
import { createKeeper } from '@/lib/maps/keeper';

/** The categories of a workspace as a tree, with its rules made ready. `revision`: another one after every change of either. */
export type Categories = CategorySet & { tree: CategoryTree; categorise: Categoriser };

const keep = createKeeper<Categories>('evidenceCategories', 100);

/** The categories of a workspace and its rules; kept until something of them changes. */
export async function readCategories(database: Database, workspaceId: string): Promise<Categories> {
  const version = String(await findCategoryRevision(database, workspaceId));
  const { value } = await keep(database, { of: workspaceId, version, exactly: true }, async () => {
    const set = await readCategorySet(database, workspaceId);
    const tree = new CategoryTree(set.categories);
    return { ...set, tree, categorise: createCategoriser(tree, set.rules) };
  });
  return value;
}

const noTree = new CategoryTree([]);

/** The tree that a filter needs: where no category is asked for, nothing is read. */
export async function treeFor(
  database: Database,
  workspaceId: string,
  { category }: { category?: string | undefined },
): Promise<CategoryTree> {
  return category === undefined ? noTree : (await readCategories(database, workspaceId)).tree;
}
