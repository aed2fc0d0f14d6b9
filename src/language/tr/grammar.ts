import type { Grammar } from '../engine/analyser.ts';
import { lowerCaseDotted } from '../engine/lower-case.ts';
import { cutSuffix, limitTags } from './case-ending.ts';
import { judgeVerbs } from './judged-verbs.ts';
import { repairRoles } from './roles.ts';
import { roleSpelling } from './suffix-chain.ts';

/** Turkish beside the common engine: dotted and dotless i, suffixes on a name's last word. */
export const grammar: Grammar = {
  lower: lowerCaseDotted,
  dictionary: false,
  roles: { spelling: roleSpelling, judgeVerbs },
  nameHead: (forms) => forms.length - 1,
  lemmaClass: (tag) => tag.split(' ').slice(0, 3).join(' '),
  lemmaRule: cutSuffix,
  limitTags,
  finish: repairRoles,
};
