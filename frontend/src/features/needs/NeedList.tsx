/** Our needs. */
import { Button } from '@mantine/core';
import { IconClipboardPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/base/Empty';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { useNeeds } from './api';
import { NeedTable } from './NeedTable';

export default function NeedList() {
  const { t } = useTranslation('needs');
  const needs = useNeeds({ sort: 'changed' });
  const create = (
    <Button component={Link} href="/needs/new">
      {t('new.verb')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('list.title')} state={t('list.state')} action={create} />
      <NeedTable
        caption={t('list.title')}
        needs={needs}
        empty={
          <Empty icon={IconClipboardPlus} title={t('list.empty')} why={t('list.emptyWhy')} action={create} />
        }
      />
    </>
  );
}
