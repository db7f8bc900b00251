export { type EstateObjectKind, estateObjectKind } from './estate-object-kind.ts';
export { type GenerateEstateOptions, generateEstate } from './generate-estate.ts';
export { type Weakness, type WeaknessName, weaknesses } from './weaknesses.ts';
