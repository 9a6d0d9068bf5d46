import '@excalidraw/excalidraw/index.css';
import { CaptureUpdateAction, Excalidraw, reconcileElements } from '@excalidraw/excalidraw';
import { createRoot } from 'react-dom/client';

// Excalidraw as its makers use it, with a scene from this server. Remote edits go in as in their own collaboration
// (reconcileElements, then updateScene for each message), only without its servers.

const elements = await (await fetch('scene.json')).json();
let api = null;

globalThis.whiteboard = {
  view() {
    const { scrollX, scrollY, zoom } = api.getAppState();
    return { x: scrollX * zoom.value, y: scrollY * zoom.value, zoom: zoom.value };
  },
  apply({ id, text }) {
    const local = api.getSceneElementsIncludingDeleted();
    const before = local.find((element) => element.id === `${id}-text`);
    const version = before.version + 1;
    const after = { ...before, text, originalText: text, version, versionNonce: version, updated: Date.now() };
    api.updateScene({
      elements: reconcileElements(local, [after], api.getAppState()),
      captureUpdate: CaptureUpdateAction.NEVER,
    });
  },
};

createRoot(document.getElementById('root')).render(
  <Excalidraw
    excalidrawAPI={(given) => {
      api = given;
    }}
    initialData={{ elements, appState: { scrollX: 16, scrollY: 16, zoom: { value: 0.75 } }, scrollToContent: false }}
  />,
);
