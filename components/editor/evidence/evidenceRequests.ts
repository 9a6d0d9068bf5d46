import { z } from 'zod';
import { type Category, categorySetSchema } from '@/components/evidence/categories/categorySet';
import { requestJson } from '@/components/workspace/request';
import {
  type EvidenceAnswer,
  evidenceAnswerSchema,
  type TargetFiguresAnswer,
  targetFiguresAnswerSchema,
} from '@/lib/evidence/evidenceAnswer';
import type { PinnedQuote } from '@/lib/evidence/toMapEvidence';
import { type LinkFilter, type LinkTarget, linkFilterSchema } from '@/lib/map/evidenceLink';

const sourceListSchema = z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })) });
export type ListedSource = z.output<typeof sourceListSchema>['items'][number];

const quotesSchema = z.object({
  items: z.array(
    z.object({
      day: z.string().nullable(),
      texts: z.array(z.object({ text: z.string(), linkIds: z.array(z.string()) })),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** Single answers that are linked to one map, at most: more than anybody reads on it. */
const mostPinned = 1_000;

/** The requests of the evidence on one map. All throw `RequestError`. */
export function evidenceRequests(mapId: string) {
  const base = `/api/v1/maps/${mapId}/evidence`;
  return {
    /** `against`: the number of a version that is compared with. */
    read: (against: number | null): Promise<EvidenceAnswer> =>
      requestJson('GET', against === null ? base : `${base}?against=${against}`, evidenceAnswerSchema),
    /** What could be linked, by names and words; nothing is linked by itself. */
    suggest: async (sourceId: string): Promise<Suggestion[]> => {
      const { items } = await requestJson('GET', `${base}/suggestions?source=${sourceId}`, suggestionsSchema);
      return items.map((item) => ({ sourceId, ...item }));
    },
    /** What the answers say that are linked one by one, by their links. */
    pinned: async (): Promise<ReadonlyMap<string, PinnedQuote>> => {
      const quotes = new Map<string, PinnedQuote>();
      let cursor: string | null = null;
      do {
        const query = new URLSearchParams({ target: 'answers', limit: '200', ...(cursor === null ? {} : { cursor }) });
        const page: z.output<typeof quotesSchema> = await requestJson('GET', `${base}/quotes?${query}`, quotesSchema);
        for (const { day, texts } of page.items) {
          for (const { text, linkIds } of texts) {
            for (const id of linkIds) {
              // Of an answer that is linked whole, all its texts belong together.
              const before = quotes.get(id)?.text;
              quotes.set(id, { text: before ? `${before}\n${text}` : text, day });
            }
          }
        }
        cursor = page.nextCursor;
      } while (cursor !== null && quotes.size < mostPinned);
      return quotes;
    },
  };
}

/** Whose scores are told in detail, split by which dimension, compared with which version. */
export type AskedFigures = { mapId: string; target: LinkTarget; split: string; against: number | null };

/** The scores of one thing on a map in detail. Throws `RequestError`. */
export function readTargetFigures({ mapId, target, split, against }: AskedFigures): Promise<TargetFiguresAnswer> {
  const query = new URLSearchParams({
    target: `${target.type}:${target.id}`,
    ...(split === '' ? {} : { split }),
    ...(against === null ? {} : { against: String(against) }),
  });
  return requestJson('GET', `/api/v1/maps/${mapId}/evidence/figures?${query}`, targetFiguresAnswerSchema);
}

const sourceSchema = z.object({
  columns: z.array(
    z.object({
      number: z.number(),
      kind: z.enum(['score', 'verbatim', 'personal']),
      label: z.string(),
      scale: z.object({ metric: z.string() }).nullable(),
    }),
  ),
  dimensions: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
});
export type SourceToAsk = z.output<typeof sourceSchema>;

const answersSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      day: z.string().nullable(),
      dimensions: z.record(z.string(), z.string()),
      scores: z.record(z.string(), z.number()),
      verbatims: z.record(z.string(), z.string()),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type AnswerPage = z.output<typeof answersSchema>;
export type Answer = AnswerPage['items'][number];

const suggestionsSchema = z.object({
  items: z.array(
    z.object({
      stepId: z.string(),
      filter: linkFilterSchema,
      answers: z.number(),
      reason: z.object({ kind: z.enum(['touchpoint', 'title', 'channel']), said: z.string() }),
    }),
  ),
});
export type Suggestion = { sourceId: string } & z.output<typeof suggestionsSchema>['items'][number];

/** What a source asks, and what its answers are told apart by. Throws `RequestError`. */
export const readSource = (sourceId: string): Promise<SourceToAsk> =>
  requestJson('GET', `/api/v1/sources/${sourceId}`, sourceSchema);

/** A page of the answers of a source that pass a filter, the last given first. Throws `RequestError`. */
export function listAnswers(sourceId: string, filter: LinkFilter, cursor: string | null): Promise<AnswerPage> {
  const query = new URLSearchParams({ ...filter, limit: '40', ...(cursor === null ? {} : { cursor }) });
  return requestJson('GET', `/api/v1/sources/${sourceId}/answers?${query}`, answersSchema);
}

/** The sources of a workspace. Throws `RequestError`. */
export const listSources = async (workspaceId: string): Promise<ListedSource[]> =>
  (await requestJson('GET', `/api/v1/workspaces/${workspaceId}/sources`, sourceListSchema)).items;

/** The contact reasons of a workspace, in the order of the tree. Throws `RequestError`. */
export const listCategories = async (workspaceId: string): Promise<Category[]> =>
  (await requestJson('GET', `/api/v1/workspaces/${workspaceId}/categories`, categorySetSchema)).items;
