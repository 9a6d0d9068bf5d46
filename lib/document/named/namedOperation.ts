import type * as Y from 'yjs';
import { z } from 'zod';

/**
 * What an operation came to: ids of what it made; `done` for one that makes nothing; null when it could not be done, because what it names
 * is not there.
 */
export type OperationResult = { id: string } | { ids: string[] } | { done: true } | null;

/** An operation of the document under its name, with the schema of its input: for programs that write them down as JSON. */
export type NamedOperation = {
  name: string;
  description: string;
  schema: z.ZodObject;
  /** Whether it makes exactly one record, which later operations may then refer to by a name. */
  makesOne: boolean;
  /** Runs it. The input has been parsed by `schema`. */
  run: (doc: Y.Doc, input: never, origin: unknown) => OperationResult;
};

type Run<Shape extends z.ZodRawShape, Result> = (doc: Y.Doc, input: z.output<z.ZodObject<Shape>>, origin: unknown) => Result;

/** Declares a named operation. `run` returns what the document's operation returns: the ids of what it made, or whether it was done. */
export function named<Shape extends z.ZodRawShape>(
  name: string,
  description: string,
  shape: Shape,
  run: Run<Shape, string[] | boolean | null>,
): NamedOperation {
  return declare(name, description, shape, false, run);
}

/** Declares a named operation that makes exactly one record, whose id `run` returns. */
export function namedMaker<Shape extends z.ZodRawShape>(
  name: string,
  description: string,
  shape: Shape,
  run: Run<Shape, string | null>,
): NamedOperation {
  return declare(name, description, shape, true, run);
}

function declare<Shape extends z.ZodRawShape>(
  name: string,
  description: string,
  shape: Shape,
  makesOne: boolean,
  run: Run<Shape, string | string[] | boolean | null>,
): NamedOperation {
  return {
    ...{ name, description, makesOne },
    schema: z.strictObject(shape),
    run: (doc, input, origin) => toResult(run(doc, input as z.output<z.ZodObject<Shape>>, origin)),
  };
}

function toResult(result: string | string[] | boolean | null): OperationResult {
  if (typeof result === 'string') return { id: result };
  if (Array.isArray(result)) return result.length > 0 ? { ids: result } : null;
  return result ? { done: true } : null;
}

/** An id, or the name that an earlier operation of the same list gave to what it made: `$greeting`. */
export const referenceSchema = z
  .string()
  .regex(/^\$?[0-9A-Za-z_-]{1,64}$/)
  .describe('An id, or “$name” for what an earlier operation of the same request made “as” that name.');
export const referencesSchema = z.array(referenceSchema).min(1).max(500);

const index = z.number().int().min(0).optional().describe('0 is the first; absent, the end.');

/** A place in a list, next to another record or by number. */
export const placeSchema = z.union([
  z.strictObject({ before: referenceSchema }),
  z.strictObject({ after: referenceSchema }),
  z.strictObject({ index: z.number().int().min(0).describe('0 is the first; beyond the end is the end.') }),
]);

const nextTo = [z.strictObject({ before: referenceSchema }), z.strictObject({ after: referenceSchema })] as const;

export const stepPlaceSchema = z.union([...nextTo, z.strictObject({ stageId: referenceSchema, index })]);
export const cardPlaceSchema = z.union([...nextTo, z.strictObject({ stepId: referenceSchema, laneId: referenceSchema, index })]);
export const touchpointPlaceSchema = z.union([...nextTo, z.strictObject({ stepId: referenceSchema, index })]);

/** Text of a field: up to 20,000 characters. */
export const fieldTextSchema = z.string().max(20_000);
