import type { Cookie } from '@playwright/test';
import type { Scene } from './notes';
import type { Edit, ZoomKind } from './page/driver';

/** People elsewhere who write into notes. */
export type Crowd = {
  /** Somebody of them writes this text into a note. */
  edit(person: number, edit: Edit): void;
  leave(): void;
};

/** A scene on a page of one of the candidates. */
export type OpenScene = {
  url: string;
  cookies: Cookie[];
  /** Brings so many people into the scene. `connectPage` makes the page under measurement listen to an address, where it does not by itself. */
  gather(people: number, connectPage: (address: string) => Promise<void>): Promise<Crowd>;
};

/** One of those that are measured side by side. */
export type Board = { name: string; zoomKind: ZoomKind; open(scene: Scene): Promise<OpenScene>; close(): Promise<void> };
