/** Ask for a link to set a new password. The answer is the same whether the address is known or not. */
import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/lib/api/client';
import { Callout } from '@/ui/base/Callout';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { Door } from './Door';

export default function Forgotten() {
  const { t } = useTranslation('account');
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => api.POST('/password-reset', { body: { email } }) });
  return (
    <Door title={t('forgotten.title')} lead={t('forgotten.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <Stack>
          {ask.isError ? <ErrorPanel error={ask.error} /> : null}
          {ask.isSuccess ? (
            <div role="status">
              <Callout tone="success">{t('forgotten.sent')}</Callout>
            </div>
          ) : null}
          <TextInput
            type="email"
            label={t('email')}
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" loading={ask.isPending}>
            {t('forgotten.verb')}
          </Button>
          <Link href="/sign-in">{t('forgotten.back')}</Link>
        </Stack>
      </form>
    </Door>
  );
}
