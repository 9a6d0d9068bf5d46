import type { Board } from './board';
import type { Note } from './notes';
import { excalidrawScene, tldrawScene } from './whiteboardScenes';
import { serveWhiteboard } from './whiteboardServer';

async function start(
  name: string,
  zoomKind: 'excalidraw' | 'tldraw',
  toScene: (notes: readonly Note[]) => object[],
): Promise<Board> {
  const scenes = new Map<string, object>();
  const served = await serveWhiteboard(zoomKind, scenes);
  return {
    name,
    zoomKind,
    async open({ notes }) {
      const folder = `/${notes.length}`;
      scenes.set(`${folder}/scene.json`, toScene(notes));
      return {
        url: `${served.url}${folder}/`,
        cookies: [],
        async gather(_people, connectPage) {
          await connectPage(served.remote);
          return { edit: (_person, edit) => served.tell(JSON.stringify(edit)), leave: () => undefined };
        },
      };
    },
    close: async () => served.close(),
  };
}

/** Whiteboards with the same notes, as bare pages without a server of theirs. */
export const startWhiteboards = (): Promise<Board[]> =>
  Promise.all([start('Excalidraw', 'excalidraw', excalidrawScene), start('tldraw', 'tldraw', tldrawScene)]);
