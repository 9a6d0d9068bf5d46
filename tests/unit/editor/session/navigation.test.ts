import { expect, test, vi } from 'vitest';
import { type CanvasPort, createNavigation } from '@/components/editor/session/navigation';

const port = {} as CanvasPort;

test('what waits for a canvas is done once there is one, and once only', () => {
  const navigation = createNavigation();
  const act = vi.fn();
  navigation.whenThere(act);
  expect(act).not.toHaveBeenCalled();
  const leave = navigation.connect(port);
  expect(act).toHaveBeenCalledTimes(1);
  navigation.whenThere(act);
  expect(act).toHaveBeenCalledTimes(2);
  leave();
  navigation.whenThere(act);
  navigation.connect(port);
  expect(act).toHaveBeenCalledTimes(3);
  navigation.connect(port);
  expect(act).toHaveBeenCalledTimes(3);
});
