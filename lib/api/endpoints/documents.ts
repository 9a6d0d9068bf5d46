import { z } from 'zod';
import { actorIdOf } from '@/lib/access/actor';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { mostRecords, operationSchema } from '@/lib/document/named/applyOperations';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { withoutHidden } from '@/lib/map/withoutHidden';
import { editMap } from '@/lib/maps/editMap';
import { findRunningRound, readShownMap } from '@/lib/workshop/shownMap';
import { endpoint } from '../endpoint';
import { id, mapIdParams, yesOrNo } from '../schemas/common';
import { journeyMapContent } from '../schemas/document';
import { requireMapMatch, toDocumentBody } from './mapBody';

export const getDocumentEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/document',
  id: 'getMapDocument',
  tag: 'Maps',
  summary: 'Read what is on a map',
  description:
    'The live content, everything that people are typing included. While a silent round is on, what is written in it is not shown.',
  access: 'read',
  conditional: true,
  params: mapIdParams,
  query: z.object({
    deleted: yesOrNo.default(false).describe('`true`: with records that were deleted, each with the time of its deletion.'),
  }),
  answer: {
    status: 200,
    description: 'The content.',
    schema: z.object({ map: journeyMapContent }).meta({ id: 'MapDocument' }),
  },
  problems: ['notFound'],
  example: { params: { mapId: '{mapId}' } },
  handle: async ({ runtime, actor, params, query }) => {
    const { map: row } = await requireMapAccess(actor, params.mapId, 'read', runtime.database);
    const map = await readShownMap(runtime, row.id);
    return { body: toDocumentBody(map, query.deleted) };
  },
});

const resultSchema = z
  .object({
    id: id.optional().describe('The record that was made.'),
    ids: z.array(id).optional().describe('The records that were made.'),
  })
  .meta({ id: 'OperationResult' });

export const editMapEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/operations',
  id: 'editMap',
  tag: 'Operations',
  summary: 'Edit a map',
  description: [
    'Runs named operations in order, on the live document: everybody who has the map open sees them, as if the person had done them. All of them happen, or none.',
    'The one record that an operation makes can be named by `as`, where its schema has that, and later operations of the same request refer to it by `$name` wherever an id stands.',
    `Which operations there are, and what each of them takes, says the schema \`Operation\`. One request may name or make ${mostRecords} records in all.`,
    'While a silent round is on, cards that are made are shown to nobody before its end, nor in what programs read.',
  ].join('\n\n'),
  access: 'write',
  conditional: true,
  params: mapIdParams,
  body: {
    kind: 'json',
    schema: z
      .strictObject({
        operations: z
          .array(operationSchema.meta({ id: 'Operation' }))
          .min(1)
          .max(500),
      })
      .meta({ id: 'Operations' }),
  },
  answer: {
    status: 200,
    description: 'What each operation came to, in order. It is on disk.',
    schema: z.object({ results: z.array(resultSchema) }).meta({ id: 'OperationResults' }),
  },
  problems: ['forbidden', 'notFound', 'conflict', 'preconditionFailed', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { mapId: '{mapId}' },
    body: {
      operations: [
        { op: 'addStage', title: 'Afterwards', as: 'stage' },
        { op: 'addStep', at: { stageId: '$stage' }, title: 'Checks the next bill', as: 'step' },
        { op: 'addLane', kind: 'thinking', as: 'lane' },
        { op: 'addCard', at: { stepId: '$step', laneId: '$lane' }, text: 'Will it be right this time?' },
      ],
    },
  },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { map: row } = await requireMapAccess(actor, params.mapId, 'write', runtime.database);
    const round = await findRunningRound(runtime, row.id);
    const judge = (map: JourneyMap) => requireMapMatch(call, row, withoutHidden(map, round?.id ?? null));
    const results = await editMap(runtime, actorIdOf(actor), row.id, body.operations, { judge, round });
    return { body: { results: results.map((result) => ('done' in result ? {} : result)) } };
  },
});
