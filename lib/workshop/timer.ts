import type { WorkshopTimer } from './state';

/** Milliseconds that are left of a timer at a moment of the server's clock. */
export const timeLeft = ({ endsAt, left }: WorkshopTimer, now: number): number =>
  endsAt === null ? left : Math.min(left, Math.max(0, endsAt - now));

export const isPaused = ({ endsAt }: WorkshopTimer): boolean => endsAt === null;

export const isOver = (timer: WorkshopTimer, now: number): boolean => timeLeft(timer, now) === 0;

/** Which end of which timer is meant: one that was paused or given more time ends anew. */
export const endOf = ({ id, endsAt }: WorkshopTimer): string => `${id}:${endsAt}`;
