import type { Rule } from './rule.ts';

export const checkRules: readonly Rule[] = [
  {
    id: 'check-without-report',
    asks: 'A check tells what others reported.',
    mend: 'Add the reports it rests on.',
    check({ pack }, tell) {
      for (const check of pack.checks) if (check.reports.length === 0) tell(check.id, 'reports', 'rests on no report');
    },
  },
  {
    id: 'report-without-origin',
    asks: 'Every report says what it goes back to, so that origins can be counted.',
    mend: 'Add `origin`: an origin record’s slug, or the id of the note that is the origin itself.',
    check({ pack }, tell) {
      for (const check of pack.checks) {
        check.reports.forEach((report, i) => {
          if (!report.origin && report.stance !== 'silent')
            tell(check.id, `reports[${i}]`, 'the report names no origin');
        });
      }
    },
  },
  {
    id: 'report-without-outlet',
    asks: 'Every report says whose it is.',
    mend: 'Add `outlet`, the id of its note; or `name` when there is none.',
    check({ pack }, tell) {
      for (const check of pack.checks) {
        check.reports.forEach((report, i) => {
          if (!report.outlet && !report.name) tell(check.id, `reports[${i}]`, 'the report names no outlet');
        });
      }
    },
  },
  {
    id: 'check-without-sentence',
    asks: 'A check has the sentence a reader is shown.',
    mend: 'Add `explain`.',
    check({ pack }, tell) {
      for (const check of pack.checks) if (!check.explain) tell(check.id, 'explain', 'has no sentence for the reader');
    },
  },
  {
    id: 'differs-without-part',
    asks: 'A check that differs says in what.',
    mend: 'Add `part`: number, place, time, actor, wording, role, name or polarity.',
    check({ pack }, tell) {
      for (const check of pack.checks) {
        if (check.finding === 'differs' && !check.part) tell(check.id, 'finding', 'differs, but does not say in what');
      }
    },
  },
  {
    id: 'not-single-origin',
    asks: 'A check that finds a single origin has reports of one origin.',
    mend: 'Set the origins right, or choose another finding.',
    check({ pack }, tell) {
      for (const check of pack.checks) {
        if (check.finding !== 'single-origin') continue;
        const carrying = check.reports.filter(({ stance }) => stance === 'supports' || stance === 'repeats');
        const origins = new Set(carrying.flatMap(({ origin }) => origin ?? []));
        if (origins.size > 1)
          tell(check.id, 'finding', `its reports go back to ${origins.size} origins: ${[...origins].join(', ')}`);
      }
    },
  },
];
