/**
 * Ctrl-C asks the running work to stop after the current document; a second one ends the program at once. What was
 * acknowledged is in the store either way.
 */
export function onInterrupt(): { happened: () => boolean; stop: () => void } {
  let count = 0;
  const handle = (): void => {
    count += 1;
    if (count > 1) process.exit(130);
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
  return {
    happened: () => count > 0,
    stop: () => {
      process.off('SIGINT', handle);
      process.off('SIGTERM', handle);
    },
  };
}
