export { bindFile } from './bind-file.ts';
export { type Binding, unwrapped } from './binding.ts';
export type { ResourceType } from './resource-type.ts';
export type * from './symbol.ts';
