import {
  type BoundPolicy,
  bindPolicy,
  evaluatePolicy,
  noAliases,
  PolicyPlan,
  parseDefinition,
  planAnswers,
  policySubject,
} from '../../src/policy/index.ts';
import { medianMs, printLine } from './measure.ts';
import { syntheticPolicies, syntheticResources } from './synthetic-estate.ts';

const policyCount = 1_000;
const resourceCount = 100_000;
const interpretedCount = 400;

/** (b) One core: a plan of 1,000 policies over 100,000 resources, the same through the interpreter, and JSON.parse of the same bytes. */
export function benchPolicy(distinct: boolean): void {
  const resources = syntheticResources(resourceCount);
  const policies = syntheticPolicies(policyCount, distinct).map(bound);
  const options = { resolver: { aliases: noAliases } };
  const subjects = resources.map((resource) => policySubject(resource));
  const plan = new PolicyPlan(policies, options);
  let evaluations = 0;
  let matches = 0;
  const planMs = medianMs(() => {
    evaluations = 0;
    matches = 0;
    for (const subject of subjects) {
      const answers = plan.forType(subject.type).evaluate(subject);
      evaluations += answers.length;
      for (const answer of answers) if (answer === planAnswers.match) matches++;
    }
  });
  let interpreted = 0;
  const interpreterMs = medianMs(() => {
    interpreted = 0;
    for (const subject of subjects.slice(0, interpretedCount)) {
      for (const index of plan.forType(subject.type).policies) {
        evaluatePolicy(policies[index]!, subject, options);
        interpreted++;
      }
    }
  }, 1);
  const text = JSON.stringify(resources);
  const parseMs = medianMs(() => void JSON.parse(text));
  const perSecond = evaluations / planMs / 1e3;
  const interpreterPerSecond = interpreted / interpreterMs / 1e3;
  const kind = distinct ? 'distinct literals' : 'shared literals';
  const what = `(b) plan, ${policyCount} policies x ${resourceCount / 1e3} k resources, ${kind}`;
  printLine(
    what,
    `${perSecond.toFixed(1)} M evaluations/s`,
    `${(planMs / parseMs).toFixed(2)} x JSON.parse of the same ${(text.length / 1e6).toFixed(0)} MB`,
  );
  printLine(
    '    the same through the interpreter',
    `${interpreterPerSecond.toFixed(2)} M evaluations/s`,
    `the plan is ${(perSecond / interpreterPerSecond).toFixed(0)} x as fast`,
  );
  printLine('    of them matching', `${((100 * matches) / evaluations).toFixed(0)} %`, '');
}

function bound(json: Parameters<typeof parseDefinition>[0]): BoundPolicy {
  const parsed = parseDefinition(json);
  if ('problem' in parsed) throw new Error(parsed.problem.problem);
  return bindPolicy(parsed.definition).policy!;
}
