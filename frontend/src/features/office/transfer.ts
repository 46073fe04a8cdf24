/** Imports, exports and the jobs that do them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, idempotencyKey, type Schemas } from '@/lib/api/client';
import { ApiError, problemOf } from '@/lib/api/problem';

export type Job = Schemas['Job'];
export type Inspected = Schemas['InspectAnswerBody'];
export type Mapping = Schemas['Mapping'];

export const active = (job: Job) => job.state === 'queued' || job.state === 'running';

export function useJobs() {
  return useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => data(api.GET('/jobs', { params: { query: { limit: 20 } }, signal })),
    refetchInterval: (query) => (query.state.data?.items?.some(active) ? 700 : false),
  });
}

async function sendForm<T>(
  address: string,
  form: FormData,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(`/api/v1${address}`, { method: 'POST', body: form, headers });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(problemOf(response, body));
  return body as T;
}

function formOf(files: File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return form;
}

/** What stands in the files: sheets, header rows, and what each column seems to be. */
export function useInspect() {
  return useMutation({
    mutationFn: (files: File[]) => sendForm<Inspected>('/imports/inspect', formOf(files)),
  });
}

export function useImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ files, dryRun, mapping }: { files: File[]; dryRun: boolean; mapping?: Mapping }) => {
      const form = formOf(files);
      form.append('dry_run', String(dryRun));
      if (mapping) form.append('mapping', JSON.stringify(mapping));
      return sendForm<Job>('/imports', form, idempotencyKey());
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function useExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (format: 'jsonl' | 'xlsx' | 'csv') =>
      data(api.POST('/exports', { params: { header: idempotencyKey() }, body: { format } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function useCancel() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => data(api.POST('/jobs/{id}/cancel', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export const fileOf = (job: Job, name: string) =>
  `/api/v1/jobs/${encodeURIComponent(job.id)}/files/${encodeURIComponent(name)}`;
