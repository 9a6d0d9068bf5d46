import { z } from 'zod';
import { attachmentSchema } from '@/lib/map/attachment';
import { cardSchema } from '@/lib/map/card';
import { cardLinkSchema } from '@/lib/map/cardLink';
import { cardTagSchema } from '@/lib/map/cardTag';
import { departmentSchema, stepDepartmentSchema } from '@/lib/map/department';
import { emotionSchema } from '@/lib/map/emotion';
import { evidenceLinkSchema } from '@/lib/map/evidenceLink';
import { journeyMapSchema } from '@/lib/map/journeyMap';
import { laneSchema } from '@/lib/map/lane';
import { metaSchema } from '@/lib/map/meta';
import { momentSchema } from '@/lib/map/moment';
import { personaSchema } from '@/lib/map/persona';
import { reasonSchema } from '@/lib/map/reason';
import { stageSchema } from '@/lib/map/stage';
import { stepSchema } from '@/lib/map/step';
import { touchpointSchema } from '@/lib/map/touchpoint';
import { transitionSchema } from '@/lib/map/transition';
import { mapFileSchema, mapFileSchemaId } from './mapFile';

/** What each kind of record is, for whoever writes such a file. The schemas themselves are those that validate everywhere else. */
const records = [
  [journeyMapSchema, 'journeyMap', 'One customer type’s way through one scenario, as flat records that know each other by id.'],
  [metaSchema, 'meta', 'The title block, and notes about the map as a whole. `asOf` is a day, YYYY-MM-DD, or empty.'],
  [stageSchema, 'stage', 'A group of consecutive steps. `order` is compared by code unit; equal ones by id.'],
  [stepSchema, 'step', 'One thing that the customer does. `duration` and `waiting` are minutes.'],
  [touchpointSchema, 'touchpoint', 'Where customer and company meet at a step. `channel` is a known one or any text.'],
  [departmentSchema, 'department', 'A department of the company.'],
  [stepDepartmentSchema, 'stepDepartment', 'That a department has a part in a step.'],
  [personaSchema, 'persona', 'Whose journey it is. The first by order is the main one.'],
  [emotionSchema, 'emotion', 'How a persona feels at a step, −2 (very bad) to +2 (very good).'],
  [momentSchema, 'moment', 'An all-or-nothing moment: the customer decides at this step to stay or to leave.'],
  [laneSchema, 'lane', 'A row of the map. Without a title it shows its kind’s name in the reader’s language.'],
  [cardSchema, 'card', 'One thought in one cell, which is a step and a lane.'],
  [
    attachmentSchema,
    'attachment',
    'A picture or file on a card. `fileId` names the file with the server; its bytes are not in this file. Pictures have a width and a height.',
  ],
  [cardTagSchema, 'cardTag', 'That a card has a tag.'],
  [cardLinkSchema, 'cardLink', 'A link on a card: http, https or mailto.'],
  [
    transitionSchema,
    'transition',
    'A way from step to step; `to` is null for an exit. `share` is the part of customers who take it, 0–1.',
  ],
  [evidenceLinkSchema, 'evidenceLink', 'Evidence: a reference to a source, never copied text.'],
  [
    reasonSchema,
    'reason',
    'Why something differs from the state that the map was derived from. `about` names it by collection and key, on the map or not; `answers` are cards and evidence of either; `aim` is the effect that is hoped for.',
  ],
] as const;

/** The JSON Schema (draft 2020-12) of a map's file, made of the schemas that read it. */
export function mapFileJsonSchema(): Record<string, unknown> {
  const metadata = z.registry<{ id?: string; title?: string; description?: string }>();
  metadata.add(mapFileSchema, {
    title: 'Wegmarke journey map',
    description: 'A file with one customer journey map. Unknown fields are left out when it is read, and reported.',
  });
  for (const [schema, id, description] of records) metadata.add(schema, { id, description });
  // As the file is written, so before defaults are filled in and long texts are cut.
  const { $schema, ...schema } = z.toJSONSchema(mapFileSchema, { io: 'input', target: 'draft-2020-12', metadata });
  return { $schema, $id: mapFileSchemaId, ...schema };
}
