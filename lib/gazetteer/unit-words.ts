/** Words that say what kind of formation a name belongs to; a page may print them small inside a name. */

/** Formations that carry numbers. */
export const NUMBERED_UNITS: ReadonlySet<string> = new Set(
  (
    'army armies corps division divisions brigade brigades regiment regiments battalion battalions squadron squadrons ' +
    'company platoon fleet wing group directorate department battery flotilla legion front'
  ).split(' '),
);

/** Other words that end, or stand in, the name of an armed force or service. */
export const NAMED_UNITS: ReadonlySet<string> = new Set(
  (
    'force forces guard guards militia militias command navy troops police gendarmerie units unit service services ' +
    'intelligence security directorate agency movement resistance commandos marines paratroopers rangers infantry ' +
    'armoured armored mechanised mechanized airborne artillery tank special task mission council committees'
  ).split(' '),
);

export const isUnitWord = (word: string): boolean => NUMBERED_UNITS.has(word) || NAMED_UNITS.has(word);
