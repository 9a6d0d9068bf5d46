/** How much of a file is read. What goes beyond is refused or rejected with a sentence, never cut silently. */
export type ReadingLimits = {
  maxRows: number;
  maxColumns: number;
  /** Characters of one row in a text file, quoted line breaks included. */
  maxRowLength: number;
  /** Characters of one answer in words. */
  maxVerbatimLength: number;
  /** Characters of a touchpoint, channel, segment, language or identifier. */
  maxValueLength: number;
  /** Bytes that all read parts of a spreadsheet may have once they are inflated, counted while they are. */
  maxInflatedBytes: number;
};

/** Well above the largest exports met, and far from what a worker thread cannot bear. */
export const usualLimits: ReadingLimits = {
  maxRows: 1_000_000,
  maxColumns: 2_000,
  maxRowLength: 1_000_000,
  maxVerbatimLength: 20_000,
  maxValueLength: 500,
  maxInflatedBytes: 750_000_000,
};
