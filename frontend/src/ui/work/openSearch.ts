/** Opens the search over everything with words already in its box; for pages that talk about a search. */
import { createContext } from 'react';

export const OpenSearchContext = createContext<((words: string) => void) | null>(null);
