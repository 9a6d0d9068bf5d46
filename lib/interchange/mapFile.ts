import { z } from 'zod';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { type JourneyMap, journeyMapSchema } from '@/lib/map/journeyMap';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import { type FileBaseline, fileBaselineSchema, toFileBaseline } from './fileBaseline';

/** What a map's file calls itself. */
export const mapFileFormat = 'wegmarke/journey-map';
/** Version of the file's form. It changes only when older programs could misread a file; new fields alone do not change it. */
export const mapFileVersion = 1;
/** Names the JSON Schema of this form, wherever it is served from. */
export const mapFileSchemaId = `urn:wegmarke:journey-map:v${mapFileVersion}`;
/** Where every installation serves the JSON Schema. */
export const mapFileSchemaPath = `/schemas/journey-map.v${mapFileVersion}.json`;

/** A file with one map. `deleted`: whether what was deleted is in it, too. `baseline`: what a future state starts from; null: from something that is not for whoever made the file. */
export const mapFileSchema = z.object({
  $schema: z.string().optional(),
  format: z.literal(mapFileFormat),
  version: z.literal(mapFileVersion),
  program: z.object({ name: z.string(), version: z.string() }).optional(),
  deleted: z.boolean().default(false),
  map: journeyMapSchema,
  baseline: fileBaselineSchema.nullable().optional(),
});

export type MapFileOptions = {
  /** Takes along what was deleted: the file then holds all that a reader of the document can find. */
  deleted?: boolean;
  /** Origin of the installation, for the address of the schema. */
  origin?: string | undefined;
  /** What a future state starts from; null: it starts from something, which is not for whoever asks. */
  baseline?: FileBaseline | null | undefined;
  /** Of the program that writes it; left out where that does not know. */
  programVersion?: string;
};

const indent = (json: string): string => json.trimEnd().replaceAll('\n', '\n  ');

/** The text of a map's file. Equal maps give equal text. */
export function toMapFile(map: JourneyMap, { deleted = false, origin, baseline, programVersion }: MapFileOptions): string {
  const head = {
    $schema: origin === undefined ? mapFileSchemaId : `${origin}${mapFileSchemaPath}`,
    format: mapFileFormat,
    version: mapFileVersion,
    ...(programVersion === undefined ? {} : { program: { name: 'Wegmarke', version: programVersion } }),
    deleted,
  };
  // The map in its canonical text, two spaces further in. Line breaks inside of JSON texts are written as \n, so no text is touched.
  const body = indent(toCanonicalJson(deleted ? map : withoutDeleted(map)));
  const from = baseline && toFileBaseline(baseline);
  const start = from === undefined ? '' : `,\n  "baseline": ${indent(JSON.stringify(from, null, 2))}`;
  return `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "map": ${body}${start}\n}\n`;
}
