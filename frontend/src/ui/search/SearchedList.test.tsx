import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { newQueryClient } from '@/lib/api/query';
import type { SearchedPage } from '@/lib/search/types';
import { useListState } from '@/lib/search/useListState';
import { show } from '@/testing/render';
import { SearchedList } from './SearchedList';

interface Row {
  id: string;
}

const attributes = ['stage'] as const;
const sorts = ['name', 'changed'] as const;
const groups = [{ id: 'stage', label: '단계', options: [{ value: 'seed', label: '시드', count: 2 }] }];

function start(at: string, page: SearchedPage & { total?: number }, rows: Row[]) {
  const ask = vi.fn(async () => undefined);
  const filters: unknown[] = [];
  function List() {
    const state = useListState(attributes, sorts);
    filters.push(state.filter);
    return (
      <SearchedList
        kind="company"
        state={state}
        page={page}
        groups={groups}
        search="기업 검색"
        ask={ask}
        empty={<p>아직 없음</p>}
        caption="기업"
        columns={[{ id: 'id', header: '번호', cell: (row: Row) => row.id }]}
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => row.id}
      />
    );
  }
  const router = createRouter({
    routeTree: createRootRoute({ component: List }),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  const rendered = show(
    <QueryClientProvider client={newQueryClient()}>
      {/* biome-ignore lint/suspicious/noExplicitAny: another router than the one the page registers */}
      <RouterProvider router={router as any} />
    </QueryClientProvider>,
  );
  const search = () => new URLSearchParams(router.state.location.searchStr);
  return { ...rendered, ask, search, filter: () => filters.at(-1) };
}

const some = [{ id: 'c1' }, { id: 'c2' }];

describe('SearchedList', () => {
  it('offers the best match with words alone, and keeps all in the address', async () => {
    const { user, search, filter } = start('/?stage=seed', { total: 2 }, some);
    const box = await screen.findByRole('searchbox', { name: '기업 검색' });
    expect(filter()).toEqual({ stage: ['seed'], sort: 'name' });
    await user.click(screen.getByRole('combobox', { name: '정렬' }));
    expect(screen.queryByRole('option', { name: '정확도순' })).toBeNull();
    await user.keyboard('{Escape}');
    await user.type(box, '센서');
    await waitFor(() => expect(search().get('q')).toBe('센서'));
    expect(filter()).toEqual({ stage: ['seed'], sort: 'best', q: '센서' });
    await user.click(screen.getByRole('combobox', { name: '정렬' }));
    await user.click(screen.getByRole('option', { name: '최근 변경순' }));
    await waitFor(() => expect(search().get('sort')).toBe('changed'));
    await user.click(screen.getByRole('button', { name: '조건 빼기: 시드' }));
    await waitFor(() => expect(search().has('stage')).toBe(false));
    expect(screen.getByRole('searchbox')).toBe(box);
  });

  it('says how the words were taken above what they found', async () => {
    start('/?q=a', { total: 2, reading: 'typo', degraded: true }, some);
    expect(await screen.findByText(/비슷한 철자로 찾았습니다/)).toBeTruthy();
    expect(screen.getByText('임시 색인으로 답했습니다.')).toBeTruthy();
  });

  it('drops a filter that keeps all out, and leads the reading to the results', async () => {
    const relax = [{ attr: 'stage', total: 4 }];
    const { user, search } = start('/?q=a&stage=seed', { total: 0, relax, reading: 'any' }, []);
    await user.click(await screen.findByRole('button', { name: '단계: 시드 빼기 → 4건' }));
    await waitFor(() => expect(search().toString()).toBe('q=a'));
    expect(document.activeElement?.contains(screen.getByRole('searchbox'))).toBe(true);
    expect(screen.queryByText(/비슷한|일부라도/)).toBeNull();
  });

  it('counts typed words that found nothing once they rest, and no others', async () => {
    const { ask, unmount } = start('/?q=a', { total: 0 }, []);
    fireEvent.change(await screen.findByRole('searchbox'), { target: { value: '없는말' } });
    await waitFor(() => expect(ask).toHaveBeenCalledWith('없는말'), { timeout: 4000 });
    expect(ask).toHaveBeenCalledOnce();
    unmount();
  });

  it('has its own words for a list without anything', async () => {
    start('/', { total: 0 }, []);
    expect(await screen.findByText('아직 없음')).toBeTruthy();
  });
});
