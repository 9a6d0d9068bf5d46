import { z } from 'zod';
import { localeSchema } from '@/lib/i18n/locale';
import { listTemplates, type TemplateInfo } from '@/lib/map/templates/listTemplates';
import { templateIds } from '@/lib/map/templates/template';
import { endpoint } from '../endpoint';

const templateSchema = z
  .object({
    id: z.enum(templateIds),
    title: z.string(),
    description: z.string(),
    stageCount: z.number().int(),
    stepCount: z.number().int(),
    momentCount: z.number().int().describe('How many all-or-nothing moments it has.'),
  })
  .meta({ id: 'Template' });

const toBody = ({ id, title, description, outline }: TemplateInfo): z.output<typeof templateSchema> => {
  return { id, title, description, stageCount: outline.stages, stepCount: outline.steps, momentCount: outline.moments };
};

export const listTemplatesEndpoint = endpoint({
  method: 'GET',
  path: '/templates',
  id: 'listTemplates',
  tag: 'Maps',
  summary: 'List what a map can be made from',
  access: 'read',
  conditional: true,
  query: z.object({
    locale: localeSchema
      .optional()
      .describe('Language of the templates; by default that of Accept-Language, else that of the token’s person.'),
  }),
  answer: {
    status: 200,
    description: 'The templates.',
    schema: z.object({ items: z.array(templateSchema) }).meta({ id: 'Templates' }),
  },
  problems: [],
  example: { query: { locale: 'de' } },
  handle: async ({ query, locale }) => ({ body: { items: listTemplates(query.locale ?? locale).map(toBody) } }),
});
