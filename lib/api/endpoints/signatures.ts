import { requireMapAccess } from '@/lib/auth/mapAccess';
import { describeSignOff } from '@/lib/signOffs/readSignOffs';
import { signOffDetailSchema } from '@/lib/signOffs/signOffAnswer';
import { decisionSchema, otherSignerSchema, withdrawalSchema } from '@/lib/signOffs/signOffRequests';
import { askAnother, decideSignOff, takeSignOffBack } from '@/lib/signOffs/tendSignOff';
import { endpoint } from '../endpoint';
import { id } from '../schemas/common';
import { writingFor } from './commentWriting';
import { signOffParams } from './signOffs';

export const decideSignOffEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/sign-offs/{signOffId}/decision',
  id: 'decideSignOff',
  tag: 'Sign-off',
  summary: 'Sign, object, or take that back',
  description:
    'For whoever is asked, viewers too, and for nobody else: an owner cannot decide in their place. It holds for all departments that they are asked for. While it is open, they can decide anew. With the last signature the version is a baseline, and nothing changes any more.',
  access: 'write',
  params: signOffParams,
  body: { kind: 'json', schema: decisionSchema.meta({ id: 'SignOffDecision' }) },
  answer: { status: 200, description: 'It is noted.', schema: signOffDetailSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: {
    params: { mapId: '{mapId}', signOffId: '{signOffId}' },
    body: { decision: 'objected', reason: 'The call-back in step 4 is missing' },
  },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { map } = await requireMapAccess(actor, params.mapId, 'readSignOffs', runtime.database);
    const row = await decideSignOff(runtime, writingFor(call), map, params.signOffId, body);
    return { body: await describeSignOff(runtime, map, row) };
  },
});

export const replaceSignerEndpoint = endpoint({
  method: 'PATCH',
  path: '/maps/{mapId}/sign-offs/{signOffId}/signatures/{signatureId}',
  id: 'replaceSigner',
  tag: 'Sign-off',
  summary: 'Ask somebody else in place of one who has not decided',
  description: 'Such as for a person who has left the workspace. Whoever has signed or objected is not replaced.',
  access: 'write',
  params: signOffParams.extend({ signatureId: id }),
  body: { kind: 'json', schema: otherSignerSchema.meta({ id: 'OtherSigner' }) },
  answer: { status: 200, description: 'The other is asked.', schema: signOffDetailSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: {
    params: { mapId: '{mapId}', signOffId: '{signOffId}', signatureId: '{signatureId}' },
    body: { userId: '{memberId}' },
  },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { map } = await requireMapAccess(actor, params.mapId, 'putUpSignOff', runtime.database);
    const asked = { id: params.signOffId, signatureId: params.signatureId, userId: body.userId };
    return { body: await describeSignOff(runtime, map, await askAnother(runtime, writingFor(call), map, asked)) };
  },
});

export const withdrawSignOffEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/sign-offs/{signOffId}/withdraw',
  id: 'withdrawSignOff',
  tag: 'Sign-off',
  summary: 'Withdraw a version from sign-off',
  description: 'What was signed and objected stays to be read. A baseline is not withdrawn.',
  access: 'write',
  params: signOffParams,
  body: { kind: 'json', schema: withdrawalSchema.meta({ id: 'SignOffWithdrawal' }) },
  answer: { status: 200, description: 'It is withdrawn.', schema: signOffDetailSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: {
    params: { mapId: '{mapId}', signOffId: '{signOffId}' },
    body: { reason: 'Billing has found a step that is missing' },
  },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { map } = await requireMapAccess(actor, params.mapId, 'putUpSignOff', runtime.database);
    const row = await takeSignOffBack(runtime, writingFor(call), map, params.signOffId, body.reason);
    return { body: await describeSignOff(runtime, map, row) };
  },
});
