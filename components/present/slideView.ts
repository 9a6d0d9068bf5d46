import { boxAround } from '@/components/editor/canvas/geometry/box';
import type { MapIndex } from '@/components/editor/canvas/geometry/mapIndex';
import { minZoom, type Size, type Viewport } from '@/components/editor/canvas/geometry/viewport';
import type { Frame } from '@/components/picture/camera';
import type { Box } from '@/lib/map/layout/types';
import type { Slide } from '@/lib/map/slides';

/** How a slide shows the map: which part of it, in which part of the screen, and whether the names of rows stand beside it. */
export type SlideView = {
  box: Box;
  frame: Frame;
  viewport: Viewport;
  /** How much further down the part reaches than the screen, in pixels of the screen; 0 when all of it is in view. */
  below: number;
  rows: boolean;
  /** Whether the rest of the map is hidden meanwhile: its title block, too, when the slide's own title stands there. */
  alone: boolean;
};

/** Below this width words stand above the map instead of beside it. */
export const narrowest = 768;
/** Text of the map is not shown smaller than this, save for the whole of it. */
const legible = 0.8;
const large = 1.25;
const largest = 1.7;
const bar = 64;
/** Above a step's frame, for the sign on it. */
const signRoom = 16;

/** The whole journey. The slide says what the map's own title block says, larger. */
function wholeOf({ layout }: MapIndex): Box {
  const { y } = layout.transitionsBox;
  return { x: 0, y, width: layout.width, height: layout.height - y };
}

function partOf(index: MapIndex, slide: Slide): Box {
  const { layout } = index;
  const columns =
    slide.kind === 'stage'
      ? (index.map.stages.find(({ id }) => id === slide.stageId)?.steps ?? []).map(({ id }) => index.stepById.get(id)?.column)
      : 'stepId' in slide
        ? [index.stepById.get(slide.stepId)?.column]
        : [];
  const around = boxAround(columns.filter((column) => column !== undefined));
  const stage = slide.kind === 'stage' ? index.stageById.get(slide.stageId)?.box : undefined;
  if (!around) return stage ? { ...stage, height: layout.curve.box.y + layout.curve.box.height - stage.y } : wholeOf(index);
  if (slide.kind !== 'moment') return around;
  const top = (layout.steps[0]?.box.y ?? around.y) - signRoom;
  return { ...around, y: top, height: layout.curve.box.y + layout.curve.box.height - top };
}

function frameOf(slide: Slide, { width, height }: Size): Frame {
  const narrow = width < narrowest;
  const side = narrow ? 12 : 48;
  switch (slide.kind) {
    case 'title':
      return narrow
        ? { left: side, right: side, top: height * 0.54, bottom: bar + 16 }
        : { left: width * 0.44, right: side, top: 48, bottom: bar + 48 };
    case 'end':
      return { left: side, right: side, top: narrow ? 124 : 148, bottom: bar + 16 };
    case 'moment':
      return narrow
        ? { left: 60, right: 60, top: height * 0.6, bottom: bar + 8 }
        : { left: width * 0.58, right: side, top: 56, bottom: bar + 24 };
    default:
      return { left: narrow ? 92 : 200, right: side, top: narrow ? 112 : 136, bottom: bar + 12 };
  }
}

/** What a slide shows of the map on a screen of this size. */
export function viewOf(index: MapIndex, slide: Slide, screen: Size): SlideView {
  const box = partOf(index, slide);
  const frame = frameOf(slide, screen);
  const [width, height] = [
    Math.max(1, screen.width - frame.left - frame.right),
    Math.max(1, screen.height - frame.top - frame.bottom),
  ];
  const isPart = slide.kind === 'stage' || slide.kind === 'step';
  const fitting = Math.min(largest, width / Math.max(1, box.width), height / Math.max(1, box.height));
  const byWidth = Math.min(largest, width / Math.max(1, box.width));
  // What is taller than the screen is shown as large as can be read, from its top; what is wider has to become small.
  // A stage of few steps takes half of the width before it is made smaller than large text.
  const least = slide.kind === 'step' ? 1 : Math.max(legible, Math.min(large, width / 2 / Math.max(1, box.width)));
  const zoom = Math.max(minZoom, isPart ? Math.max(fitting, Math.min(byWidth, least)) : fitting);
  const below = Math.max(0, box.height * zoom - height);
  const viewport = {
    // A part begins where its title does, and the way goes on beside it.
    x: frame.left + (isPart ? 0 : (width - box.width * zoom) / 2) - box.x * zoom,
    y: frame.top + (below > 0 || isPart ? 0 : (height - box.height * zoom) / 2) - box.y * zoom,
    zoom,
  };
  return { box, frame, viewport, below, rows: isPart, alone: slide.kind !== 'title' };
}
