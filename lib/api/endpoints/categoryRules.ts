import { z } from 'zod';
import { requireRuleAccess } from '@/lib/auth/categoryAccess';
import { requireSourceAccess } from '@/lib/auth/sourceAccess';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { ruleWordsSchema } from '@/lib/evidence/categories/categoryRule';
import { newId } from '@/lib/map/id';
import { addRule, editRule, newRuleSchema, removeRule, ruleChangeSchema } from '@/lib/sources/categories/manageRules';
import { previewRule } from '@/lib/sources/categories/previewRule';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { ruleIdParams, rulePreviewSchema, ruleSchema } from '../schemas/categories';
import { id, workspaceIdParams } from '../schemas/common';
import { sourceIdParams } from '../schemas/evidence';
import { readAnswerCursor, toAnswerCursor } from './answerCursor';
import { findRuleBody, orGone } from './categoryBodies';

const exampleWords = { any: ['overcharged', 'charged twice'], none: ['refund received'], words: 'whole' };

export const createRuleEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces/{workspaceId}/category-rules',
  id: 'createCategoryRule',
  tag: 'Evidence',
  summary: 'Make a rule by words',
  description:
    'Answers that came in, and all that will, are sorted by it in the background. What was assigned by hand stays, and so does what a file says.',
  access: 'write',
  idempotent: true,
  params: workspaceIdParams,
  body: { kind: 'json', schema: newRuleSchema.meta({ id: 'NewEvidenceRule' }) },
  answer: { status: 201, description: 'The rule.', schema: ruleSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { params: { workspaceId: '{workspaceId}' }, body: { categoryId: '{categoryId}', ...exampleWords } },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { database } = runtime;
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.manageSources', database);
    const made = await createOnce(call, {
      newId,
      find: (known) => findRuleBody(database, workspace.id, known),
      make: async (fresh) =>
        orGone(await findRuleBody(database, workspace.id, await addRule(runtime, actor, workspace.id, body, fresh))),
    });
    return { status: 201, body: made };
  },
});

export const updateRuleEndpoint = endpoint({
  method: 'PATCH',
  path: '/category-rules/{ruleId}',
  id: 'updateCategoryRule',
  tag: 'Evidence',
  summary: 'Change a rule, or when it decides',
  description: 'What is absent stays.',
  access: 'write',
  params: ruleIdParams,
  body: { kind: 'json', schema: ruleChangeSchema.meta({ id: 'EvidenceRuleChange' }) },
  answer: { status: 200, description: 'The rule as it is now.', schema: ruleSchema },
  problems: ['forbidden', 'notFound', 'tooLarge', 'unsupportedMedia'],
  example: { params: { ruleId: '{ruleId}' }, body: { words: 'beginning', after: null } },
  handle: async ({ runtime, actor, params, body }) => {
    const rule = await requireRuleAccess(actor, params.ruleId, runtime.database);
    await editRule(runtime, actor, rule, body);
    return { body: orGone(await findRuleBody(runtime.database, rule.workspaceId, rule.id)) };
  },
});

export const deleteRuleEndpoint = endpoint({
  method: 'DELETE',
  path: '/category-rules/{ruleId}',
  id: 'deleteCategoryRule',
  tag: 'Evidence',
  summary: 'Delete a rule',
  description: 'Answers that it had sorted go where the other rules put them.',
  access: 'write',
  params: ruleIdParams,
  answer: { status: 204, description: 'The rule is gone.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { ruleId: '{ruleId}' } },
  handle: async ({ runtime, actor, params }) => {
    await removeRule(runtime, actor, await requireRuleAccess(actor, params.ruleId, runtime.database));
    return { status: 204 };
  },
});

export const previewRuleEndpoint = endpoint({
  method: 'POST',
  path: '/sources/{sourceId}/rule-preview',
  id: 'previewCategoryRule',
  tag: 'Evidence',
  summary: 'See what a rule would do before it does',
  description:
    'Of the next 1,000 answers of a source, the last given first; go on with `cursor`, and add the counts up. `id` names a rule that is there and would be changed.',
  access: 'read',
  cost: 2,
  params: sourceIdParams,
  body: {
    kind: 'json',
    schema: z
      .strictObject({ id: id.optional(), categoryId: id, ...ruleWordsSchema.shape, cursor: z.string().max(500).optional() })
      .meta({ id: 'RuleToPreview' }),
  },
  answer: { status: 200, description: 'What it would do.', schema: rulePreviewSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { params: { sourceId: '{ticketsId}' }, body: { categoryId: '{categoryId}', ...exampleWords } },
  handle: async ({ runtime, actor, params, body }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.readAnswers', runtime.database);
    const { cursor, ...rule } = body;
    const { next, ...preview } = await previewRule(runtime, source, rule, readAnswerCursor(cursor));
    return { body: { ...preview, nextCursor: toAnswerCursor(next) } };
  },
});
