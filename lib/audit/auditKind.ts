/** What the page of the audit log can be narrowed down to. */
export const auditKinds = ['map', 'joinLink', 'member', 'workspace'] as const;
export type AuditKind = (typeof auditKinds)[number];
