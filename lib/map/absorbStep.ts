import { type JoinedField, joinTexts, notTakenYet } from './mergeTexts';
import type { Moment } from './moment';
import type { Stage } from './stage';
import type { Step } from './step';

/** A step with its all-or-nothing moment, if it ever had one. */
export type StepWithMoment = { step: Step; moment: Moment | undefined };

/** `complete`: whether every text found room. What did not stays where it was, and can be taken over later. */
export type Absorbed<T> = { kept: T; merged: T; complete: boolean };

const isMarked = (moment: Moment | undefined): moment is Moment => moment !== undefined && moment.deletedAt === undefined;

/**
 * Takes over what a step says that was merged into another: title, notes, and the moment. Called again, it takes only what was written in
 * between; with nothing to take, both are the same objects as before.
 */
export function absorbStep(kept: StepWithMoment, merged: StepWithMoment): Absorbed<StepWithMoment> {
  const taker = new TextTaker(merged.step.mergedTexts);
  const title = taker.take('title', kept.step.title, merged.step.title);
  const notes = taker.take('notes', kept.step.notes, merged.step.notes);
  const moment = absorbMoment(kept, merged, taker);
  const same = title === kept.step.title && notes === kept.step.notes && moment === kept.moment;
  const deletedAt = merged.step.deletedAt ?? 0;
  return {
    kept: same ? kept : { step: { ...kept.step, title, notes }, moment },
    merged:
      taker.changed || isMarked(merged.moment)
        ? {
            step: { ...merged.step, mergedTexts: taker.taken },
            moment: merged.moment && { ...merged.moment, deletedAt: merged.moment.deletedAt ?? deletedAt },
          }
        : merged,
    complete: taker.complete,
  };
}

/** The kept step's moment with what the other one said. Texts of a mark that was taken away are not brought back by this. */
function absorbMoment(kept: StepWithMoment, merged: StepWithMoment, taker: TextTaker): Moment | undefined {
  const other = merged.moment;
  if (!other) return kept.moment;
  const marked = isMarked(other);
  const own = isMarked(kept.moment) ? kept.moment : null;
  const begun = taker.has('stays') || taker.has('leaves');
  if (!marked && !(own && begun)) return kept.moment;
  const base: Moment = own ?? { stepId: kept.step.id, stays: '', leaves: '', gate: 'unknown' };
  const stays = taker.take('stays', base.stays, other.stays);
  const leaves = taker.take('leaves', base.leaves, other.leaves);
  const gate = marked && base.gate === 'unknown' ? other.gate : base.gate;
  const same = own !== null && stays === own.stays && leaves === own.leaves && gate === own.gate;
  return same ? own : { ...base, stays, leaves, gate };
}

/** As `absorbStep`, for a stage: its title. */
export function absorbStage(kept: Stage, merged: Stage): Absorbed<Stage> {
  const taker = new TextTaker(merged.mergedTexts);
  const title = taker.take('title', kept.title, merged.title);
  return {
    kept: title === kept.title ? kept : { ...kept, title },
    merged: taker.changed ? { ...merged, mergedTexts: { title: taker.taken.title ?? '' } } : merged,
    complete: taker.complete,
  };
}

type Taken = { [F in JoinedField]?: string | undefined };

/** Joins texts field by field, and remembers what it took. */
class TextTaker {
  readonly taken: Taken;
  changed = false;
  complete = true;

  constructor(before: Taken | undefined) {
    this.taken = { ...before };
  }

  has(field: JoinedField): boolean {
    return this.taken[field] !== undefined;
  }

  /** The text with what the other one adds to it. */
  take(field: JoinedField, text: string, other: string): string {
    const joined = joinTexts(field, text, notTakenYet(field, other, this.taken[field]));
    if (joined === null) {
      this.complete = false;
      return text;
    }
    if (this.taken[field] !== other) {
      this.taken[field] = other;
      this.changed = true;
    }
    return joined;
  }
}
