import { z } from 'zod';
import { idSchema } from '@/lib/map/id';
import { commentTargetSchema, commentTargetTypes } from './commentTarget';

const moment = z.iso.datetime();

/** Somebody who wrote or resolved something. */
export const commentPersonSchema = z
  .object({
    id: z.string().describe('`user:<id>` or `guest:<id>`.'),
    name: z.string().nullable().describe('What they are called now; null when nobody knows it any more.'),
  })
  .meta({ id: 'CommentPerson' });

/** One comment as it is answered. */
export const commentAnswerSchema = z
  .object({
    id: idSchema,
    number: z.number().int().describe('Its place in the conversation, from 1.'),
    author: commentPersonSchema,
    text: z.string().describe('What was said, with line breaks; people as `@[name](user:<id>)`. Empty when it was deleted.'),
    createdAt: moment,
    editedAt: moment.nullable(),
    deletedAt: moment.nullable(),
  })
  .meta({ id: 'Comment' });

/** A conversation as it is answered. */
export const threadAnswerSchema = z
  .object({
    id: idSchema,
    target: commentTargetSchema,
    subject: z.string().describe('What the target said when the conversation began: still there when the target is deleted.'),
    createdAt: moment,
    lastAt: moment.describe('When something was last said.'),
    resolvedAt: moment.nullable(),
    resolvedBy: commentPersonSchema.nullable(),
    seen: z.number().int().describe('Up to which `number` the asking person has read.'),
    comments: z.array(commentAnswerSchema),
  })
  .meta({ id: 'CommentThread', description: 'A conversation about a map or something on it.' });

export type CommentAnswer = z.output<typeof commentAnswerSchema>;
export type ThreadAnswer = z.output<typeof threadAnswerSchema>;

/** Something in a person's inbox. */
export const inboxItemSchema = z.object({
  commentId: idSchema,
  threadId: idSchema,
  mapId: idSchema,
  mapTitle: z.string(),
  targetType: z.enum(commentTargetTypes).catch('map'),
  subject: z.string(),
  author: commentPersonSchema,
  /** One line, as people read it. */
  excerpt: z.string(),
  createdAt: moment,
  isMention: z.boolean(),
  isUnread: z.boolean(),
});
export type InboxItem = z.output<typeof inboxItemSchema>;
export const inboxPageSchema = z.object({ items: z.array(inboxItemSchema), nextCursor: z.string().nullable() });
export const inboxCountSchema = z.object({ unread: z.number().int() });

/** Whom one may address, as the page asks for it. */
export const commentPeopleSchema = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });
export const threadListSchema = z.object({ threads: z.array(threadAnswerSchema) });
