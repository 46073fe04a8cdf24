/** Links of the house. The app hands in how to move without reloading; without it they are plain links. */
import { type AnchorHTMLAttributes, createContext, type MouseEvent, type Ref, useContext } from 'react';

/** Moves to an address of this page. */
export const NavigateContext = createContext<((href: string) => void) | null>(null);

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  ref?: Ref<HTMLAnchorElement>;
}

const plainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

export function Link({ href, onClick, ...rest }: LinkProps) {
  const navigate = useContext(NavigateContext);
  const inside =
    href.startsWith('/') && !href.startsWith('//') && !rest.target && rest.download === undefined;
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (!navigate || !inside || event.defaultPrevented || !plainClick(event)) return;
        event.preventDefault();
        navigate(href);
      }}
    />
  );
}
