import type { ArrangedMap } from '../arrange';
import { grid } from './grid';
import { layoutMomentTally, momentTallyHeight } from './momentTally';
import { boxOf, emptyBlock, heightOf, placeText } from './textBlock';
import { textStyles } from './textStyles';
import type { Box, LayoutOptions, TextBlock, TitleLayout } from './types';
import { wrapOf } from './wrap';

const badgeGap = 16;
const badgePadding = { x: 12, y: 4 };
const captionGap = 40;
/** Between title and persona, and between persona and scenario on one line. */
const rowGap = 8;
const wordGap = 6;

/** Title with badge, under it persona and scenario as one sentence, then the goal; date and version at the right. */
export function layoutTitle(map: ArrangedMap, options: LayoutOptions, right: number): TitleLayout {
  const { measure, labels, placeholders = {} } = options;
  const wrap = wrapOf(measure);
  const left = grid.margin;
  const top = grid.margin;
  const width = right - left;

  const captionText = [options.version ?? '', map.meta.asOf === '' ? '' : labels.asOf(map.meta.asOf)]
    .filter((part) => part !== '')
    .join(' · ');
  const captionLines = wrap(captionText, 'caption', Math.floor(width * 0.4));
  const captionWidth = Math.max(0, ...captionLines.map((line) => line.width));
  // The caption's first baseline stands level with the title's.
  const captionTop = top + (textStyles.mapTitle.lineHeight - textStyles.caption.lineHeight) / 2;
  const caption = placeText(captionLines, 'caption', { x: left, y: captionTop, align: 'right', width });

  const badgeText = labels.mapKind[map.meta.kind];
  const badgeWidth = Math.ceil(measure(badgeText, 'badge')) + 2 * badgePadding.x;
  const titleRoom = width - badgeGap - badgeWidth - (captionWidth > 0 ? captionWidth + captionGap : 0);
  const titleText = map.meta.title.trim();
  const titleLines = wrap(titleText === '' ? labels.untitledMap : titleText, 'mapTitle', Math.floor(titleRoom));
  const title = placeText(titleLines, 'mapTitle', { x: left, y: top });
  const titleHeight = heightOf(titleLines.length, 'mapTitle');
  const lastTitle = title.lines.at(-1);
  const badgeHeight = textStyles.badge.lineHeight + 2 * badgePadding.y;
  const badgeBox: Box = {
    x: Math.round((lastTitle ? lastTitle.x + lastTitle.width : left) + badgeGap),
    y: top + titleHeight - textStyles.mapTitle.lineHeight + (textStyles.mapTitle.lineHeight - badgeHeight) / 2,
    width: badgeWidth,
    height: badgeHeight,
  };
  const badge = {
    box: badgeBox,
    text: placeText([{ text: badgeText, width: measure(badgeText, 'badge') }], 'badge', {
      x: badgeBox.x,
      y: badgeBox.y + badgePadding.y,
      align: 'centre',
      width: badgeWidth,
    }),
  };

  const captionBottom = captionTop + heightOf(captionLines.length, 'caption');
  const sentenceTop = Math.max(top + titleHeight + rowGap, captionLines.length > 1 ? captionBottom + rowGap : 0);
  const line = textStyles.subtitle.lineHeight;
  const name = map.personas[0]?.name.trim() ?? '';
  const personaLines = wrap(name === '' ? (placeholders.persona ?? '') : name, 'subtitleStrong', width);
  const persona = placeText(personaLines, 'subtitleStrong', { x: left, y: sentenceTop });
  const lastPersona = persona.lines.at(-1);
  const indent = lastPersona ? Math.min(width, lastPersona.width + wordGap) : 0;
  const scenarioTop = sentenceTop + Math.max(0, personaLines.length - 1) * line;
  const scenarioText = map.meta.scenario.trim();
  const scenarioLines = wrap(scenarioText === '' ? (placeholders.scenario ?? '') : scenarioText, 'subtitle', width, indent);
  const opens = scenarioLines[0]?.text === '' && scenarioLines.length > 1;
  const scenario = placeText(scenarioLines, 'subtitle', { x: left, y: scenarioTop, indent: opens ? 0 : indent });
  let bottom = scenarioTop + Math.max(1, scenarioLines.length) * line;

  const goalText = map.meta.goal.trim();
  const shownGoal = goalText === '' ? (placeholders.goal ?? '') : `${labels.goal} ${goalText}`;
  const goalLines = wrap(shownGoal, 'subtitle', width);
  const goal = goalLines.length === 0 ? emptyBlock('subtitle') : placeText(goalLines, 'subtitle', { x: left, y: bottom });
  const goalBox: Box = { x: left, y: bottom, width, height: goalLines.length * line };
  bottom += goalBox.height;

  const moments = layoutMomentTally(map, options, { x: left, y: bottom, width });
  if (moments) bottom += momentTallyHeight;

  const around = (block: TextBlock, x: number, y: number, full: boolean): Box => {
    const box = boxOf(block);
    if (!box) return { x, y, width: Math.max(line, right - x), height: line };
    return full ? { ...box, x: left, width } : box;
  };
  return {
    box: { x: left, y: top, width, height: bottom - top },
    title,
    badge,
    persona,
    scenario,
    goal,
    moments,
    caption,
    fields: {
      title: { x: left, y: top, width: lastTitle && titleLines.length === 1 ? lastTitle.width : titleRoom, height: titleHeight },
      persona: around(persona, left, sentenceTop, false),
      scenario: around(scenario, left + indent, scenarioTop, scenarioLines.length > 1),
      goal: goalBox,
    },
    empty: { title: titleText === '', persona: name === '', scenario: scenarioText === '', goal: goalText === '' },
  };
}
