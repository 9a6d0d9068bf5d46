import { z } from 'zod';
import { idSchema } from '@/lib/map/id';
import { decisions, signOffStatuses } from './signOffStatus';

const moment = z.iso.datetime();

const personSchema = z
  .object({
    id: z.string().describe('`user:<id>`.'),
    name: z.string().nullable().describe('What they are called now; null when the account was deleted.'),
  })
  .meta({ id: 'SignOffPerson' });

export const signatureAnswerSchema = z
  .object({
    id: idSchema,
    person: personSchema,
    isMember: z.boolean().describe('False for somebody who has left the workspace: when they are `pending`, ask another one.'),
    department: z
      .object({ id: idSchema, name: z.string() })
      .nullable()
      .describe('For which department of the map they were asked, by the name that it had; null when for none.'),
    decision: z.enum(decisions),
    reason: z
      .string()
      .describe('Why somebody objects; empty otherwise.')
      .meta({ examples: [''] }),
    askedAt: moment,
    decidedAt: moment.nullable(),
  })
  .meta({ id: 'Signature', description: 'Whose signature is wanted, and what they decided.' });

/** A sign-off as it is answered. */
export const signOffAnswerSchema = z
  .object({
    id: idSchema,
    status: z
      .enum(signOffStatuses)
      .describe(
        '`open`: signatures are wanted. `signed`: everybody who was asked has signed; the version is a baseline. `withdrawn`: it was taken back, replaced, or its version deleted.',
      ),
    version: z
      .object({
        number: z.number().int(),
        name: z.string(),
        isDeleted: z.boolean().describe('Whether an owner has deleted it since: then there is nothing left to look at.'),
      })
      .describe('The version that signatures concern, and nothing else.'),
    everyDepartment: z.boolean().describe('Whether every department of the map had to be asked.'),
    note: z.string(),
    dueOn: z.iso.date().nullable(),
    by: personSchema.nullable().describe('Who put it up.'),
    at: moment,
    insteadOf: idSchema
      .nullable()
      .describe('The one that was open until then.')
      .meta({ examples: [null] }),
    ended: z
      .object({
        at: moment.describe('Of a baseline: when the last one signed.'),
        by: personSchema.nullable(),
        reason: z.string().describe('Why it was withdrawn, if somebody said so.'),
      })
      .nullable()
      .describe('Null while it is open.')
      .meta({ examples: [null] }),
    signatures: z.array(signatureAnswerSchema),
  })
  .meta({ id: 'SignOff', description: 'That a version was put up for sign-off.' });

/** The same of a single one, with how far the map has gone on. */
export const signOffDetailSchema = signOffAnswerSchema
  .extend({
    changes: z
      .number()
      .int()
      .min(0)
      .nullable()
      .describe('How many differences the live map has to the version; null when the version was deleted.'),
  })
  .meta({ id: 'SignOffDetail' });

/** Which departments have taken part. */
export const participationSchema = z
  .object({
    departments: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        steps: z.number().int().min(0).describe('In how many steps it has a part.'),
        changes: z.number().int().min(0).describe('How many things on the map people of it wrote or changed.'),
        comments: z.number().int().min(0).describe('How many comments they wrote.'),
        signature: z
          .enum(decisions)
          .nullable()
          .describe('What was decided for it in the open sign-off, or else the newest; null when nobody was asked for it.'),
      }),
    ),
  })
  .meta({
    id: 'Participation',
    description:
      'Departments of the live map. Who belongs to one is known of guests, who choose it when they join, and of members who were asked to sign for it.',
  });

/** What the inbox shows of signatures that are wanted. */
export const wantedSignatureSchema = z.object({
  signOffId: idSchema,
  mapId: idSchema,
  mapTitle: z.string(),
  number: z.number(),
  note: z.string(),
  dueOn: z.string().nullable(),
  askedBy: personSchema,
  askedAt: moment,
});
export const wantedListSchema = z.object({ items: z.array(wantedSignatureSchema) });

export type SignatureAnswer = z.output<typeof signatureAnswerSchema>;
export type SignOffAnswer = z.output<typeof signOffAnswerSchema>;
export type SignOffDetail = z.output<typeof signOffDetailSchema>;
export type Participation = z.output<typeof participationSchema>;
export type WantedSignature = z.output<typeof wantedSignatureSchema>;
