/** Pages of last resort: no such address, and a fault of the page itself. */
import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';

export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHead title={t('notFound.title')} />
      <Empty
        icon={IconMapOff}
        title={t('notFound.what')}
        why={t('notFound.why')}
        action={
          <Button component={Link} href="/">
            {t('notFound.home')}
          </Button>
        }
      />
    </>
  );
}

export function Failed({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHead title={t('failed.title')} />
      <ErrorPanel error={error} {...(reset ? { onRetry: reset } : {})} />
    </>
  );
}
