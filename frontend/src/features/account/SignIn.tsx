/** Sign in with address and password. */
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/lib/api/client';
import { meKey } from '@/lib/api/me';
import { toProblem } from '@/lib/api/problem';
import { useGo, useQueryState } from '@/lib/routing/hooks';
import { Callout } from '@/ui/base/Callout';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { Door } from './Door';

/** Only addresses of this page: never to somewhere else after signing in. */
function inside(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

export default function SignIn() {
  const { t } = useTranslation('account');
  const go = useGo();
  const queries = useQueryClient();
  const [query] = useQueryState();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => data(api.POST('/sign-in', { body: { email, password } })),
    onSuccess: async () => {
      queries.clear();
      await queries.invalidateQueries({ queryKey: meKey });
      go(inside(query.get('next')));
    },
  });
  const refused = enter.isError && toProblem(enter.error).code === 'unauthenticated';
  return (
    <Door title={t('signIn.title')} lead={t('signIn.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        <Stack>
          {refused ? (
            <div role="alert">
              <Callout tone="warning">{t('signIn.refused')}</Callout>
            </div>
          ) : null}
          {enter.isError && !refused ? <ErrorPanel error={enter.error} /> : null}
          <TextInput
            type="email"
            label={t('email')}
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          />
          <Button type="submit" loading={enter.isPending}>
            {t('signIn.verb')}
          </Button>
          <Link href="/forgotten">{t('signIn.forgotten')}</Link>
        </Stack>
      </form>
    </Door>
  );
}
