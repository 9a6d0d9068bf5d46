/** What an import is: one file; or what came in singly over some time and counted at once, `pushed` by a webhook, or `typed` by hand. */
export const importKinds = ['file', 'pushed', 'typed'] as const;
export type ImportKind = (typeof importKinds)[number];
