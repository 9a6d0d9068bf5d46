import type { CardKind } from '@/lib/map/card';
import { partSignSize } from '@/lib/map/layout/cardParts';
import { cardSignSize, circle, kindSigns, partSigns } from '@/lib/map/layout/cardSigns';
import { voteRadius } from '@/lib/map/layout/cardVotes';
import { movePath } from '@/lib/map/layout/movePath';
import { scalePath } from '@/lib/map/layout/scalePath';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { CardLayout, PictureLayout, Point } from '@/lib/map/layout/types';
import type { SceneContext } from './context';

const lineSign = { strokeWidth: 1.25 };
const small = partSignSize / cardSignSize;
const smallSigns = { file: scalePath(partSigns.file, small), link: scalePath(partSigns.link, small) };

/** The sign of a card's kind; nothing for a plain note. */
export function drawKindSign(context: SceneContext, { kind, signAt }: CardLayout): void {
  if (!signAt) return;
  context.pen.group({ kind: 'figure', label: context.labels.cardKind[kind] }, () => drawSign(context, kind, signAt));
}

/** A kind's sign with its top left corner at a place. */
export function drawSign({ pen, colour }: SceneContext, kind: CardKind, at: Point): void {
  const sign = kindSigns[kind];
  if (sign !== null) pen.path(movePath(sign, at.x, at.y), { stroke: colour('inkSoft'), strokeWidth: 1.5 });
}

/** A card's pictures, or boxes where their bytes are not at hand. */
export function drawCardPictures(context: SceneContext, { pictures }: CardLayout): void {
  for (const picture of pictures) {
    const bytes = context.pictures.get(picture.fileId);
    if (bytes) context.pen.image(picture.box, { ...bytes, alt: picture.alt });
    else drawMissing(context, picture);
  }
}

function drawMissing({ pen, colour }: SceneContext, { box, alt }: PictureLayout): void {
  pen.group({ kind: 'figure', label: alt }, () => {
    pen.box(box, { fill: colour('band'), radius: 4 });
    if (box.width < 2 * cardSignSize || box.height < 2 * cardSignSize) return;
    const at = { x: box.x + (box.width - cardSignSize) / 2, y: box.y + (box.height - cardSignSize) / 2 };
    pen.path(movePath(partSigns.picture, at.x, at.y), { stroke: colour('inkMuted'), strokeWidth: 1.25 });
  });
}

/** What a vote gave the card. */
export function drawVotes({ pen, colour, labels }: SceneContext, { votes }: CardLayout): void {
  if (!votes) return;
  pen.group({ kind: 'figure', label: labels.votes(votes.count) }, () => {
    for (const { x, y } of votes.dots) pen.path(circle(x, y, voteRadius), { fill: colour('vote') });
    pen.text(votes.text, colour('ink'));
  });
}

/** Tags, files and links. */
export function drawBelowText({ pen, colour }: SceneContext, { tags, files, links }: CardLayout): void {
  for (const { box, text } of tags) {
    pen.box(box, { fill: colour('ink'), opacity: 0.07, radius: Math.min(10, box.height / 2) });
    pen.text(text, colour('inkSoft'));
  }
  for (const { signAt, text } of files) {
    pen.path(movePath(smallSigns.file, signAt.x, signAt.y), { stroke: colour('inkSoft'), ...lineSign });
    pen.text(text, colour('inkSoft'));
  }
  for (const { signAt, text, box, address } of links) {
    pen.path(movePath(smallSigns.link, signAt.x, signAt.y), { stroke: colour('evidence'), ...lineSign });
    pen.text(text, colour('evidence'));
    if (address !== null) pen.link(box, address, wordsOf(text));
  }
}
