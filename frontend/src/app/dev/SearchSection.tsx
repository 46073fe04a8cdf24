import { useState } from 'react';
import { useLanguage } from '@/lib/i18n/useLanguage';
import type { SavedSearch } from '@/lib/search/api';
import { plain } from '@/lib/text/bilingual';
import { BiText } from '@/ui/base/BiText';
import { Marked } from '@/ui/base/Marked';
import { FoundLine } from '@/ui/search/FoundLine';
import { NoMatch } from '@/ui/search/NoMatch';
import { ReadingLine } from '@/ui/search/ReadingLine';
import { SavedButton, SavedSearches } from '@/ui/search/SavedSearches';
import { SearchBox } from '@/ui/search/SearchBox';
import classes from './Gallery.module.css';
import { samples, useSample } from './samples';

const name = { ko: '한빛광학', en: 'Hanbit Optics' };

export function SearchSection() {
  const s = useSample();
  const language = useLanguage();
  const [words, setWords] = useState('Hanbit');
  const [opened, setOpened] = useState(false);
  const [saved, setSaved] = useState<SavedSearch[]>([
    { id: 's1', name: '수출 · 경북', kind: 'company', query: 'q=export' },
    { id: 's2', name: 'Certification', kind: 'expert', query: 'q=certification' },
  ]);
  const text = s(samples.need);
  return (
    <div className={classes.stack}>
      <div className={classes.row}>
        <SearchBox label={s({ ko: '기업 검색', en: 'Search companies' })} value={words} onChange={setWords} />
        <SavedButton onClick={() => setOpened(true)} />
      </div>
      <ReadingLine reading="typo" />
      <ReadingLine reading="any" degraded />
      <div className={`ju-card ${classes.pad}`}>
        <BiText text={name} marks={{ ko: [[0, 2]], en: [[0, 6]] }} />
        <FoundLine
          name={name}
          found={{ name_marks: language === 'ko' ? { en: [[0, 6]] } : { ko: [[0, 2]] } }}
        />
        <FoundLine
          name={name}
          found={{ name_marks: {}, snippet: { field: 'summary', text, lang: language, marks: [[0, 3]] } }}
        />
        <p>
          <Marked text={plain(name, language)} ranges={[[1, 3]]} />
        </p>
      </div>
      <div className={classes.pair}>
        <div className="ju-card">
          <NoMatch
            words={words}
            filters={[
              { attr: 'region', label: s({ ko: '지역: 서울', en: 'Region: Seoul' }) },
              { attr: 'stage', label: s({ ko: '단계: 시드', en: 'Stage: seed' }) },
            ]}
            relax={[
              { attr: 'region', total: 12 },
              { attr: 'q', total: 1 },
            ]}
            onDrop={() => undefined}
            onClear={() => undefined}
          />
        </div>
        <div className="ju-card">
          <NoMatch words={words} filters={[]} onDrop={() => undefined} onClear={() => setWords('')} />
        </div>
      </div>
      <SavedSearches
        opened={opened}
        onClose={() => setOpened(false)}
        saved={saved}
        current={{ name: words, kind: 'company', query: 'q=hanbit' }}
        hrefOf={() => '/dev/gallery'}
        onSave={async (draft) => setSaved([{ ...draft, id: String(saved.length) }, ...saved])}
        onRename={async (one, next) => setSaved(saved.map((x) => (x === one ? { ...x, name: next } : x)))}
        onForget={async (one) => setSaved(saved.filter((x) => x !== one))}
      />
    </div>
  );
}
