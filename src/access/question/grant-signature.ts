import { fold } from '../../kernel/index.ts';
import { isInForce, needsActivation, type RoleAssignment, scopeKey } from '../assignment/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { AccessView } from './access-question.ts';

/** What each principal has itself, as texts that are the same in two models when that is. */
export class GrantSignatures {
  readonly #model: AccessModel;
  readonly #view: AccessView;
  readonly #roles = new Map<string, string>();

  constructor(model: AccessModel, view: AccessView) {
    this.#model = model;
    this.#view = view;
  }

  /** What a principal has itself, and the groups it is directly in: each once, sorted. Empty for what is not there. */
  of(position: number | undefined): string {
    if (position === undefined) return '';
    const texts = this.#model.azure.of(position).flatMap((at) => {
      const assignment = this.#model.azure.get(at);
      const counts =
        isInForce(assignment, this.#view.at) &&
        (this.#view.activate === true || !needsActivation(assignment));
      return counts ? this.#textOf(assignment) : [];
    });
    const groups = this.#model.membership.directGroupsOf(position);
    for (const group of groups) texts.push(fold(this.#model.principals.at(group).id));
    return texts.length < 2 ? (texts[0] ?? '') : [...new Set(texts)].sort().join('\n');
  }

  #textOf({ scope, role, condition }: RoleAssignment): string {
    let grants = this.#roles.get(role);
    if (grants === undefined) {
      grants = JSON.stringify(this.#model.roles.find(role)?.permissions ?? role);
      this.#roles.set(role, grants);
    }
    return `${scopeKey(scope)} ${condition?.text ?? ''} ${grants}`;
  }
}
