import { addCard, addCardAbove } from './addCard';
import { addLaneAbove, addLaneBelow } from './addLane';
import { addStageAfter, addStageBefore } from './addStage';
import { addStepAfter, addStepBefore } from './addStep';
import { addTouchpoint } from './addTouchpoint';
import { clearSelection } from './clearSelection';
import type { Command } from './command';
import { comment, nextComment, previousComment } from './comments';
import { deleteSelection } from './deleteSelection';
import { duplicate } from './duplicate';
import { edit } from './edit';
import {
  leaveEmotion,
  lowerEmotion,
  lowerEmotionFine,
  lowerPoint,
  lowerPointFine,
  raiseEmotion,
  raiseEmotionFine,
  raisePoint,
  raisePointFine,
} from './emotion';
import { foldLane } from './foldLane';
import { redo, undo } from './history';
import { moveDown, moveLeft, moveRight, moveUp } from './moveSelection';
import { goDown, goEnd, goHome, goLeft, goMapEnd, goMapStart, goRight, goUp, nextCell, previousCell } from './navigate';
import { selectAll } from './selectAll';
import { selectMap } from './selectMap';
import { toggleMoment } from './toggleMoment';
import { fit, fitPlain, zoomIn, zoomInPlain, zoomOut, zoomOutPlain, zoomReset, zoomResetPlain } from './zoom';

/** All commands. Where two share a key, the earlier one that makes sense wins. */
export const allCommands: readonly Command[] = [
  leaveEmotion,
  raiseEmotion,
  lowerEmotion,
  raiseEmotionFine,
  lowerEmotionFine,
  raisePoint,
  lowerPoint,
  raisePointFine,
  lowerPointFine,
  selectMap,
  edit,
  addCard,
  addCardAbove,
  addStepAfter,
  addStepBefore,
  addStageAfter,
  addStageBefore,
  addLaneBelow,
  addLaneAbove,
  addTouchpoint,
  clearSelection,
  comment,
  nextComment,
  previousComment,
  deleteSelection,
  duplicate,
  foldLane,
  undo,
  redo,
  moveUp,
  moveDown,
  moveLeft,
  moveRight,
  goUp,
  goDown,
  goLeft,
  goRight,
  nextCell,
  previousCell,
  goHome,
  goEnd,
  goMapStart,
  goMapEnd,
  selectAll,
  toggleMoment,
  zoomIn,
  zoomOut,
  zoomReset,
  fit,
  zoomInPlain,
  zoomOutPlain,
  zoomResetPlain,
  fitPlain,
];
