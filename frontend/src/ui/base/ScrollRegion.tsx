/** A part of the page that scrolls by itself: named, and reachable by keyboard. */
import type { ComponentProps } from 'react';

export interface ScrollRegionProps extends ComponentProps<'section'> {
  'aria-label': string;
}

export function ScrollRegion(props: ScrollRegionProps) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard could not scroll here
  return <section {...props} tabIndex={0} />;
}
