/** What every component stands on: theme, contrast mode, toasts. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Contrast, cssVariables, theme } from './theme';

const key = 'jumpup.contrast';

function initialContrast(): Contrast {
  try {
    const stored = localStorage.getItem(key);
    if (stored === 'high' || stored === 'standard') return stored;
  } catch {
    // Without storage the system's wish applies.
  }
  return window.matchMedia('(prefers-contrast: more)').matches ? 'high' : 'standard';
}

interface ContrastChoice {
  contrast: Contrast;
  setContrast: (contrast: Contrast) => void;
}

const ContrastContext = createContext<ContrastChoice>({ contrast: 'standard', setContrast: () => undefined });

/** The mode of contrast (선명한 화면) and how to change it. */
export function useContrast(): ContrastChoice {
  return useContext(ContrastContext);
}

export interface ProvidersProps {
  children: ReactNode;
  /** Holds a mode instead of the person's choice. */
  contrast?: Contrast;
  /** `test` does without transitions and layout, which jsdom has not. */
  env?: 'default' | 'test';
}

export function Providers({ children, contrast: fixed, env = 'default' }: ProvidersProps) {
  const [chosen, setChosen] = useState<Contrast>(initialContrast);
  const contrast = fixed ?? chosen;

  useEffect(() => {
    document.documentElement.dataset.contrast = contrast;
  }, [contrast]);

  const choice = useMemo<ContrastChoice>(
    () => ({
      contrast,
      setContrast: (next) => {
        setChosen(next);
        try {
          localStorage.setItem(key, next);
        } catch {
          // The choice then lasts as long as the page.
        }
      },
    }),
    [contrast],
  );
  const variables = useMemo(() => cssVariables(contrast), [contrast]);

  return (
    <MantineProvider env={env} theme={theme} forceColorScheme="light" cssVariablesResolver={variables}>
      <ContrastContext value={choice}>
        {children}
        <Notifications position="bottom-center" limit={3} />
      </ContrastContext>
    </MantineProvider>
  );
}
