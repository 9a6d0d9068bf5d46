import { z } from 'zod';
import { requireCategoryAccess } from '@/lib/auth/categoryAccess';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { newId } from '@/lib/map/id';
import {
  addCategory,
  addStarter,
  categoryChangeSchema,
  editCategory,
  newCategorySchema,
  removeCategory,
} from '@/lib/sources/categories/manageCategories';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { categoryIdParams, categorySchema, categorySetSchema } from '../schemas/categories';
import { id, workspaceIdParams } from '../schemas/common';
import { findCategoryBody, orGone, readCategorySetBody } from './categoryBodies';

export const listCategoriesEndpoint = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceId}/categories',
  id: 'listCategories',
  tag: 'Evidence',
  summary: 'List a workspace’s categories of contact reasons, with their rules',
  description:
    'One tree for all sources of tickets and complaints, of at most 3 levels and 500 categories. The event `evidence.changed` with a `sourceId` of null says that it changed.',
  access: 'read',
  conditional: true,
  params: workspaceIdParams,
  answer: { status: 200, description: 'The categories and rules.', schema: categorySetSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { workspaceId: '{workspaceId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.readFigures', runtime.database);
    return { body: await readCategorySetBody(runtime.database, workspace.id) };
  },
});

export const createCategoryEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces/{workspaceId}/categories',
  id: 'createCategory',
  tag: 'Evidence',
  summary: 'Make a category',
  description: 'Answers whose file calls the reason so come into it, unless somebody has put them elsewhere by hand.',
  access: 'write',
  idempotent: true,
  params: workspaceIdParams,
  body: { kind: 'json', schema: newCategorySchema.meta({ id: 'NewEvidenceCategory' }) },
  answer: { status: 201, description: 'The category.', schema: categorySchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { params: { workspaceId: '{workspaceId}' }, body: { name: 'Bill', aliases: ['Invoice', 'RE-01'] } },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { database } = runtime;
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.manageSources', database);
    const made = await createOnce(call, {
      newId,
      find: (known) => findCategoryBody(database, workspace.id, known),
      make: async (fresh) =>
        orGone(await findCategoryBody(database, workspace.id, await addCategory(runtime, actor, workspace.id, body, fresh))),
    });
    return { status: 201, body: made };
  },
});

const starterSchema = z
  .strictObject({ language: z.enum(['de', 'en']) })
  .meta({ id: 'StarterCategories', description: 'In which language.' });

export const addStarterEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces/{workspaceId}/categories/starter',
  id: 'addStarterCategories',
  tag: 'Evidence',
  summary: 'Begin with a contact centre’s usual categories and rules',
  description: 'Only where there are none yet.',
  access: 'write',
  params: workspaceIdParams,
  body: { kind: 'json', schema: starterSchema },
  answer: { status: 200, description: 'The categories and rules.', schema: categorySetSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { params: { workspaceId: '{otherWorkspaceId}' }, body: { language: 'en' } },
  handle: async ({ runtime, actor, params, body }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.manageSources', runtime.database);
    await addStarter(runtime, actor, workspace.id, body.language);
    return { body: await readCategorySetBody(runtime.database, workspace.id) };
  },
});

export const updateCategoryEndpoint = endpoint({
  method: 'PATCH',
  path: '/categories/{categoryId}',
  id: 'updateCategory',
  tag: 'Evidence',
  summary: 'Rename or move a category, or say what files call it',
  description: 'What is absent stays. What is below it moves with it.',
  access: 'write',
  params: categoryIdParams,
  body: { kind: 'json', schema: categoryChangeSchema.meta({ id: 'EvidenceCategoryChange' }) },
  answer: { status: 200, description: 'The category as it is now.', schema: categorySchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { params: { categoryId: '{categoryId}' }, body: { name: 'Bills and payments' } },
  handle: async ({ runtime, actor, params, body }) => {
    const category = await requireCategoryAccess(actor, params.categoryId, runtime.database);
    await editCategory(runtime, actor, category, body);
    return { body: orGone(await findCategoryBody(runtime.database, category.workspaceId, category.id)) };
  },
});

export const deleteCategoryEndpoint = endpoint({
  method: 'DELETE',
  path: '/categories/{categoryId}',
  id: 'deleteCategory',
  tag: 'Evidence',
  summary: 'Delete a category with those below it',
  description: [
    'Its rules go with it. With `moveTo` its answers go to another category, and links that ask for it ask for that one from then on.',
    'Without it the rules decide about its answers, those assigned by hand as well, and links that ask for it find nothing.',
  ].join('\n\n'),
  access: 'write',
  params: categoryIdParams,
  query: z.object({ moveTo: id.optional().describe('The category that its answers go to.') }),
  answer: { status: 204, description: 'The category is gone.' },
  problems: ['forbidden', 'notFound', 'conflict'],
  example: { params: { categoryId: '{categoryId}' } },
  handle: async ({ runtime, actor, params, query }) => {
    const category = await requireCategoryAccess(actor, params.categoryId, runtime.database);
    await removeCategory(runtime, actor, category, query.moveTo ?? null);
    return { status: 204 };
  },
});
