import { z } from 'zod';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { type JourneyMap, journeyMapSchema } from '@/lib/map/journeyMap';
import { withoutDeleted } from '@/lib/map/withoutDeleted';

/** What a map's file calls itself. */
export const mapFileFormat = 'wegmarke/journey-map';
/** Version of the file's form. It changes only when older programs could misread a file; new fields alone do not change it. */
export const mapFileVersion = 1;
/** Names the JSON Schema of this form, wherever it is served from. */
export const mapFileSchemaId = `urn:wegmarke:journey-map:v${mapFileVersion}`;
/** Where every installation serves the JSON Schema. */
export const mapFileSchemaPath = `/schemas/journey-map.v${mapFileVersion}.json`;

/** A file with one map. `deleted`: whether what was deleted is in it, too. */
export const mapFileSchema = z.object({
  $schema: z.string().optional(),
  format: z.literal(mapFileFormat),
  version: z.literal(mapFileVersion),
  program: z.object({ name: z.string(), version: z.string() }).optional(),
  deleted: z.boolean().default(false),
  map: journeyMapSchema,
});

export type MapFileOptions = {
  /** Takes along what was deleted: the file then holds all that a reader of the document can find. */
  deleted?: boolean;
  /** Origin of the installation, for the address of the schema. */
  origin?: string | undefined;
  programVersion: string;
};

/** The text of a map's file. Equal maps give equal text. */
export function toMapFile(map: JourneyMap, { deleted = false, origin, programVersion }: MapFileOptions): string {
  const head = {
    $schema: origin === undefined ? mapFileSchemaId : `${origin}${mapFileSchemaPath}`,
    format: mapFileFormat,
    version: mapFileVersion,
    program: { name: 'Wegmarke', version: programVersion },
    deleted,
  };
  // The map in its canonical text, two spaces further in. Line breaks inside of JSON texts are written as \n, so no text is touched.
  const body = toCanonicalJson(deleted ? map : withoutDeleted(map))
    .trimEnd()
    .replaceAll('\n', '\n  ');
  return `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "map": ${body}\n}\n`;
}
