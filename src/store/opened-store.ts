import type { Diagnostic } from '../kernel/index.ts';
import type { AssessmentStore } from './assessment-store.ts';

/** A store, or what is wrong with the one that was named. */
export type OpenedStore =
  | { readonly store: AssessmentStore; readonly problem?: undefined }
  | { readonly problem: Diagnostic };
