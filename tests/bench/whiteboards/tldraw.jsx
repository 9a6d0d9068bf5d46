import 'tldraw/tldraw.css';
import { getAssetUrls } from '@tldraw/assets/selfHosted';
import { createRoot } from 'react-dom/client';
import { createTLStore, defaultBindingUtils, defaultShapeUtils, Tldraw, toRichText } from 'tldraw';

// tldraw as its makers use it, with records from this server. Remote edits go in as from their own sync client: by
// mergeRemoteChanges, all that came since the last frame at once.

const records = await (await fetch('scene.json')).json();
const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils });
store.put(records);
const camera = { x: 16 / 0.75, y: 16 / 0.75, z: 0.75 };
let editor = null;
let waiting = [];

function applyWaiting() {
  const edits = waiting;
  waiting = [];
  store.mergeRemoteChanges(() => {
    for (const { id, text } of edits) {
      const before = store.get(`shape:${id}`);
      store.put([{ ...before, props: { ...before.props, richText: toRichText(text) } }]);
    }
  });
}

globalThis.whiteboard = {
  view() {
    const { x, y, z } = editor.getCamera();
    return { x: x * z, y: y * z, zoom: z };
  },
  apply(edit) {
    if (waiting.length === 0) requestAnimationFrame(applyWaiting);
    waiting.push(edit);
  },
};

createRoot(document.getElementById('root')).render(
  <Tldraw
    store={store}
    assetUrls={getAssetUrls({ baseUrl: '/assets/tldraw' })}
    options={{ maxShapesPerPage: 20_000 }}
    onMount={(given) => {
      editor = given;
      editor.setCamera(camera);
    }}
  />,
);
