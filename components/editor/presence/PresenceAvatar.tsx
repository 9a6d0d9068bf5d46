import { initialsOf } from '@/components/ui/Avatar';
import type { PresenceUser } from '@/lib/document/presence';
import { onPresenceColour, presenceColour } from './presenceColour';

/** A person as a disc in the colour that their cursor has on the map. Its name has to stand beside it or on the button around it. */
export function PresenceAvatar({ user, size = 28 }: { user: Pick<PresenceUser, 'name' | 'colour'>; size?: number }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold"
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.4),
        lineHeight: 1,
        background: presenceColour(user.colour),
        color: onPresenceColour,
      }}
    >
      {initialsOf(user.name)}
    </span>
  );
}
