/** Words that are no part of what is counted. */

/** Words that end a noun: those that join, ask, tell or hedge. */
export const STOPS: ReadonlySet<string> = new Set(
  (
    'a about above after again against all already also always am an and any are around as at average be because been before below ' +
    'between both but by can comes could did divided do does down during each either else equals even ever every exactly fits for ' +
    'from gets gives goes got had has have he hence here how i if in instead into is it its just leaves leave left less like makes mean ' +
    'means more most much multiplied must my need needs never no nor not now of off on once one only or other our out over overall ' +
    'per plus minus times rather roughly she should since so some still take takes than that thats the their them then there these ' +
    'they this those though through to today together too total under until up us use used uses very was we were what when where ' +
    "whether which while who whose why will with within without would x yet you your that's it's it'd we'd i'd makes which's squared i.e e.g " +
    'equal yields gives come worth lost spare altogether ' +
    'am im pro je und oder mit für von zum zur der die das den dem des ein eine sind ist also etwa rund mal durch auf bei nach aus ' +
    'zu über jeweils across throughout having ' +
    'wir ich es man dann danach noch nur passt macht ergibt'
  ).split(' '),
)
