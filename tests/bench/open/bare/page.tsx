import '@xyflow/react/dist/base.css';
import { type Node, type NodeProps, ReactFlow } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import type { BareBox } from '../bareBox';

// The least that React Flow needs to show boxes with texts: what our canvas is compared with.

type BoxNode = Node<{ text: string }, 'box'>;

function BoxView({ data }: NodeProps<BoxNode>) {
  return <div className="box">{data.text}</div>;
}

const nodeTypes = { box: BoxView };
const onlyVisible = new URLSearchParams(location.search).has('visible');

async function show(): Promise<void> {
  const boxes = (await (await fetch('/boxes.json')).json()) as BareBox[];
  const nodes: BoxNode[] = boxes.map(({ id, x, y, width, height, text }) => ({
    id,
    type: 'box',
    position: { x, y },
    width,
    height,
    data: { text },
  }));
  const root = document.getElementById('root');
  if (!root) throw new Error('no root');
  createRoot(root).render(
    <ReactFlow
      defaultNodes={nodes}
      defaultEdges={[]}
      nodeTypes={nodeTypes}
      defaultViewport={{ x: 16, y: 16, zoom: 0.75 }}
      minZoom={0.04}
      onlyRenderVisibleElements={onlyVisible}
    />,
  );
}

void show();
