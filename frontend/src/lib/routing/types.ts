/** What a feature tells the app about its pages. */
import type { ComponentType } from 'react';

export type RoleName = 'company' | 'expert' | 'investor' | 'coordinator' | 'manager' | 'administrator';

export interface FeatureRoute {
  /** Address with `$name` parameters, e.g. `/needs/$id`. */
  path: string;
  /** The page; loaded when first opened. It calls {@link useParams} for its parameters. */
  load: () => Promise<{ default: ComponentType }>;
  /** Text namespaces that the page needs. */
  texts: readonly string[];
  /** Id of the place in the rail that is current here. */
  place?: string;
  /** Whose page it is; all roles when missing. The server decides in any case. */
  roles?: readonly RoleName[];
  /** Workbenches take the full width. */
  wide?: boolean;
  /** Shown without sign-in and without the frame. */
  open?: boolean;
}
