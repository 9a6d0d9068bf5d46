import { SkeletonMap } from '@/components/editor/shell/SkeletonMap';

/** The outline of the editor, at once, while the server looks the map up. */
export default function Loading() {
  return (
    <div className="flex h-dvh flex-col bg-paper" aria-busy="true">
      <div className="h-14 shrink-0 border-line border-b" />
      <SkeletonMap />
    </div>
  );
}
