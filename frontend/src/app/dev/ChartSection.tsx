import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { Bars, ChartFrame, DotPlot, Stacked } from '@/ui/charts';
import classes from './Gallery.module.css';
import { companies, useSample } from './samples';

export function ChartSection() {
  const s = useSample();
  const language = useLanguage();
  const topics = [
    { label: s({ ko: '해외 인증', en: 'Certification abroad' }), value: 38 },
    { label: s({ ko: '공장 자동화', en: 'Factory automation' }), value: 31 },
    { label: s({ ko: '투자 유치', en: 'Fundraising' }), value: 27 },
    { label: s({ ko: '판로 개척', en: 'New channels' }), value: 19 },
  ];
  const loads = [
    { label: s({ ko: '한국산업컨설팅', en: 'Hansan Consulting' }), values: [32, 8] },
    { label: s({ ko: '미래기술연구원', en: 'Mirae Institute' }), values: [21, 14] },
    { label: s({ ko: '성장경영센터', en: 'Growth Centre' }), values: [9, 30] },
  ];
  const names = [s({ ko: '담당', en: 'Taken' }), s({ ko: '여력', en: 'Room' })];
  const dots = Array.from({ length: 100 }, (_, i) => ({
    id: `d${i}`,
    label: i === 0 ? plain(companies[4]?.name, language) : `${plain(companies[i % 14]?.name, language)} ${i}`,
    value: i === 0 ? 0.41 : 0.55 + 0.4 * Math.abs(Math.sin(i * 1.7)) * (1 - 0.3 * Math.cos(i)),
  }));
  return (
    <div className={classes.pair}>
      <ChartFrame
        finding={s({ ko: '해외 인증 수요가 가장 많습니다', en: 'Certification abroad is wanted most' })}
        what={s({ ko: '주제별 수요(건)', en: 'Needs by topic' })}
        table={{
          columns: [
            { label: s({ ko: '주제', en: 'Topic' }) },
            { label: s({ ko: '수요', en: 'Needs' }), numeric: true },
          ],
          rows: topics.map((r) => [r.label, r.value]),
        }}
      >
        <Bars rows={topics} name={s({ ko: '수요', en: 'Needs' })} marked={0} />
      </ChartFrame>
      <ChartFrame
        finding={s({ ko: '한국산업컨설팅은 여력이 8곳 남았습니다', en: 'Hansan Consulting has room for 8' })}
        what={s({ ko: '수행기관별 담당 기업과 여력(곳)', en: 'Companies taken and room by institution' })}
        table={{
          columns: [
            { label: s({ ko: '수행기관', en: 'Institution' }) },
            ...names.map((label) => ({ label, numeric: true })),
          ],
          rows: loads.map((r) => [r.label, ...r.values]),
        }}
      >
        <Stacked rows={loads} names={names} />
      </ChartFrame>
      <ChartFrame
        finding={s({ ko: '마루정밀이 가장 낮습니다', en: 'Maru Precision is worst off' })}
        what={s({ ko: '기업별 적합도 합, 점 하나가 기업 하나', en: 'Sum of fit, one dot per company' })}
        table={{
          columns: [
            { label: s({ ko: '기업', en: 'Company' }) },
            { label: s({ ko: '적합도 합', en: 'Sum of fit' }), numeric: true },
          ],
          rows: dots.map((d) => [d.label, d.value.toFixed(2)]),
        }}
      >
        <DotPlot
          dots={dots}
          from={0.3}
          to={1.2}
          axis={s({ ko: '적합도 합', en: 'Sum of fit' })}
          markedId="d0"
        />
      </ChartFrame>
      <ChartFrame
        finding=""
        what={s({ ko: '지역별 배정(곳)', en: 'Assignments by region' })}
        empty
        emptyWhy={s({ ko: '배정이 시작되면 표시됩니다.', en: 'It appears once assignments start.' })}
        table={{ columns: [], rows: [] }}
      >
        {null}
      </ChartFrame>
    </div>
  );
}
