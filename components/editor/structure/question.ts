/** What a command has to ask before it can go on. */
export type StructureQuestion = { type: 'splitStep'; stepId: string; from: string | null };
