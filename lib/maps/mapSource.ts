import { z } from 'zod';
import { toCleanText } from '@/lib/document/plainValue';
import { AppError } from '@/lib/errors';
import { type Locale, localeSchema } from '@/lib/i18n/locale';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { mermaidTextLimit } from '@/lib/map/mermaid/mermaidTextLimit';
import { parseMermaidJourney } from '@/lib/map/mermaid/parseMermaidJourney';
import { toJourneyMap } from '@/lib/map/mermaid/toJourneyMap';
import { template, templateIds } from '@/lib/map/templates/template';

/** What a new map starts from. */
export const mapSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('blank'), locale: localeSchema.optional() }),
  z.object({ type: z.literal('template'), id: z.enum(templateIds), locale: localeSchema.optional() }),
  z.object({
    type: z.literal('mermaid'),
    text: z.string(),
    /** The file's name: the map's title when the text has none. */
    name: z.string().max(300).optional(),
    locale: localeSchema.optional(),
  }),
]);
export type MapSource = z.output<typeof mapSourceSchema>;

type MermaidSource = Extract<MapSource, { type: 'mermaid' }>;

function fromMermaid({ text, name }: MermaidSource, locale: Locale, maxFileBytes: number): JourneyMap {
  const limit = Math.min(mermaidTextLimit, maxFileBytes);
  if (Buffer.byteLength(text) > limit) {
    throw new AppError('tooLarge', 'The Mermaid text is too long.', {
      messageKey: 'textTooLarge',
      values: { kilobytes: Math.floor(limit / 1024) },
    });
  }
  const { journey } = parseMermaidJourney(toCleanText(text));
  if (journey.sections.every(({ tasks }) => tasks.length === 0)) {
    throw new AppError('invalid', 'The text holds no journey.', { messageKey: 'mermaidEmpty' });
  }
  const title =
    journey.title ||
    journey.accTitle ||
    toCleanText(name ?? '')
      .replace(/\.[A-Za-z0-9]{1,10}$/, '')
      .trim();
  return toJourneyMap({ ...journey, title }, locale);
}

/**
 * The content of a new map; `locale` counts where the source names none, `maxFileBytes` (MAX_FILE_MB) for files. Throws `invalid` and
 * `tooLarge` for a text that makes none.
 */
export function makeMap(source: MapSource, locale: Locale, maxFileBytes: number): JourneyMap {
  const language = source.locale ?? locale;
  switch (source.type) {
    case 'blank':
      return template('blank', language);
    case 'template':
      return template(source.id, language);
    case 'mermaid':
      return fromMermaid(source, language, maxFileBytes);
  }
}
