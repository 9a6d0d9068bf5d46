'use client';

import { useStore as useFlowStore } from '@xyflow/react';
import { useTranslations } from 'use-intl';
import { numberRadius } from '@/lib/map/layout/stepHeaders';
import { useReadable } from '../../session/useReadable';
import { useCanvas, useMapIndex } from '../CanvasContext';
import type { MapIndex } from '../geometry/mapIndex';
import { discInk, EvidenceDisc, MomentSign } from '../nodes/signs';
import { TextLines, textCss } from '../nodes/TextLines';

/** Titles are of no use below this zoom: nobody could read them. */
const smallestZoom = 0.35;
/** Nor where they would take more of the screen than this. */
const largestPart = 0.3;
const stageHeight = 28;
const stepHeight = 52;

/** How far a title moves along its own row or column, so that it is in sight while any part of that is. */
const follow = (start: number, length: number, edge: number, size: number): number =>
  Math.max(0, Math.min(length - size, edge - start));

function RowTitles({ index, edge }: { index: MapIndex /** The map's y at the upper edge of what is in sight. */; edge: number }) {
  const { curve } = index.layout;
  const last = index.lanes.at(-1)?.box ?? curve.box;
  const ground = { top: curve.box.y, width: curve.plot.x - curve.box.x + 12, height: last.y + last.height - curve.box.y };
  return (
    <>
      <div className="map-sticky-ground" style={ground}>
        {/* The axis stands where it stands on the map, less the margin that is gone. */}
        <div style={{ position: 'absolute', left: 12, top: 0 }}>
          <TextLines text={curve.title} origin={curve.box} />
          {curve.grid.map(({ value, label }) => (
            <TextLines key={value} text={label} origin={curve.box} colour="var(--ink-muted)" />
          ))}
        </div>
      </div>
      {index.lanes.map((lane) => (
        <div
          key={lane.id}
          data-reference={`lane:${lane.id}`}
          className="map-sticky-lane"
          style={{ top: lane.box.y, width: lane.header.width, height: lane.box.height }}
        >
          <div
            style={{
              position: 'absolute',
              left: 12,
              top: follow(lane.box.y, lane.box.height, edge, 24 + 20 * lane.title.lines.length),
            }}
          >
            <TextLines text={lane.title} origin={lane.header} />
          </div>
        </div>
      ))}
    </>
  );
}

function ColumnTitles({
  index,
  edge,
}: {
  index: MapIndex /** The map's x at the left edge of what is in sight. */;
  edge: number;
}) {
  const t = useTranslations('editor.canvas');
  const { layout } = index;
  const onWay = useReadable(useCanvas().onWay);
  return (
    <>
      {layout.stages.map((stage) => (
        <div
          key={stage.id}
          data-reference={`stage:${stage.id}`}
          className="map-sticky-stage"
          style={{
            left: stage.box.x,
            width: stage.box.width,
            height: stageHeight,
            ...textCss.stage,
            lineHeight: `${stageHeight}px`,
          }}
        >
          <span className="map-sticky-stage-title" style={{ marginLeft: follow(stage.box.x, stage.box.width, edge, 160) }}>
            {stage.title.lines.map((line) => line.text).join(' ') || t('untitled')}
          </span>
        </div>
      ))}
      {index.steps.map((step) => (
        <div
          key={step.id}
          data-reference={`step:${step.id}`}
          data-faded={onWay !== null && !onWay.steps.has(step.id)}
          className="map-sticky-step"
          style={{ left: step.box.x, top: stageHeight + 4, width: step.box.width, height: stepHeight }}
        >
          <svg aria-hidden="true" width={40} height={stepHeight} className="map-drawing">
            <EvidenceDisc level={step.evidenceLevel} x={24} y={stepHeight / 2} radius={numberRadius} />
          </svg>
          <span
            className="map-sticky-number"
            style={{ ...textCss.stepNumber, lineHeight: `${stepHeight}px`, color: discInk(step.evidenceLevel) }}
          >
            {step.number}
          </span>
          <span className="map-sticky-step-title" style={textCss.stepTitle}>
            {step.title.lines.map((line) => line.text).join(' ')}
          </span>
          {step.moment ? (
            <svg aria-hidden="true" width={20} height={20} className="map-drawing" style={{ left: step.box.width - 24, top: -6 }}>
              <MomentSign gate={step.moment.gate} x={10} y={10} radius={8} />
            </svg>
          ) : null}
        </div>
      ))}
    </>
  );
}

/**
 * Titles that stay in sight: lanes at the left edge once their own have left it, stages and steps at the top. Copies for the eye only:
 * whoever reads by keyboard or screen reader hears lane and step with every card.
 */
export function StickyTitles() {
  const index = useMapIndex();
  const { layout } = index;
  const lanesLeft = index.lanes[0]?.header.x ?? layout.curve.box.x;
  const headersBottom = (index.steps[0]?.box.y ?? 0) + (index.steps[0]?.box.height ?? 0);
  const left = (index.lanes[0]?.header.width ?? 0) + 12;
  const top = stageHeight + stepHeight + 12;
  const showLanes = useFlowStore(
    ({ transform: [x, , zoom], width }) =>
      zoom >= smallestZoom && left * zoom < width * largestPart && x + lanesLeft * zoom < -8 && index.lanes.length > 0,
  );
  const showColumns = useFlowStore(
    ({ transform: [, y, zoom], height }) =>
      zoom >= smallestZoom &&
      top * zoom < height * largestPart &&
      y + headersBottom * zoom < (stageHeight + stepHeight) * zoom &&
      headersBottom > 0,
  );
  const x = useFlowStore(({ transform }) => (showColumns ? transform[0] : 0));
  const y = useFlowStore(({ transform }) => (showLanes ? transform[1] : 0));
  const zoom = useFlowStore(({ transform }) => (showLanes || showColumns ? transform[2] : 1));
  return (
    <div aria-hidden="true">
      {showLanes ? (
        <div className="map-sticky map-sticky-left" style={{ left: 0, top: 0, bottom: 0, width: left * zoom }}>
          <div className="map-sticky-inner" style={{ transform: `translateY(${y}px) scale(${zoom})` }}>
            <RowTitles index={index} edge={((showColumns ? top * zoom : 0) - y) / zoom} />
          </div>
        </div>
      ) : null}
      {showColumns ? (
        <div className="map-sticky map-sticky-top" style={{ left: 0, right: 0, top: 0, height: top * zoom }}>
          <div className="map-sticky-inner" style={{ transform: `translateX(${x}px) scale(${zoom})` }}>
            <ColumnTitles index={index} edge={((showLanes ? left * zoom : 0) - x) / zoom} />
          </div>
        </div>
      ) : null}
      {showLanes && showColumns ? (
        <div className="map-sticky map-sticky-corner" style={{ width: left * zoom, height: top * zoom }} />
      ) : null}
    </div>
  );
}
