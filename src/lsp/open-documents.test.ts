import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { OpenDocuments, pathOfUri } from './open-documents.ts';

const folder = temporaryFolder({
  'apps/shop/landguard.yaml': '',
  'apps/shop/infra/main.json': '{}',
  'main.json': '{}',
});
const uri = (path: string) => pathToFileURL(join(folder, path)).href;
const document = (at: string, languageId = 'json') => TextDocument.create(at, languageId, 1, '{}');

function opened(folders: readonly string[] = [uri('')]): OpenDocuments {
  const documents = new OpenDocuments();
  documents.setWorkspaceFolders(folders);
  return documents;
}

describe('the folder of a document', () => {
  it.each([
    ['main.json', ''],
    ['apps/shop/infra/main.json', 'apps/shop'],
    ['apps/other/main.json', ''],
  ])('%s is /%s', (path, expected) => {
    expect(opened().folderOf(join(folder, path))).toBe(join(folder, expected).replace(/[\\/]$/, ''));
  });

  it('is the innermost workspace folder', () => {
    expect(opened([uri(''), uri('apps')]).folderOf(join(folder, 'apps/other/main.json'))).toBe(
      join(folder, 'apps'),
    );
  });

  it('is its own where there is no workspace', () => {
    expect(opened([]).folderOf(join(folder, 'apps/other/main.json'))).toBe(join(folder, 'apps/other'));
  });
});

describe('the texts that are open', () => {
  it('have their path as it is seen from a folder', () => {
    const documents = opened();
    documents.put(document(uri('apps/shop/infra/main.json')));
    documents.put(document('untitled:Untitled-1'));
    documents.put(document('untitled:Untitled-2', 'bicep'));
    expect([...documents.overlay(join(folder, 'apps/shop')).keys()][0]).toBe('infra/main.json');
    expect([...documents.overlay(folder).keys()]).toEqual([
      'apps/shop/infra/main.json',
      'untitled:Untitled-1.json',
      'untitled:Untitled-2.bicep',
    ]);
  });

  it('keep the URI that the editor gave them', () => {
    const documents = opened();
    const odd = uri('main.json').replace('main', '%6Dain');
    documents.put(document(odd));
    expect(documents.uriOf(folder, 'main.json')).toBe(odd);
    expect(documents.uriOf(folder, 'other.json')).toBe(uri('other.json'));
    documents.remove(odd);
    expect(documents.uriOf(folder, 'main.json')).toBe(uri('main.json'));
  });
});

it.each(['untitled:a', 'https://contoso.example/a', 'file://host%2Fx/%2F', 'nonsense'])(
  '%s is no file here',
  (text) => {
    expect(pathOfUri(text)).toBeUndefined();
  },
);
