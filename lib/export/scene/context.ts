import type { Emphasis } from '@/lib/map/emphasis';
import type { CardColour, Scheme } from '@/lib/map/layout/palette';
import type { LayoutLabels, MapLayout } from '@/lib/map/layout/types';
import type { Pen, PictureBytes } from '../pen';

/** What every part of the scene draws with. */
export type SceneContext = {
  layout: MapLayout;
  labels: LayoutLabels;
  pen: Pen;
  colour: (name: string) => string;
  /** The hairline around a card of a colour. */
  border: (name: CardColour) => string;
  scheme: Scheme;
  /** What lies behind everything: the colour of paper, or white where real paper is meant. */
  ground: string;
  /** What is looked at: all else is faded. Null when nothing is. */
  emphasis: Emphasis | null;
  /** Bytes of pictures by their files' ids. A box stands for what is not among them. */
  pictures: ReadonlyMap<string, PictureBytes>;
};
