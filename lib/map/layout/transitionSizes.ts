/** Distances of transitions in pixels. `clear`: between a label and any line that is not its own. */
export const sizes = {
  radius: 16,
  clear: 8,
  labelGap: 4,
  levelGap: 12,
  exitReach: 28,
  tip: 6,
  minLevel: 28,
  minLabel: 40,
  maxLabel: 320,
  maxExit: 220,
};
