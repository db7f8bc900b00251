export { type BicepEdit, bicepEdit, type EditedBicep } from './bicep-edit.ts';
export { bicepTexts, type WrittenText } from './written-texts.ts';
export { literalAt } from './written-value.ts';
