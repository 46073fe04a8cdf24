/** Our needs. */
import { Button } from '@mantine/core';
import { IconClipboardPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useListState } from '@/lib/search/useListState';
import { Empty } from '@/ui/base/Empty';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { useNeeds } from './api';
import { NeedTable } from './NeedTable';

const facets = ['state', 'need_kind'] as const;
const sorts = ['changed', 'due', 'name'] as const;

export default function NeedList() {
  const { t } = useTranslation('needs');
  const state = useListState(facets, sorts);
  const needs = useNeeds(state.filter, { facets, typing: state.typing });
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
        state={state}
        facets={facets}
        empty={
          <Empty icon={IconClipboardPlus} title={t('list.empty')} why={t('list.emptyWhy')} action={create} />
        }
      />
    </>
  );
}
