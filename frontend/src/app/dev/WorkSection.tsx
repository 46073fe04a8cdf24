import { DiffList } from '@/ui/work/DiffList';
import { ProgressPanel } from '@/ui/work/ProgressPanel';
import classes from './Gallery.module.css';
import { companies, useSample } from './samples';

const item = (i: number) => ({ id: companies[i]?.id ?? '', name: companies[i]?.name ?? {} });

export function WorkSection() {
  const s = useSample();
  const title = s({ ko: '기업 자료 가져오기', en: 'Import of companies' });
  return (
    <div className={classes.pair}>
      <div className={classes.stack}>
        <ProgressPanel
          title={`${title} 1`}
          job={{ state: 'running', phase: 'checking', done: 4200, total: 11000 }}
          onCancel={() => undefined}
        />
        <ProgressPanel
          title={`${title} 2`}
          job={{ state: 'running', phase: 'reading', done: 310, total: 0 }}
          onCancel={() => undefined}
        />
        <ProgressPanel title={`${title} 3`} job={{ state: 'done', done: 11000, total: 11000 }}>
          {s({ ko: '새로 98건, 고침 2건', en: '98 new, 2 changed' })}
        </ProgressPanel>
        <ProgressPanel
          title={`${title} 4`}
          job={{
            state: 'failed',
            done: 20,
            total: 100,
            error: s({
              ko: '3행: 설립 연도가 숫자가 아닙니다.',
              en: 'Row 3: the year founded is no number.',
            }),
          }}
          onRetry={() => undefined}
        />
      </div>
      <div className={`ju-card ${classes.pad}`}>
        <DiffList
          caption={s({ ko: '가중치를 바꾼 뒤의 순서', en: 'Order under the new weights' })}
          before={[0, 1, 2, 3, 4].map(item)}
          after={[2, 0, 1, 5, 4].map(item)}
        />
      </div>
    </div>
  );
}
