/** A Mermaid `journey` as it was written. Lines count from 1 in the whole file. */
export type MermaidJourney = {
  title: string;
  accTitle: string;
  accDescr: string;
  /** Tasks before any section stand in a first section without a title. */
  sections: MermaidSection[];
};

export type MermaidSection = { title: string; line: number; tasks: MermaidTask[] };

/** `score` is the number as written, also outside 1–5; null when there is none. */
export type MermaidTask = { name: string; score: number | null; actors: string[]; line: number };

/** What can be said of a line: keys of the `import` messages, with their values. */
export type MermaidProblemKey =
  | 'mermaid.notAJourney'
  | 'mermaid.noTasks'
  | 'mermaid.scoreClamped'
  | 'mermaid.scoreMissing'
  | 'mermaid.nameMissing'
  | 'mermaid.lineNotUnderstood'
  | 'mermaid.settingsIgnored'
  | 'mermaid.notClosed'
  | 'mermaid.anotherDiagram';

/** Something that was not taken over, or otherwise than it was written. */
export type MermaidProblem = { line: number; key: MermaidProblemKey; values: Record<string, string | number> };
