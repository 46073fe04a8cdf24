/** Which fields each record's form has, in order, and how each is typed. */
import type { Records } from './api';

export type Editable = Exclude<keyof Records, 'people'>;

export type Typed =
  | 'line'
  | 'bilingual'
  | 'bilingual-lines'
  | 'number'
  | 'tags'
  | 'topics'
  | 'country'
  | 'countries'
  | 'languages'
  | 'spoken'
  | 'choice'
  | 'choices'
  | 'range'
  | 'count'
  | 'periods';

export interface FieldSpec {
  id: string;
  as: Typed;
  required?: boolean;
  /** Codes to choose from, with words of the house; cohorts and institutions come from the server. */
  options?: readonly string[];
}

const stages = [
  'pre-seed',
  'seed',
  'series-a',
  'series-b',
  'series-c',
  'growth',
  'pre-ipo',
  'public',
  'other',
] as const;
const fields =
  'strategy technology management marketing finance export production quality hr ip legal digital investment rnd'.split(
    ' ',
  );
const instruments = ['equity', 'RCPS', 'CB', 'BW', 'loan', 'guarantee', 'JV', 'MA', 'distribution'];

const name: FieldSpec = { id: 'name', as: 'bilingual', required: true };
const place: FieldSpec[] = [
  { id: 'country', as: 'country' },
  { id: 'region', as: 'line' },
];
const subjects: FieldSpec[] = [
  { id: 'industries', as: 'tags' },
  { id: 'tags', as: 'tags' },
];

export const fieldsOf: Record<Editable, FieldSpec[]> = {
  companies: [
    name,
    { id: 'summary', as: 'bilingual-lines' },
    ...subjects,
    { id: 'stage', as: 'choice', options: stages },
    { id: 'size_class', as: 'choice', options: ['small', 'medium', 'mid-market', 'large'] },
    { id: 'founded', as: 'number' },
    { id: 'employees', as: 'number' },
    ...place,
    { id: 'city', as: 'line' },
    { id: 'website', as: 'line' },
    { id: 'cohort', as: 'choice' },
    { id: 'registration_no', as: 'line' },
  ],
  experts: [
    name,
    { id: 'headline', as: 'bilingual' },
    { id: 'summary', as: 'bilingual-lines' },
    { id: 'institution', as: 'choice' },
    { id: 'roles', as: 'choices', options: ['director', 'supporter'] },
    { id: 'fields', as: 'choices', options: fields },
    { id: 'topics', as: 'topics' },
    ...subjects,
    { id: 'markets', as: 'countries' },
    { id: 'languages', as: 'spoken' },
    { id: 'capacity', as: 'number' },
    { id: 'load', as: 'number' },
    { id: 'unavailable', as: 'periods' },
    ...place,
  ],
  investors: [
    name,
    {
      id: 'kind',
      as: 'choice',
      options: ['vc', 'cvc', 'pe', 'angel', 'accelerator', 'bank', 'fund', 'other'],
    },
    { id: 'thesis', as: 'bilingual-lines' },
    { id: 'stages', as: 'choices', options: stages },
    { id: 'ticket', as: 'range' },
    { id: 'instruments', as: 'choices', options: instruments },
    ...subjects,
    { id: 'markets', as: 'countries' },
    { id: 'languages', as: 'languages' },
    { id: 'capacity', as: 'number' },
    ...place,
    { id: 'city', as: 'line' },
    { id: 'timezone', as: 'line' },
  ],
  institutions: [
    name,
    {
      id: 'kind',
      as: 'choice',
      options: ['consultancy', 'research', 'public', 'university', 'accounting', 'law'],
    },
    { id: 'fields', as: 'choices', options: fields },
    { id: 'capacity', as: 'count' },
    ...place,
  ],
};
