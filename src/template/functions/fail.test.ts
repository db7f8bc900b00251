import { describe, expect, it } from 'vitest';
import { EvaluationError } from '../template-function.ts';
import { run, unknown } from './call-for-test.ts';

describe('fail', () => {
  it('always raises an error', () => {
    expect(() => run('fail', 'no zone left')).toThrow(new EvaluationError('fail is called: no zone left'));
    expect(() => run('fail', unknown())).toThrow('fail is called with a message that is not known');
  });
});
