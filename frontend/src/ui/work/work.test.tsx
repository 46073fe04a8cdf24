import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { show } from '@/testing/render';
import { CommandPalette } from './CommandPalette';
import { DiffList, moves } from './DiffList';
import { ProgressPanel } from './ProgressPanel';
import type { PaletteGroup } from './paletteSource';

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

describe('CommandPalette', () => {
  const group = (query: string): PaletteGroup[] => [
    {
      id: 'company',
      label: '기업',
      items: ['가온', '나래'].map((n) => ({ id: n, title: `${n} ${query}`, href: `/companies/${n}` })),
    },
  ];

  it('is worked by keys alone', async () => {
    const onClose = vi.fn();
    const { user, went } = show(<CommandPalette opened onClose={onClose} source={async (q) => group(q)} />);
    const input = await screen.findByRole('combobox');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    expect(screen.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('true');
    await user.type(input, '{ArrowDown}');
    expect(input.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id);
    await user.type(input, '{Enter}');
    expect(went).toEqual(['/companies/나래']);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('drops an answer that comes after a later question', async () => {
    const waiting = new Map<string, (groups: PaletteGroup[]) => void>();
    const source = (query: string) => new Promise<PaletteGroup[]>((resolve) => waiting.set(query, resolve));
    const { user } = show(<CommandPalette opened onClose={() => undefined} source={source} />);
    await user.type(await screen.findByRole('combobox'), 'a');
    await waitFor(() => expect(waiting.has('a')).toBe(true));
    await user.type(screen.getByRole('combobox'), 'b');
    await waitFor(() => expect(waiting.has('ab')).toBe(true));
    waiting.get('ab')?.(group('new'));
    waiting.get('a')?.(group('old'));
    expect(await screen.findByRole('option', { name: '가온 new' })).toBeTruthy();
    expect(screen.queryByRole('option', { name: '가온 old' })).toBeNull();
  });

  it('says when the search did not work', async () => {
    const { user } = show(
      <CommandPalette opened onClose={() => undefined} source={() => Promise.reject(new Error('down'))} />,
    );
    await user.type(await screen.findByRole('combobox'), 'a');
    expect(await screen.findByText(/검색하지 못하였습니다/)).toBeTruthy();
  });
});
