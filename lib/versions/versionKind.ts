/**
 * Why a version was kept.
 *
 * - `manual`: somebody wanted it.
 * - `beforeRestore`: the map as it was before another version was brought back.
 * - `workshop`: a workshop on the map ended.
 * - `automatic`: the map was quiet after a change.
 */
export const versionKinds = ['manual', 'beforeRestore', 'workshop', 'automatic'] as const;
export type VersionKind = (typeof versionKinds)[number];

export const isVersionKind = (text: string): text is VersionKind => versionKinds.some((kind) => kind === text);
