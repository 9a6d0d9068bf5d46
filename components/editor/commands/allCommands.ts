import { addCard, addCardAbove } from './addCard';
import { addFile } from './addFile';
import { addLaneAbove, addLaneBelow } from './addLane';
import { addStageAfter, addStageBefore } from './addStage';
import { addStepAfter, addStepBefore } from './addStep';
import { addTouchpoint } from './addTouchpoint';
import { clearSelection } from './clearSelection';
import type { Command } from './command';
import { comment, nextComment, previousComment } from './comments';
import { connectStep } from './connectStep';
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
import { toggleEvidenceView } from './evidenceView';
import { extendDown, extendLeft, extendRight, extendUp } from './extendSelection';
import { foldLane } from './foldLane';
import { hideLane } from './hideLane';
import { redo, undo } from './history';
import { laneFits, laneLower, laneTaller } from './laneHeight';
import { lookHere } from './lookHere';
import { merge, mergeWithNext } from './merge';
import { nextMoment, previousMoment } from './moments';
import { moveDown, moveLeft, moveRight, moveUp } from './moveSelection';
import { goDown, goEnd, goHome, goLeft, goMapEnd, goMapStart, goRight, goUp, nextCell, previousCell } from './navigate';
import { nextCardKind } from './nextCardKind';
import { nextPersona } from './personaView';
import { selectAll } from './selectAll';
import { selectAround } from './selectAround';
import { selectMap } from './selectMap';
import { showPicture } from './showPicture';
import { splitStage, splitStep } from './split';
import { toggleMoment } from './toggleMoment';
import { takeVote, vote } from './votes';
import { endWay, showWays } from './ways';
import { fit, fitPlain, zoomIn, zoomInPlain, zoomOut, zoomOutPlain, zoomReset, zoomResetPlain } from './zoom';

/** All commands. Where two share a key, the earlier one that makes sense wins. */
export const allCommands: readonly Command[] = [
  endWay,
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
  addFile,
  nextCardKind,
  showPicture,
  addStepAfter,
  addStepBefore,
  addStageAfter,
  addStageBefore,
  addLaneBelow,
  addLaneAbove,
  addTouchpoint,
  connectStep,
  clearSelection,
  vote,
  takeVote,
  comment,
  nextComment,
  previousComment,
  deleteSelection,
  duplicate,
  hideLane,
  merge,
  mergeWithNext,
  splitStep,
  splitStage,
  foldLane,
  laneTaller,
  laneLower,
  laneFits,
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
  extendUp,
  extendDown,
  extendLeft,
  extendRight,
  nextCell,
  previousCell,
  goHome,
  goEnd,
  goMapStart,
  goMapEnd,
  selectAll,
  selectAround,
  toggleMoment,
  nextMoment,
  previousMoment,
  lookHere,
  showWays,
  toggleEvidenceView,
  nextPersona,
  zoomIn,
  zoomOut,
  zoomReset,
  fit,
  zoomInPlain,
  zoomOutPlain,
  zoomResetPlain,
  fitPlain,
];
