/** Renders a part of the page as it stands in the page: texts, theme, and how to move. */
import { type RenderResult, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '@/lib/i18n/language';
import { NavigateContext } from '@/ui/base/Link';
import { Providers } from '@/ui/Providers';
import { testI18n } from './i18n';

export interface Rendered extends RenderResult {
  user: UserEvent;
  /** Addresses the page was asked to move to. */
  went: string[];
}

export function show(node: ReactNode, language: Language = 'ko'): Rendered {
  const went: string[] = [];
  const i18n = testI18n(language);
  const result = render(node, {
    wrapper: ({ children }) => (
      <I18nextProvider i18n={i18n}>
        <Providers contrast="standard" env="test">
          <NavigateContext value={(href) => went.push(href)}>{children}</NavigateContext>
        </Providers>
      </I18nextProvider>
    ),
  });
  return { ...result, user: userEvent.setup(), went };
}
