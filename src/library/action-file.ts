import { join } from 'node:path';
import { type Diagnostic, fold } from '../kernel/index.ts';
import { readFactsFile } from './read-facts-file.ts';
import { decodeSegmentList } from './segment-list.ts';

/** The actions of `facts/actions.json`: for each (folded) namespace, what follows it in the actions of the control plane and of the data plane. */
export interface ActionFile {
  readonly namespaces: Readonly<Record<string, readonly [control: string, data: string]>>;
}

/** The actions that are known, for enumerating them; there are always others. */
export interface StoredActions {
  readonly control: readonly string[];
  readonly data: readonly string[];
  /** Those of one resource provider, in any case. */
  ofNamespace(namespace: string): { readonly control: readonly string[]; readonly data: readonly string[] };
  readonly diagnostics: readonly Diagnostic[];
}

/** The known actions in a facts folder, folded. A namespace is unpacked when it is asked for, and all of them with the first list of all. */
export function loadActions(folder: string): StoredActions {
  const { file, diagnostics } = readFactsFile<ActionFile>(join(folder, 'actions.json'), 'namespaces');
  const namespaces = file?.namespaces ?? {};
  const unpacked = new Map<string, { control: readonly string[]; data: readonly string[] }>();
  const ofNamespace = (namespace: string) => {
    const key = fold(namespace);
    const known = unpacked.get(key);
    if (known !== undefined) return known;
    const [control, data] = (Object.hasOwn(namespaces, key) ? namespaces[key] : undefined) ?? ['', ''];
    const within = (text: string) => decodeSegmentList(text).map((rest) => `${key}/${rest}`);
    const actions = { control: within(control), data: within(data) };
    unpacked.set(key, actions);
    return actions;
  };
  const all = (plane: 'control' | 'data') =>
    Object.keys(namespaces).flatMap((namespace) => ofNamespace(namespace)[plane]);
  return {
    get control() {
      return all('control');
    },
    get data() {
      return all('data');
    },
    ofNamespace,
    diagnostics,
  };
}
