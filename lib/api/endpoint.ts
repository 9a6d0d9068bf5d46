import { z } from 'zod';
import type { UserActor } from '@/lib/auth/asUser';
import type { ErrorCode } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import type { Runtime } from '@/lib/runtime';
import type { OnceKey } from './once';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** What a request's body is: JSON of a schema, or a file as it is. `limit`: most bytes; MAX_REQUEST_MB when absent. */
export type JsonBody = { kind: 'json'; schema: z.ZodType; required?: boolean };
export type FileBody = { kind: 'file'; mediaTypes: readonly string[]; limit: (env: Runtime['env']) => number };
/** A file that is too large to lie in memory: the handler reads it piece by piece, and counts. */
export type StreamBody = { kind: 'stream'; mediaTypes: readonly string[] };

/** What an endpoint answers when all goes well. Without a schema: no body, or a file of one of the media types. */
export type AnswerKind = {
  status: 200 | 201 | 204;
  description: string;
  schema?: z.ZodType;
  mediaTypes?: readonly string[];
  /** Further headers, each with what it says. */
  headers?: Readonly<Record<string, string>>;
};

/** What a handler returns. `body` is sent as JSON; a Response goes out as it is. */
export type Answer = { status?: 200 | 201; body: unknown; headers?: Record<string, string> } | { status: 204 } | Response;

/** One call of an endpoint: everything parsed and judged that can be before the domain is asked. */
export type Call<Params, Query, Body> = {
  runtime: Runtime;
  request: Request;
  /** Whose token it is, or who is signed in. */
  actor: UserActor;
  params: Params;
  query: Query;
  body: Body;
  /** The Idempotency-Key, for endpoints that heed one. */
  once: OnceKey | null;
  /** The language of sentences in the answer. */
  locale: Locale;
};

type Inferred<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type BodyOf<Body> = Body extends { kind: 'json'; schema: infer Schema }
  ? Inferred<Schema>
  : Body extends StreamBody
    ? ReadableStream<Uint8Array> | null
    : Uint8Array;

/** Everything that one endpoint of the API is: how it is called, what it does, and what its description says. */
export type Endpoint = {
  method: Method;
  /** Below /api/v1, with parameters in braces: `/maps/{mapId}`. */
  path: string;
  /** The operation's name in the description: `getMap`. */
  id: string;
  tag: Tag;
  summary: string;
  description?: string;
  /** Whether a token that only reads will do. `none`: no token is needed. */
  access: 'none' | 'read' | 'write';
  /** How many requests a call counts as, for the limit. */
  cost?: number;
  /** Whether a repeated call with the same Idempotency-Key is answered with the record that the first one made. */
  idempotent?: boolean;
  /** Whether the answer carries an ETag and If-None-Match is heeded (GET), or If-Match is (writes). */
  conditional?: boolean;
  params?: z.ZodObject;
  /** Nothing else may be in it. */
  query: z.ZodObject;
  body?: JsonBody | FileBody | StreamBody;
  answer: AnswerKind;
  /** What can go wrong besides what can go wrong by calling alone (description/openApi.ts). */
  problems: readonly ErrorCode[];
  /** A call that works. Values in braces stand for ids of the reader's own. */
  example?: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
  handle: (call: Call<never, never, never>) => Promise<Answer>;
};

/** The chapters of the description. */
export const tags = {
  Maps: 'Journey maps: find, make, read, change, put away.',
  Operations: 'Editing a map that people may have open: named operations, all or none, seen by everyone at once.',
  Files: 'Maps from files and as files; pictures and files on cards.',
  Versions: 'Maps as they were: kept by hand, at the end of workshops and at quiet moments; listed, read, exported.',
  'Sign-off':
    'Versions of a current-state map that are put up for signature. One that everybody who was asked has signed is a baseline.',
  Comments: 'Conversations about a map, beside its content: whoever may comment may write them.',
  Evidence: 'What customers said: sources, files of answers that come in, answers and scores.',
  Sharing: 'Join links, by which guests come to a map.',
  Workspaces: 'Workspaces, their members and invitations.',
  Account: 'Who the token acts for.',
} as const;
export type Tag = keyof typeof tags;

type Definition<Params, Query, Body> = Omit<Endpoint, 'handle' | 'params' | 'query' | 'body'> & {
  params?: Params;
  query?: Query;
  body?: Body;
  handle: (call: Call<Inferred<Params>, Inferred<Query>, BodyOf<Body>>) => Promise<Answer>;
};

/** Declares an endpoint; the handler sees what its schemas give. */
export function endpoint<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends JsonBody | FileBody | StreamBody | undefined = undefined,
>(definition: Definition<Params, Query, Body>): Endpoint {
  // The dispatcher parses by these very schemas before it calls the handler, so the types agree at that point. A parameter that is not
  // known is refused: whoever asks for something must not believe that it was heeded.
  return { ...definition, query: (definition.query ?? z.object({})).strict() } as unknown as Endpoint;
}
