import {
  type AccessTruth,
  type AskedAction,
  allOf,
  anyOf,
  denyTruth,
  GrantChecker,
  isInForce,
  needsActivation,
  no,
  opposite,
  type ScopeChain,
  unseen,
} from '../assignment/index.ts';
import { conditionSentence, printCondition } from '../condition/index.ts';
import { type AccessGap, type AccessModel, distinctGaps, modelAt } from '../estate/index.ts';
import type { AccessAnswer, AccessVerdict, AroundStep, DenyStep, GrantStep } from './access-answer.ts';
import { type AccessQuestion, realmOf } from './access-question.ts';
import { policyGrant, rolesDecideData } from './around-roles.ts';
import { type Asker, chainTo, named } from './asker.ts';
import { belongingTruth, listedTruth } from './belonging-truth.ts';
import { grantStep } from './steps.ts';
import { denyGaps, grantGaps } from './structural-gaps.ts';

/** What an answer rests on: gathered when it is made, and concluded from. */
export class Evidence {
  readonly grants: GrantStep[] = [];
  readonly activatable: GrantStep[] = [];
  readonly denials: DenyStep[] = [];
  readonly around: AroundStep[] = [];
  readonly #granted: AccessTruth[] = [];
  readonly #denied: AccessTruth[] = [];
  /** The same if nothing else existed than what was seen. */
  readonly #deniedAsSeen: AccessTruth[] = [];
  /** Grants that deny assignments do not reach: access policies of vaults. */
  readonly #besides: AccessTruth[] = [];
  readonly #model: AccessModel;
  readonly #question: AccessQuestion;
  readonly #asker: Asker;
  readonly #asked: AskedAction;

  constructor(
    model: AccessModel,
    question: AccessQuestion,
    asker: Asker,
    asked: AskedAction,
    chain: ScopeChain,
  ) {
    this.#model = model;
    this.#question = question;
    this.#asker = asker;
    this.#asked = asked;
    const realm = realmOf(question);
    this.#collectGrants(realm, chain);
    if (realm === 'azure') {
      this.#collectDenials(chain);
      this.#collectWaysAround();
    }
    const gaps = (list: readonly AccessGap[]) => (list.length === 0 ? [] : [unseen(...list)]);
    this.#granted.push(...gaps([...grantGaps(model, realm, chain, question), ...this.#strangerGaps()]));
    this.#denied.push(...gaps(denyGaps(model, realm, chain)));
  }

  /** Denials count more than grants, and a certain one more than what is not known. */
  conclude(): Pick<
    AccessAnswer,
    'verdict' | 'asSeen' | 'residual' | 'residualSentence' | 'grants' | 'denials' | 'activatable' | 'unseen'
  > {
    const { grants, denials, activatable } = this;
    const outcome = this.#outcome((truth) => truth, this.#denied);
    const verdict = verdictOf(outcome.truth, outcome.isDenied);
    const seen = this.#outcome(asSeenAlone, this.#deniedAsSeen);
    const asSeen = verdictOf(seen.truth, seen.isDenied);
    const { truth } = outcome;
    const residual =
      truth.kind === 'if' ? truth.condition : seen.truth.kind === 'if' ? seen.truth.condition : undefined;
    return {
      verdict,
      asSeen: asSeen === 'unknown' ? 'notGranted' : asSeen,
      ...(residual === undefined
        ? {}
        : {
            residual: printCondition(residual),
            residualSentence: conditionSentence(residual, (kind, id) => this.#nameOf(kind, id)),
          }),
      grants,
      denials,
      activatable,
      unseen: truth.kind === 'unknown' ? distinctGaps(truth.gaps) : [],
    };
  }

  #outcome(
    see: (truth: AccessTruth) => AccessTruth,
    denials: readonly AccessTruth[],
  ): { truth: AccessTruth; isDenied: boolean } {
    const granted = anyOf(this.#granted.map(see));
    const denied = anyOf(denials);
    const besides = anyOf(this.#besides.map(see));
    const truth = anyOf([allOf([granted, opposite(denied)]), besides]);
    return { truth, isDenied: truth.kind === 'no' && denied.kind === 'yes' };
  }

  #nameOf(kind: 'role' | 'principal', id: string): string | undefined {
    if (kind === 'role') return this.#model.roles.find(id)?.roleName;
    const position = this.#model.principals.positionOf(id);
    return position === undefined ? undefined : this.#model.principals.at(position).name;
  }

  #collectGrants(realm: 'azure' | 'directory', { keys }: ScopeChain): void {
    const model = this.#model;
    const index = model[realm];
    const checker = new GrantChecker(realm === 'azure' ? model.roles : model.directoryRoles, this.#asked);
    const dataByRoles = rolesDecideData(model, this.#asked, this.#question.resource);
    const activated = modelAt(model, { at: this.#question.at, activate: true });
    const { position } = this.#asker;
    const reachable = activated === model ? undefined : activated.membership.groupsOf(position);
    for (const key of keys)
      for (const at of index.at(key)) {
        const assignment = index.get(at);
        const holder = index.principals[at] ?? 0;
        const belongs = belongingTruth(model, this.#asker, holder);
        if (!isInForce(assignment, this.#question.at)) continue;
        if (belongs.kind !== 'yes' && reachable?.has(holder) === true) {
          const check = checker.check(assignment);
          const truth = allOf([check.truth, dataByRoles]);
          const chain = chainTo(activated, { ...this.#asker, groups: reachable }, holder);
          if (truth.kind !== 'no')
            this.activatable.push(grantStep(activated, assignment, check, truth, chain));
        }
        if (belongs.kind === 'no') continue;
        const check = checker.check(assignment);
        if (!check.isRelevant || (belongs.kind === 'unknown' && check.truth.kind === 'no')) continue;
        const truth = allOf([belongs, check.truth, dataByRoles]);
        const chain =
          belongs.kind === 'yes' ? chainTo(model, this.#asker, holder) : [named(model.principals.at(holder))];
        const step = grantStep(model, assignment, check, truth, chain);
        if (!needsActivation(assignment)) this.grants.push(step);
        else if (truth.kind !== 'no') this.activatable.push(step);
        if (!needsActivation(assignment) || this.#question.activate === true) this.#granted.push(truth);
      }
  }

  #collectDenials({ keys }: ScopeChain): void {
    for (const denial of this.#model.denials.inForceAt(keys)) {
      const applies = denyTruth(denial, this.#asked);
      if (applies.kind === 'no') continue;
      const listed = listedTruth(this.#model, this.#asker, denial.principals);
      const excluded = listedTruth(this.#model, this.#asker, denial.excluded);
      const truth = allOf([applies, listed, opposite(excluded)]);
      if (truth.kind === 'no') continue;
      const { id, name, scope, isScopeOnly, file } = denial;
      this.denials.push({ outcome: truth.kind, denyAssignmentId: id, name, scope, isScopeOnly, file });
      this.#denied.push(truth);
      this.#deniedAsSeen.push(
        allOf([asSeenAlone(applies), asSeenAlone(listed), opposite(asSeenAlone(excluded))]),
      );
    }
  }

  #collectWaysAround(): void {
    const model = this.#model;
    if (this.#asked.plane !== 'data') return;
    for (const { truth, holder, vault } of policyGrant(
      model,
      this.#asker,
      this.#asked,
      this.#question.resource,
    )) {
      this.#besides.push(truth);
      if (truth.kind === 'no') continue;
      const chain =
        truth.kind === 'yes' ? chainTo(model, this.#asker, holder) : [named(model.principals.at(holder))];
      this.around.push({ by: 'accessPolicy', resourceId: vault, chain });
    }
    const unseenVault = rolesDecideData(model, this.#asked, this.#question.resource);
    if (unseenVault.kind === 'unknown') this.#besides.push(unseenVault);
  }

  /** A principal that no directory has may be of a tenant that resources are delegated to. */
  #strangerGaps(): readonly AccessGap[] {
    if (this.#asker.principal.isListed || this.#model.seen.has('delegations')) return [];
    if (realmOf(this.#question) === 'directory') return [];
    return [
      {
        source: 'delegations',
        what: `${this.#asker.principal.id} is in no directory export, and no delegations were exported`,
        about: this.#asker.principal.id,
      },
    ];
  }
}

function verdictOf(truth: AccessTruth, isDenied: boolean): AccessVerdict {
  switch (truth.kind) {
    case 'yes':
      return 'allowed';
    case 'if':
      return 'allowedIf';
    case 'no':
      return isDenied ? 'denied' : 'notGranted';
    default:
      return 'unknown';
  }
}

/** What something comes to if what was not seen does not exist. */
function asSeenAlone(truth: AccessTruth): AccessTruth {
  return truth.kind === 'unknown' ? no : truth;
}
