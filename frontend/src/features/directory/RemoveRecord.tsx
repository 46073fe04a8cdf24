/** Deletes a record after its name was typed. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { ConfirmByName } from '@/ui/base/ConfirmByName';
import { showDone } from '@/ui/base/toast';
import { type Kind, type Records, useDeleteRecord } from './api';

export interface RemoveRecordProps {
  kind: Exclude<Kind, 'people'>;
  record: Records[Kind];
  onGone: () => void;
}

export function RemoveRecord({ kind, record, onGone }: RemoveRecordProps) {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteRecord(kind);
  const name = plain(record.name, language) || (record.id ?? '');
  return (
    <>
      <Button variant="subtle" color="danger" onClick={() => setAsking(true)}>
        {t('remove.verb')}
      </Button>
      <ConfirmByName
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('remove.title', { name })}
        name={name}
        verb={t('remove.verb')}
        onConfirm={async () => {
          await remove.mutateAsync({ id: record.id ?? '', version: record.version ?? 0 });
          showDone(t('remove.done', { name }));
          onGone();
        }}
      >
        {t(`remove.${kind}`)}
      </ConfirmByName>
    </>
  );
}
