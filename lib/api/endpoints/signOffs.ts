import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { findSignOff, pageSignOffs } from '@/lib/data/signOffs';
import { newId } from '@/lib/map/id';
import { putUpSignOff } from '@/lib/signOffs/putUpSignOff';
import { readParticipation } from '@/lib/signOffs/readParticipation';
import { describeSignOff, describeSignOffs, requireSignOff } from '@/lib/signOffs/readSignOffs';
import { participationSchema, type SignOffAnswer, signOffAnswerSchema, signOffDetailSchema } from '@/lib/signOffs/signOffAnswer';
import { newSignOffSchema } from '@/lib/signOffs/signOffRequests';
import { signOffStatuses } from '@/lib/signOffs/signOffStatus';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { pageOf, pageQuery, readCursor, toPage } from '../page';
import { id, mapIdParams } from '../schemas/common';
import { writingFor } from './commentWriting';

export const signOffParams = z.object({ mapId: id, signOffId: id });

export const listSignOffsEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/sign-offs',
  id: 'listSignOffs',
  tag: 'Sign-off',
  summary: 'List the sign-offs of a map',
  description:
    'The newest first. Of those that are `signed`, the versions are baselines. At most one is `open`. The event `signOff.changed` says that something has changed. Guests see none.',
  access: 'read',
  conditional: true,
  params: mapIdParams,
  query: z.object({ ...pageQuery, status: z.enum(signOffStatuses).optional().describe('Only those of this status.') }),
  answer: {
    status: 200,
    description: 'A page of sign-offs.',
    schema: pageOf(signOffAnswerSchema).meta({ id: 'SignOffPage' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' }, query: { status: 'signed' } },
  handle: async ({ runtime: { database }, actor, params, query: { limit, cursor, status } }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readSignOffs', database);
    const rows = await pageSignOffs(database, { mapId: map.id, status }, { after: readCursor(cursor), limit: limit + 1 });
    const answers = await describeSignOffs(database, map, rows);
    const cursorOf = (answer: SignOffAnswer) => ({ at: new Date(answer.at), id: answer.id });
    return { body: toPage(answers, limit, cursorOf, (answer) => answer) };
  },
});

export const putUpSignOffEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/sign-offs',
  id: 'putUpSignOff',
  tag: 'Sign-off',
  summary: 'Put a version up for sign-off',
  description: [
    'A version of a current-state map, or the map as it is now. Members of the workspace are asked, whatever their role, each for a department of the version if for one. Those who are asked have it in their inbox, and by mail where that is configured.',
    'Everybody goes on with the live map: signatures concern the version and nothing else. When everybody has signed, the version is a baseline.',
    'While one is `open`, no other can be put up but in its place: name it in `insteadOf`. It is `withdrawn` then.',
  ].join('\n\n'),
  access: 'write',
  cost: 10,
  idempotent: true,
  params: mapIdParams,
  body: { kind: 'json', schema: newSignOffSchema.meta({ id: 'NewSignOff' }) },
  answer: { status: 201, description: 'It is up, and those who are asked are told.', schema: signOffDetailSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { mapId: '{mapId}' },
    body: {
      version: 1,
      signers: [{ userId: '{memberId}', departmentId: '{departmentId}' }],
      everyDepartment: true,
      note: 'As discussed in the workshop of 14 March',
      dueOn: '2026-12-18',
      insteadOf: '{signOffId}',
    },
  },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { map } = await requireMapAccess(actor, params.mapId, 'putUpSignOff', runtime.database);
    const row = await createOnce(call, {
      newId,
      find: (signOffId) => findSignOff(runtime.database, map.id, signOffId),
      make: (signOffId) => putUpSignOff(runtime, writingFor(call), map, body, signOffId),
    });
    return { status: 201, body: await describeSignOff(runtime, map, row) };
  },
});

export const getSignOffEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/sign-offs/{signOffId}',
  id: 'getSignOff',
  tag: 'Sign-off',
  summary: 'Read one sign-off, and how far the map has gone on since',
  description: 'What has changed says `GET /maps/{mapId}/compare`.',
  access: 'read',
  params: signOffParams,
  answer: { status: 200, description: 'The sign-off.', schema: signOffDetailSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}', signOffId: '{signOffId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readSignOffs', runtime.database);
    return { body: await describeSignOff(runtime, map, await requireSignOff(runtime.database, map.id, params.signOffId)) };
  },
});

export const getParticipationEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/participation',
  id: 'getParticipation',
  tag: 'Sign-off',
  summary: 'Read which departments have contributed, commented and signed',
  description:
    'Departments only, nobody’s name. What was done before the activity list begins, or by members of whom no department is known, is not in it.',
  access: 'read',
  params: mapIdParams,
  answer: { status: 200, description: 'Every department on the live map, in its order.', schema: participationSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readSignOffs', runtime.database);
    return { body: await readParticipation(runtime, map) };
  },
});
