import type { BrowserContext, Page } from '@playwright/test';

type Fiber = {
  flags: number;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
  memoizedProps: { id?: unknown; type?: unknown; data?: unknown } | null;
};

declare global {
  var rendersOf: Record<string, number>;
}

/** Counts, in a page of the real product, how often React renders each thing on the map: by `card:h4G…` and the like. Call before it opens. */
export async function countRenders(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const renders: Record<string, number> = {};
    globalThis.rendersOf = renders;
    // React says in each commit's tree which components did work: this is how its own developer tools know, in production, too.
    const didWork = 1;
    const visit = (fiber: Fiber | null, seen: Set<string>): void => {
      for (let at = fiber; at; at = at.sibling) {
        const { id, type, data } = at.memoizedProps ?? {};
        // The view of a node: React Flow gives it its id, its type and its data. Around it may be a `memo` with the same properties.
        if (at.flags & didWork && typeof id === 'string' && typeof type === 'string' && data) seen.add(id);
        // What was passed over as a whole is the very same as before.
        if (at.alternate === null || at.child !== at.alternate.child) visit(at.child, seen);
      }
    };
    const hook = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot(_renderer: number, root: { current: Fiber }) {
        const seen = new Set<string>();
        visit(root.current, seen);
        for (const id of seen) renders[id] = (renders[id] ?? 0) + 1;
      },
    };
    Reflect.set(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', hook);
  });
}

/** What has rendered since the last time this was asked, and how often. */
export function takeRenders(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const taken = { ...globalThis.rendersOf };
    for (const id of Object.keys(taken)) delete globalThis.rendersOf[id];
    return taken;
  });
}
