export { CollectedFolder } from './collected-folder.ts';
export { defaultEstateLimits, type EstateLimits } from './estate-limits.ts';
export { EstateWriteError } from './estate-write-error.ts';
export { EstateChangedError } from './folder-estate.ts';
export { type OpenEstateOptions, type OpenedEstate, openEstateFolder } from './open-estate-folder.ts';
export { type WriteEstateLimits, type WrittenEstate, writeEstate } from './write-estate.ts';
