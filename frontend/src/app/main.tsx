/** Starts the page: texts first, then the screen. */
import '@/ui/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { newQueryClient } from '@/lib/api/query';
import { startI18n } from '@/lib/i18n/i18n';
import { detectLanguage } from '@/lib/i18n/language';
import { NavigateContext } from '@/ui/base/Link';
import { Providers } from '@/ui/Providers';
import { newRouter } from './router';
import { firstNamespaces, loadTexts } from './texts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no element with the id root');
  const i18n = await startI18n(detectLanguage(), firstNamespaces, loadTexts);
  const router = newRouter();
  const queries = newQueryClient();
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <Providers>
            <NavigateContext value={(href) => void router.navigate({ href })}>
              <RouterProvider router={router} />
            </NavigateContext>
          </Providers>
        </QueryClientProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}

void start();
