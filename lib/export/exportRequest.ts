import { z } from 'zod';
import { localeSchema } from '@/lib/i18n/locale';
import type { FileBaseline } from '@/lib/interchange/fileBaseline';
import { idSchema } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { MapEvidence } from '@/lib/map/mapEvidence';
import type { ComparedWith } from './comparison/comparedScene';
import type { ExportWarning } from './exportWarning';
import type { ExportedFuture } from './future/distance';
import { orientations, papers } from './paper';
import type { PictureBytes } from './pen';

export const exportFormats = ['pdf', 'png', 'svg', 'json', 'mermaid'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How the names of their files end. */
export const exportExtensions: Record<ExportFormat, string> = {
  pdf: 'pdf',
  png: 'png',
  svg: 'svg',
  json: 'json',
  mermaid: 'mmd',
};

/** What customers say on a picture of a map: scores and quotes, scores only, or nothing. */
export const saidChoices = ['all', 'scores', 'none'] as const;
export type SaidChoice = (typeof saidChoices)[number];

const yesOrNo = z.union([z.boolean(), z.stringbool()]).default(false);

/**
 * What a person may choose. `scale` counts for PNG, `paper` and `orientation` for PDF, `theme` for pictures. `persona` (pictures): the journey of
 * this one alone. `deleted` (JSON): with what was deleted. `baseline` (JSON): of a future state, with what was on the version that it starts from. `comments` (Mermaid): with what it has no place for, as comments. `evidenceView`
 * (pictures): tells apart what is only assumed. `said` (pictures): what customers say. `reasons` (PDF of a future state): with sheets that say how far it is from its baseline, and why. */
export const exportOptionsSchema = z.object({
  format: z.enum(exportFormats),
  scale: z
    .union([z.enum(['1', '2', '4']).transform(Number), z.number()])
    .pipe(z.union([z.literal(1), z.literal(2), z.literal(4)]))
    .default(2),
  paper: z.enum(papers).default('fit'),
  orientation: z.enum(orientations).default('landscape'),
  locale: localeSchema,
  theme: z.enum(['light', 'dark']).default('light'),
  persona: idSchema.optional(),
  deleted: yesOrNo,
  baseline: z.union([z.boolean(), z.stringbool()]).default(true),
  comments: yesOrNo,
  evidenceView: yesOrNo,
  said: z.enum(saidChoices).default('all'),
  reasons: z.union([z.boolean(), z.stringbool()]).default(true),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;

/** `origin`: the installation's address, for the address of the JSON Schema. `version` names the version that is shown; it goes into the caption. `reportOnly`: find out what the file would lack, but make none. `pictures`: of cards, by their files' ids; a box stands for what is not among them. `evidence`: what customers say, as far as whoever asks may know it. `compared` (pictures): the state that the map is compared with. `start` (JSON): the version that a future state starts from; null: it is not for whoever asks. `future` (PDF): what the map was derived from, when its distance from that is told. */
export type ExportRequest = ExportOptions & {
  map: JourneyMap;
  origin?: string;
  version?: string;
  reportOnly?: boolean;
  pictures?: ReadonlyMap<string, PictureBytes>;
  evidence?: MapEvidence | null;
  compared?: ComparedWith;
  start?: FileBaseline | null | undefined;
  future?: ExportedFuture | null;
};

/** `missing`: characters that no shipped font has, each once; a box stands for them. `bytes` are empty for a report. */
export type ExportResult = { bytes: Uint8Array; mediaType: string; missing: string[]; warnings: ExportWarning[] };
