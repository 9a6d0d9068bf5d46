import { describe, expect, it, vi } from 'vitest';
import { createEvidenceStore } from '@/components/editor/evidence/evidenceStore';
import { followVersion, forgetByEvents } from '@/components/editor/versions/followVersion';
import type { ShownVersion } from '@/components/editor/versions/versionRequests';
import { createVersionsStore } from '@/components/editor/versions/versionsStore';
import type { EventWatcher } from '@/components/live/watchEvents';
import { emptyMap } from '@/lib/map/journeyMap';
import { stepEvidence } from '../../../builders/mapEvidence';

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A version as the server says it, with what one customer said; `text` is null when that was erased. */
function versionOf(number: number, text: string | null): ShownVersion {
  const version = { number, kind: 'manual' as const, name: '', note: '', by: null, at: '2026-03-14T10:00:00.000Z' };
  const quote = { linkId: 'link', text, source: 'Website survey', day: null };
  return {
    version: { ...version, stepCount: 1, cardCount: 1 },
    map: emptyMap(),
    evidence: new Map([['s1', stepEvidence([], [quote])]]),
  };
}

/** Version 3 looked at, with version 2 looked at before; `says` is what the server has of what was said. */
async function lookAt() {
  const server = { says: 'Ten minutes.' as string | null, isDown: false };
  const [evidence, versions] = [createEvidenceStore(), createVersionsStore(3)];
  evidence.getState().allow({ mayRead: true, mayReadAnswers: true });
  versions.getState().show(versionOf(2, server.says));
  const session = { mapId: 'map', lookAt: vi.fn() };
  const fetch = vi.fn(async (_: string, number: number) => {
    const { says } = server;
    await settled();
    if (server.isDown) throw new Error('down');
    return versionOf(number, says);
  });
  const watchers = new Set<EventWatcher>();
  const watch = (watcher: EventWatcher) => {
    watchers.add(watcher);
    watcher.onOpen?.();
    return () => void watchers.delete(watcher);
  };
  forgetByEvents(versions, watch);
  const show = () => followVersion({ session, versions, evidence }, 3, fetch, watch);
  const stop = show();
  const tell = (kind: Parameters<EventWatcher['onEvent']>[0]) => {
    for (const { onEvent } of [...watchers]) onEvent(kind, {});
  };
  const said = () =>
    evidence
      .getState()
      .onMap?.get('s1')
      ?.quotes.map(({ text }) => text);
  const reopen = () => {
    for (const { onOpen } of [...watchers]) onOpen?.();
  };
  return { server, versions, session, fetch, stop, tell, reopen, said, show };
}

describe('a version that is looked at', () => {
  it('is asked for again when answers were erased, and its map stays', async () => {
    const { server, fetch, session, versions, tell, said } = await lookAt();
    await vi.waitFor(() => expect(said()).toEqual(['Ten minutes.']));
    tell('comments.changed');
    expect(fetch).toHaveBeenCalledTimes(1);
    server.says = null;
    tell('evidence.changed');
    await vi.waitFor(() => expect(said()).toEqual([null]));
    expect(session.lookAt).toHaveBeenCalledTimes(1);
    expect(versions.getState().kept.map(({ version }) => version.number)).toEqual([3]);
    expect(versions.getState().kept[0]?.map).toBe(session.lookAt.mock.calls[0]?.[0]);
  });

  it('does not show what was said before the erasure because its answer came after it', async () => {
    const { server, fetch, tell, said } = await lookAt();
    server.says = null;
    tell('evidence.changed');
    tell('evidence.changed');
    await vi.waitFor(() => expect(said()).toEqual([null]));
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('is asked for again when the line opens again, and stays in sight when that fails', async () => {
    const { server, versions, fetch, reopen, said } = await lookAt();
    await vi.waitFor(() => expect(said()).toEqual(['Ten minutes.']));
    Object.assign(server, { says: null, isDown: true });
    reopen();
    await settled();
    await settled();
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(said()).toEqual(['Ten minutes.']);
    expect(versions.getState().problem).toBeNull();
    server.isDown = false;
    reopen();
    await vi.waitFor(() => expect(said()).toEqual([null]));
  });

  it('is looked at again without asking as long as nothing is heard of answers', async () => {
    const { server, fetch, stop, show, tell, said } = await lookAt();
    await vi.waitFor(() => expect(said()).toEqual(['Ten minutes.']));
    stop();
    show()();
    expect(fetch).toHaveBeenCalledTimes(1);
    server.says = null;
    tell('evidence.changed');
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('versions that were looked at', () => {
  it('are forgotten by whoever leaves them before the server has said what is kept now', async () => {
    const { versions, stop, tell, said } = await lookAt();
    await vi.waitFor(() => expect(said()).toEqual(['Ten minutes.']));
    tell('evidence.changed');
    stop();
    await settled();
    expect(versions.getState().kept).toEqual([]);
  });

  it('are forgotten when answers were erased', async () => {
    const { versions, stop, tell } = await lookAt();
    stop();
    versions.getState().show(versionOf(2, 'Ten minutes.'));
    versions.getState().show(null);
    tell('evidence.changed');
    expect(versions.getState().kept).toEqual([]);
  });
});
