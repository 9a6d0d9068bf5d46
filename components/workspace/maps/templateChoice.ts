/** A template as the new-map dialog offers it. */
export type TemplateChoice = { id: string; title: string; description: string };
