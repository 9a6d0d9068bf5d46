import { altOf } from '../attachment';
import { hostOf, linkWords, toLinkAddress } from '../cardLink';
import type { CardParts } from '../cardParts';
import { heightOf, placeText } from './textBlock';
import type { Box, CardLayout, Measure, PictureLayout, TagLayout } from './types';
import { wrapOf } from './wrap';

/** A picture comes closer to the card's edge than its text. */
const pictureInset = 8;
/** The highest picture, as a part of its width: a long screenshot must not push everything else away. */
const highest = 1.25;
/** Between the parts of a card: two lines that one can press are 24 px apart, so that a finger hits the one that is meant. */
const gap = 8;
const tagGap = 4;
const tagPadding = { x: 7, y: 2 };
const style = 'stepMeta';
/** Beside a file or link. */
export const partSignSize = 14;
const signGap = 6;

type Room = { x: number; y: number; width: number };

/** Pictures one below the other, from `y` on. They keep their proportions, and are never drawn larger than they are. */
export function layoutPictures(
  pictures: CardParts['pictures'],
  card: Omit<Box, 'height'>,
): { pictures: readonly PictureLayout[]; bottom: number } {
  const width = card.width - 2 * pictureInset;
  let y = card.y + pictureInset;
  const laid = pictures.map((picture): PictureLayout => {
    const scale = Math.min(1, width / picture.width, (highest * width) / picture.height);
    const size = {
      width: Math.max(1, Math.round(picture.width * scale)),
      height: Math.max(1, Math.round(picture.height * scale)),
    };
    const box = { x: card.x + Math.round((card.width - size.width) / 2), y, ...size };
    y += box.height + gap;
    return { id: picture.id, fileId: picture.fileId, box, alt: altOf(picture) };
  });
  return { pictures: laid, bottom: laid.length === 0 ? card.y : y - gap };
}

/** Tags side by side in rows. */
function layoutTags(tags: CardParts['tags'], room: Room, measure: Measure): { tags: TagLayout[]; bottom: number } {
  const wrap = wrapOf(measure);
  const right = room.x + room.width;
  let [x, y, row] = [room.x, room.y, 0];
  const laid = tags.map((tag): TagLayout => {
    const lines = wrap(tag, style, room.width - 2 * tagPadding.x);
    const width = Math.ceil(Math.max(0, ...lines.map((line) => line.width))) + 2 * tagPadding.x;
    if (x > room.x && x + width > right) {
      x = room.x;
      y += row + tagGap;
      row = 0;
    }
    const box = { x, y, width, height: heightOf(lines.length, style) + 2 * tagPadding.y };
    x += width + tagGap;
    row = Math.max(row, box.height);
    return { tag, box, text: placeText(lines, style, { x: box.x + tagPadding.x, y: box.y + tagPadding.y }) };
  });
  return { tags: laid, bottom: y + row };
}

/** One line of a file or link, or more when its words need them: the sign's place, then the words. */
function layoutLine(words: string, room: Room, measure: Measure): Pick<CardLayout['files'][number], 'box' | 'signAt' | 'text'> {
  const shift = partSignSize + signGap;
  const lines = wrapOf(measure)(words, style, room.width - shift);
  const height = heightOf(Math.max(1, lines.length), style);
  const width = shift + Math.ceil(Math.max(0, ...lines.map((line) => line.width)));
  return {
    box: { x: room.x, y: room.y, width: Math.min(room.width, width), height },
    signAt: { x: room.x, y: room.y + 1 },
    text: placeText(lines, style, { x: room.x + shift, y: room.y }),
  };
}

/** Below a card's text: tags, then files, then links. `bottom` is where the last of them ends, or `room.y` when there are none. */
export function layoutBelowText(
  parts: CardParts,
  room: Room,
  measure: Measure,
): Pick<CardLayout, 'tags' | 'files' | 'links'> & { bottom: number } {
  let y = room.y;
  const tags = layoutTags(parts.tags, room, measure);
  if (parts.tags.length > 0) y = tags.bottom + gap;
  const files = parts.files.map((file) => {
    const line = layoutLine(file.name, { ...room, y }, measure);
    y = line.box.y + line.box.height + gap;
    return { id: file.id, fileId: file.fileId, name: file.name, ...line };
  });
  const links = parts.links.map((link) => {
    // Where it leads is said even when a label says something else.
    const words = link.label.trim() === '' ? linkWords(link) : `${linkWords(link)} · ${hostOf(link.address)}`;
    const line = layoutLine(words, { ...room, y }, measure);
    y = line.box.y + line.box.height + gap;
    return { id: link.id, address: toLinkAddress(link.address), ...line };
  });
  const lines = files.length + links.length;
  const last = lines > 0 ? y - gap : tags.bottom;
  return { tags: tags.tags, files, links, bottom: lines > 0 || tags.tags.length > 0 ? last : room.y };
}

/** Distance between a card's parts. */
export const partGap = gap;
/** Distance between a card's edge and its pictures. */
export const pictureEdge = pictureInset;
