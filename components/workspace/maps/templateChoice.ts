import type { Outline } from '@/lib/map/templates/outline';

/** A template of the product as the new-map dialog offers it. */
export type TemplateChoice = {
  id: string;
  group: 'journey' | 'form';
  title: string;
  description: string;
  outline: Outline;
};

/** One that somebody saved in the workspace. */
export type OwnTemplate = { id: string; name: string; description: string; outline: Outline };
