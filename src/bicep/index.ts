export type { BicepBytes, BicepFiles, BicepText, FileProblem, ListedFile } from './bicep-files.ts';
export * from './editing/index.ts';
export { printJson, printValue } from './output/print-json.ts';
export { type Generator, templateText } from './output/template-text.ts';
export type { BicepDocument, BicepParameters, UsedTemplate } from './parameters/bicep-parameters.ts';
export { parametersFile } from './parameters/parameters-file.ts';
export { BicepProgram } from './program/bicep-program.ts';
export * from './registry/index.ts';
export * from './syntax/index.ts';
