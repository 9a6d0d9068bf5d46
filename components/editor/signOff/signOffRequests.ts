import { z } from 'zod';
import { requestJson } from '@/components/workspace/request';
import {
  type Participation,
  participationSchema,
  type SignOffAnswer,
  type SignOffDetail,
  signOffAnswerSchema,
  signOffDetailSchema,
} from '@/lib/signOffs/signOffAnswer';
import type { DecisionRequest } from '@/lib/signOffs/signOffRequests';

const listSchema = z.object({ items: z.array(signOffAnswerSchema) });
const membersSchema = z.object({ members: z.array(z.object({ userId: z.string(), name: z.string(), email: z.string() })) });

/** Somebody who can be asked. */
export type Member = z.output<typeof membersSchema>['members'][number];

const pathOf = (mapId: string): string => `/api/maps/${encodeURIComponent(mapId)}/sign-offs`;

/** The map's sign-offs, newest first. Throws `RequestError`, as all of these. */
export const fetchSignOffs = async (mapId: string): Promise<SignOffAnswer[]> =>
  (await requestJson('GET', pathOf(mapId), listSchema)).items;

/** One of them, with how far the map has gone on since. */
export const fetchSignOff = (mapId: string, id: string): Promise<SignOffDetail> =>
  requestJson('GET', `${pathOf(mapId)}/${id}`, signOffDetailSchema);

/** What is sent to put a version up. */
export type PutUp = {
  version: number | null;
  name: string;
  signers: { userId: string; departmentId: string | null }[];
  everyDepartment: boolean;
  note: string;
  dueOn: string | null;
  insteadOf: string | null;
};

export const sendPutUp = (mapId: string, asked: PutUp): Promise<SignOffDetail> =>
  requestJson('POST', pathOf(mapId), signOffDetailSchema, asked);

export const sendDecision = (mapId: string, id: string, decided: DecisionRequest): Promise<SignOffDetail> =>
  requestJson('POST', `${pathOf(mapId)}/${id}/decision`, signOffDetailSchema, decided);

export const sendWithdrawal = (mapId: string, id: string, reason: string): Promise<SignOffDetail> =>
  requestJson('POST', `${pathOf(mapId)}/${id}/withdraw`, signOffDetailSchema, { reason });

export const sendOtherSigner = (mapId: string, id: string, signatureId: string, userId: string): Promise<SignOffDetail> =>
  requestJson('PATCH', `${pathOf(mapId)}/${id}/signatures/${signatureId}`, signOffDetailSchema, { userId });

/** Which departments have contributed, commented and signed. */
export const fetchParticipation = (mapId: string): Promise<Participation> =>
  requestJson('GET', `/api/maps/${encodeURIComponent(mapId)}/participation`, participationSchema);

/** Who can be asked. */
export const fetchMembers = async (workspaceId: string): Promise<Member[]> =>
  (await requestJson('GET', `/api/workspaces/${encodeURIComponent(workspaceId)}/members`, membersSchema)).members;
