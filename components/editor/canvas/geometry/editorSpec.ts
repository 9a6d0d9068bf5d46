import type { TextReference } from '@/lib/document/textReference';
import { unplacedStageId } from '@/lib/map/arrange';
import { numberRadius } from '@/lib/map/layout/stepHeaders';
import { channelSignInset, channelSignSize } from '@/lib/map/layout/touchpoints';
import type { Box, TextStyleName, TransitionLayout } from '@/lib/map/layout/types';
import type { MapReference } from '../../reference';
import type { MapIndex } from './mapIndex';

/** Where and how a text is edited: on the very place where it is drawn. */
export type EditorSpec = {
  /** Of the text itself, on the map, without any padding. */
  box: Box;
  style: TextStyleName;
  align: 'left' | 'center';
  /** Shift of the first line to the right, in pixels. */
  indent: number;
  /** The shared text; null for a touchpoint's name, which is a plain value. */
  text: TextReference | null;
};

const inset = (box: Box, left: number, top: number, right = left): Box => ({
  x: box.x + left,
  y: box.y + top,
  width: box.width - left - right,
  height: box.height - 2 * top,
});

const stepTitleLeft = 12 + 2 * numberRadius + 8;

function metaSpec(index: MapIndex, field: 'title' | 'scenario' | 'goal' | 'persona'): EditorSpec | null {
  const { title } = index.layout;
  const box = title.fields[field];
  const right = title.box.x + title.box.width;
  if (field === 'persona') {
    const persona = index.map.personas[0];
    const text = persona ? ({ type: 'persona', id: persona.id, field: 'name' } as const) : null;
    return text && { box: { ...box, width: right - box.x }, style: 'subtitleStrong', align: 'left', indent: 0, text };
  }
  const first = title[field].lines[0];
  const indent = field === 'scenario' && first ? Math.max(0, first.x - box.x) : 0;
  return {
    box: { ...box, width: right - box.x },
    style: field === 'title' ? 'mapTitle' : 'subtitle',
    align: 'left',
    indent,
    text: { type: 'meta', field },
  };
}

const leastTransitionWidth = 220;

/** The place for a transition's words while they are written: wide enough for a few of them, around the place where they are drawn. */
export function transitionTextBox({ labelBox, kind }: Pick<TransitionLayout, 'labelBox' | 'kind'>): Box {
  const width = Math.max(leastTransitionWidth, labelBox.width);
  return { ...labelBox, x: kind === 'exit' ? labelBox.x : labelBox.x - (width - labelBox.width) / 2, width };
}

/** Titles and names are replaced by what is typed first; into a card, and into the map's own title block, one goes on writing. */
export function isReplacedByTyping(reference: MapReference): boolean {
  return ['step', 'stage', 'lane', 'transition', 'touchpoint'].includes(reference.type);
}

/** How something's text is edited in place; null when it has none, or is not drawn. */
export function findEditorSpec(index: MapIndex, reference: MapReference): EditorSpec | null {
  switch (reference.type) {
    case 'card': {
      const card = index.cards.get(reference.id);
      if (!card) return null;
      const pill = card.shape === 'pill';
      return {
        box: card.textBox,
        style: card.text.style,
        align: pill ? 'center' : 'left',
        indent: 0,
        text: { type: 'card', id: reference.id, field: 'text' },
      };
    }
    case 'step': {
      const step = index.stepById.get(reference.id);
      if (!step) return null;
      const text = { type: 'step', id: reference.id, field: 'title' } as const;
      return { box: inset(step.box, stepTitleLeft, 12, 12), style: 'stepTitle', align: 'left', indent: 0, text };
    }
    case 'stage': {
      const stage = index.stageById.get(reference.id);
      if (!stage || stage.id === unplacedStageId) return null;
      const text = { type: 'stage', id: reference.id, field: 'title' } as const;
      return { box: inset(stage.box, 20, 10, 12), style: 'stage', align: 'left', indent: 0, text };
    }
    case 'lane': {
      const lane = index.laneById.get(reference.id);
      if (!lane) return null;
      const text = { type: 'lane', id: reference.id, field: 'title' } as const;
      const top = (lane.title.lines[0]?.y ?? lane.header.y + 36) - 15 - lane.header.y;
      const box = { ...lane.header, y: lane.header.y + top, width: lane.header.width - 24, height: lane.header.height - top };
      return { box, style: 'laneTitle', align: 'left', indent: 0, text };
    }
    case 'transition': {
      const transition = index.transitions.get(reference.id);
      if (!transition) return null;
      const text = { type: 'transition', id: reference.id, field: 'label' } as const;
      const align = transition.kind === 'exit' ? 'left' : 'center';
      return { box: transitionTextBox(transition), style: 'transition', align, indent: 0, text };
    }
    case 'touchpoint': {
      const touchpoint = index.touchpoints.get(reference.id);
      const left = channelSignInset + channelSignSize + 8;
      return touchpoint ? { box: inset(touchpoint.box, left, 8, 12), style: 'card', align: 'left', indent: 0, text: null } : null;
    }
    case 'meta':
      return metaSpec(index, reference.field);
    default:
      return null;
  }
}

/** Whether something's text can be edited in place. A map without a persona gets one when its name is first written. */
export function isEditable(index: MapIndex, reference: MapReference): boolean {
  return (reference.type === 'meta' && reference.field === 'persona') || findEditorSpec(index, reference) !== null;
}
