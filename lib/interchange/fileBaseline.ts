import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { schemaVersion } from '@/lib/document/schema';
import { sortKeys, toCanonicalMap, toSortedJson } from '@/lib/map/canonicalJson';
import { idSchema } from '@/lib/map/id';
import { type JourneyMap, journeyMapSchema } from '@/lib/map/journeyMap';
import { textSchema } from '@/lib/map/text';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A moment (ISO 8601, UTC) of a year that every database knows. */
export const fileMomentSchema = z
  .string()
  .regex(/^(?:19[7-9]\d|[2-9]\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/);

/** What must be said of a baseline. The ids and the hash lead back to it where it is known; without them it is only called by its name. */
export const fileBaselineFacts = {
  source: z.object({ id: idSchema.optional(), title: textSchema }),
  version: z.object({
    id: idSchema.optional(),
    number: z.number().int().min(1).max(2_147_483_647),
    name: z.string().max(100).default(''),
    at: fileMomentSchema,
    contentHash: hashSchema.optional(),
  }),
  signed: z.boolean(),
};

/** What was on the version. `sha256`: of the map in its canonical JSON. */
export const fileBaselineContentSchema = z.object({
  schemaVersion: z.number().int().min(1),
  sha256: hashSchema,
  map: journeyMapSchema,
});

/** The version that a future state starts from, as the file of the future state has it. */
export const fileBaselineSchema = z.object({ ...fileBaselineFacts, content: fileBaselineContentSchema.optional() });

/** The same as data. `at`: ISO 8601; null: not known. `content`: what was on the version; null: that is not known either. */
export type FileBaseline = {
  source: { id: string | null; title: string };
  version: { id: string | null; number: number; name: string; at: string; contentHash: string | null };
  signed: boolean;
  content: JourneyMap | null;
};

/** The checksum of a map as it stands in a file: SHA-256 (hex) of its JSON with sorted keys, however the file is indented. */
export function checksumOf(map: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(toSortedJson(map))));
}

/** What stands in the file. What is not known is left out. */
export function toFileBaseline({ source, version, signed, content }: FileBaseline): z.input<typeof fileBaselineSchema> {
  const { id, contentHash, ...facts } = version;
  return {
    source: { ...(source.id === null ? {} : { id: source.id }), title: source.title },
    version: { ...(id === null ? {} : { id }), ...facts, ...(contentHash === null ? {} : { contentHash }) },
    signed,
    ...(content && { content: toFileContent(content) }),
  };
}

function toFileContent(content: JourneyMap): z.input<typeof fileBaselineContentSchema> {
  const map = sortKeys(toCanonicalMap(content)) as JourneyMap;
  return { schemaVersion, sha256: checksumOf(map), map };
}
