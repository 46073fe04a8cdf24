/** The gallery by itself, without routes or server: for pictures and axe while features are being built. */
import '@/ui/styles';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { startI18n } from '@/lib/i18n/i18n';
import { detectLanguage } from '@/lib/i18n/language';
import { Providers } from '@/ui/Providers';
import { firstNamespaces, loadTexts } from '../texts';
import { Gallery } from './Gallery';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no element with the id root');
  const i18n = await startI18n(detectLanguage(), firstNamespaces, loadTexts);
  createRoot(root).render(
    <I18nextProvider i18n={i18n}>
      <Providers>
        <Gallery />
      </Providers>
    </I18nextProvider>,
  );
}

void start();
