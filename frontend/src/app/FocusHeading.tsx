/** After each change of address the new page's heading has the focus and names the window. */
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The address whose heading was last in charge; it outlives the pages, which come and go with their routes. */
let settled: string | undefined;

/** For tests: as if the page had just been opened. */
export function forgetAddress(): void {
  settled = undefined;
}

/** Calls back with the page's heading: now, or as soon as a page that waits for its data has one. */
function whenHeading(found: (heading: HTMLElement) => void): () => void {
  const now = () => document.querySelector<HTMLElement>('h1');
  const heading = now();
  if (heading) {
    found(heading);
    return () => undefined;
  }
  const watcher = new MutationObserver(() => {
    const late = now();
    if (!late) return;
    watcher.disconnect();
    found(late);
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  return () => watcher.disconnect();
}

export function FocusHeading() {
  // Where the router has arrived: it names the new address while the old page is still on the screen.
  const path = useRouterState({ select: (s) => s.resolvedLocation?.pathname });
  useEffect(() => {
    if (path === undefined) return;
    return whenHeading((heading) => {
      if (heading.textContent) document.title = `${heading.textContent} · Jumpup`;
      // Opening the page is the browser's own business; moving within it is ours.
      if (settled !== undefined && settled !== path) heading.focus();
      settled = path;
    });
  }, [path]);
  return null;
}
