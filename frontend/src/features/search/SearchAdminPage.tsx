/** What search does for everybody: the synonyms, what people look for in vain, and the indexes behind it. */
import { Tabs } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryState } from '@/lib/routing/hooks';
import { PageHead } from '@/ui/base/PageHead';
import { IndexHealth } from './IndexHealth';
import { NotesTable } from './NotesTable';
import { SynonymsEditor } from './SynonymsEditor';

const tabs = ['synonyms', 'notes', 'index'] as const;

export default function SearchAdminPage() {
  const { t } = useTranslation('search');
  const [query, setQuery] = useQueryState();
  const tab = tabs.find((one) => one === query.get('tab')) ?? 'synonyms';
  // A word to be added: from the address, or from the table of queries.
  const word = query.get('add') ?? undefined;
  const taken = useCallback(() => setQuery((q) => q.delete('add')), [setQuery]);
  return (
    <>
      <PageHead title={t('title')} state={t('state')} />
      <Tabs
        value={tab}
        // What is written in one tab stays while another is read.
        onChange={(next) => setQuery((q) => q.set('tab', next ?? 'synonyms'))}
      >
        <Tabs.List mb="md">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="synonyms">
          <SynonymsEditor word={word} onTaken={taken} />
        </Tabs.Panel>
        <Tabs.Panel value="notes">
          <NotesTable
            onAdd={(text) =>
              setQuery((q) => {
                q.set('tab', 'synonyms');
                q.set('add', text);
              })
            }
          />
        </Tabs.Panel>
        <Tabs.Panel value="index">
          <IndexHealth />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
