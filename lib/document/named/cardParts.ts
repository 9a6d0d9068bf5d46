import { z } from 'zod';
import { attachmentSchema, maxAltLength, maxFileNameLength, maxPartsPerCard } from '@/lib/map/attachment';
import { linkAddressSchema } from '@/lib/map/cardLink';
import { idSchema } from '@/lib/map/id';
import { addAttachments, removeAttachments, setAttachmentAlt } from '../operations/attachments';
import { addCardLink, removeCardLink, updateCardLink } from '../operations/cardLinks';
import { addCardTags, removeCardTags, setCardTags } from '../operations/cardTags';
import { named, namedMaker, referenceSchema, referencesSchema } from './namedOperation';

const id = referenceSchema;
const ids = referencesSchema;
const cardId = referenceSchema;
// With a letter or digit in it, so that something is left when blanks and `#` are taken away.
const tag = z
  .string()
  .max(100)
  .regex(/[0-9A-Za-z\u00c0-\uffff]/)
  .describe('Free words, cut to 40 characters. Upper and lower case make no difference.');
const label = z.string().max(200);
const { width, height } = attachmentSchema.shape;

/** What cards carry beside their text: tags, links, pictures and files. */
export const cardPartOperations = [
  named('addCardTag', 'Gives cards a tag beside those that they have.', { ids, tag }, (doc, { tag: words, ...input }, origin) =>
    addCardTags(doc, { ...input, tags: [words] }, origin),
  ),
  named('removeCardTag', 'Takes a tag from cards.', { ids, tag }, (doc, { tag: words, ...input }, origin) =>
    removeCardTags(doc, { ...input, tags: [words] }, origin),
  ),
  named('setCardTags', 'Gives cards exactly these tags.', { ids, tags: z.array(tag).max(maxPartsPerCard) }, setCardTags),

  namedMaker(
    'addCardLink',
    `Puts a link on a card: http, https or mailto. A card holds ${maxPartsPerCard} at most.`,
    { cardId, address: linkAddressSchema, label: label.optional() },
    addCardLink,
  ),
  named(
    'updateCardLink',
    'Changes what is given of a link.',
    { id, address: linkAddressSchema.optional(), label: label.optional() },
    updateCardLink,
  ),
  named('removeCardLink', 'Takes a link from its card.', { id }, removeCardLink),

  namedMaker(
    'addAttachment',
    `Puts a file of the map on a card, as \`POST /api/v1/maps/{mapId}/files\` answered it. A card holds ${maxPartsPerCard} at most.`,
    {
      cardId,
      fileId: idSchema,
      name: z.string().max(maxFileNameLength),
      mediaType: z.string().max(100),
      size: z.number().int().min(0),
      width: width.describe('Of a picture, in pixels.'),
      height: height.describe('Of a picture, in pixels.'),
      alt: z.string().max(maxAltLength).optional().describe('What a picture shows, for those who cannot see it.'),
    },
    (doc, { cardId: card, ...file }, origin) => addAttachments(doc, { cardId: card, files: [file] }, origin)?.[0] ?? null,
  ),
  named(
    'setAttachmentAlt',
    'Says what a picture shows; an empty text lets the file’s name stand for it.',
    { id, alt: z.string().max(maxAltLength) },
    setAttachmentAlt,
  ),
  named('removeAttachment', 'Takes a picture or file from its card.', { id }, (doc, input, origin) =>
    removeAttachments(doc, { ids: [input.id] }, origin),
  ),
];
