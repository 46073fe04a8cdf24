import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { show } from '@/testing/render';
import { DiffList, moves } from './DiffList';
import { ProgressPanel } from './ProgressPanel';

const item = (id: string) => ({ id, name: { ko: id } });

describe('DiffList', () => {
  it('tells every move, what is new and what dropped out', () => {
    const found = moves(['a', 'b', 'c'].map(item), ['c', 'a', 'd'].map(item));
    expect(found.map((m) => [m.item.id, m.was, m.is])).toEqual([
      ['c', 3, 1],
      ['a', 1, 2],
      ['d', undefined, 3],
      ['b', 2, undefined],
    ]);
  });
  it('says so when nothing changes', () => {
    show(<DiffList caption="순서" before={[item('a')]} after={[item('a')]} changedOnly />);
    expect(screen.getByText('순서가 바뀌지 않습니다')).toBeTruthy();
  });
});

describe('ProgressPanel', () => {
  it('can be stopped, and says what is known', async () => {
    const onCancel = vi.fn();
    const { user } = show(
      <ProgressPanel
        title="가져오기"
        job={{ state: 'running', phase: 'checking', done: 4200, total: 11000 }}
        onCancel={onCancel}
      />,
    );
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('11,000 중 4,200');
    await user.click(screen.getByRole('button', { name: '중지' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });
  it('claims no share while the whole is unknown', () => {
    show(<ProgressPanel title="가져오기" job={{ state: 'running', done: 3, total: 0 }} />);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBeNull();
  });
  it('says after a failure that nothing was saved', () => {
    show(
      <ProgressPanel
        title="가져오기"
        job={{ state: 'failed', done: 3, total: 9, error: '3행: 틀립니다.' }}
      />,
    );
    expect(screen.getByText('3행: 틀립니다.')).toBeTruthy();
    expect(screen.getByText(/저장된 것은 없으며/)).toBeTruthy();
  });
});
