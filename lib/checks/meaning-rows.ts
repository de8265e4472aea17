/**
 * Words that news uses for one act or one thing: a table, one row a meaning, its first word the row's name. Rows serve
 * comparison (is this the same act?) and the reading of a check's `needs`; ranking gains nothing from them. A word may
 * stand in several rows. `=word` is that form alone, where the stem would take in another meaning ("crossings" is no
 * form of "crossed"). Two or more words joined by `_` are a phrase, inflected like single words.
 */

/** What is done. */
export const ACT_ROWS = `
kill die death dead slay fatality perish =lives slaughter massacre murder assassinate
wound injure injury hurt maim
strike attack assault hit bomb shell raid pound bombard airstrike air_strike target bombing shelling
destroy blow_up demolish dynamite wreck raze flatten obliterate destruction demolition reduce_to_rubble tear_down
explode explosion blast detonate detonation go_off
burn torch set_fire set_ablaze set_alight arson ablaze burn_down
seize capture =take =takes =took =taken =taking overrun take_over take_control gain_control wrest occupy conquer grab retake recapture wrest_control
leave withdraw withdrawal pull_out pull_back pullout pullback evacuate vacate depart departure retreat abandon move_out quit
expel force_out drive_out push_out oust evict dislodge eject throw_out kick_out squeeze_out drive_from force_from
enter entry move_into march_into roll_into advance_into push_into cross_into storm incursion
clash fight battle skirmish combat conflict firefight gunfight exchange_fire trade_fire hostility infighting confrontation come_to_blow gun_battle
arrest detain detention apprehend round_up take_into_custody jail imprison
free release set_free liberate
resign resignation step_down stand_down quit
dismiss sack remove_from_office fire_as
appoint appointment install name_as
succeed replace take_over_from
meet meeting summit talk hold_talk sit_down confer
agree agreement deal accord pact treaty
deny denial reject refute rebut repudiate disavow
confirm confirmation corroborate verify acknowledge
admit confess concede
accuse accusation blame allege allegation
collude collusion conspire connive collaborate collaboration coordinate coordination in_league in_cahoot work_hand_in_hand
support back sponsor prop_up bolster stand_behind
lead leader command commander head in_charge oversee at_the_helm helm
chair chairman chairwoman chairperson preside head
consist comprise make_up compose
include contain incorporate encompass
weaken curb undercut undermine reduce diminish curtail erode roll_back rein_in sideline blunt clip_the_wing
rise increase grow growth climb jump surge soar go_up
fall drop decline decrease shrink plunge go_down reduce dip
win victory triumph
lose loss defeat
open reopen
close shut closure
start begin launch commence break_out erupt flare_up onset
end finish conclude halt cease collapse break_down
hold last endure
order instruct instruction
seek want push_for press_for demand call_for urge
guarantee promise pledge assure assurance vow commitment commit
obtain secure extract win
postpone delay put_off defer reschedule push_back
cancel call_off scrap
deploy send dispatch station redeploy
sink capsize founder go_down
protest demonstrate demonstration rally
elect election
threaten threat warn warning
shoot gun_down open_fire
down shoot_down bring_down
flee escape
rescue save
ban prohibit outlaw forbid bar
build construct construction erect
supply deliver provide ship transfer
sell sale
buy purchase acquire
help assist aid
run operate manage maintain
activate enable switch_on turn_on bring_online activation
perform carry_out conduct mount
retract withdraw take_back walk_back
jostle compete vie rivalry rival competition contest
describe call characterize label portray term
found establish create set_up
visit trip travel
join enlist
trick deceive mislead
crash collide collision
test trial
spread circulate
grant award
shake rock
cover conceal hide
refuse decline
treat treatment
fund finance pay_for bankroll
spend cost
occur happen take_place
participate take_part
tax levy
teach instruct
`;

/** What it is done by, to or with. */
export const THING_ROWS = `
troop soldier =forces serviceman
army military armed_force
militia militiaman paramilitary irregular
fighter militant gunman combatant
rebel insurgent
bridge =crossing =crossings river_crossing
checkpoint roadblock check_point
depot warehouse arsenal storehouse stockpile ammunition_dump weapon_store storage_site storage_facility
missile rocket
system battery
house home dwelling
city town
village hamlet
province governorate
area region zone
countryside suburb outskirt rural environ
mountain hill highland
border frontier
government regime authority
official functionary
lawmaker parliamentarian member_of_parliament deputy legislator =mp =mps
parliament legislature
committee commission panel
prime_minister premier
minister secretary
brother sibling
influence sway clout foothold
spokesman spokeswoman spokesperson
expert analyst specialist
newspaper paper daily
outlet medium press
coalition alliance
terrorist terror
person people
child kid minor
woman female
law legislation
vaccine vaccination jab
chip microchip
video footage clip
photo photograph picture image snapshot
gun firearm
job employment
unemployment jobless joblessness
immigrant migrant
undocumented illegal
healthcare health_care
wage salary
student pupil
police cop
weapon arms
aircraft plane jet warplane
ship vessel boat
ceasefire truce armistice
target position
pressure duress
convoy column
story report account
bank lender
company firm corporation
coronavirus covid
`;

/** How it is. */
export const QUALITY_ROWS = `
east eastern easterly
west western westerly
north northern northerly
south southern southerly
clear obvious evident unmistakable plain blatant overt
senior high_ranking high_level top_ranking
multiple several numerous various
anonymous unnamed unidentified
easy ease
heavy intense severe strong
main principal chief key prime
first initial
shia shiite shi
allied aligned
`;

/** Rows that undo one another: with all else equal, one denies the other. */
export const OPPOSITES: readonly (readonly [string, string])[] = [
  ['enter', 'leave'],
  ['rise', 'fall'],
  ['win', 'lose'],
  ['open', 'close'],
  ['start', 'end'],
  ['confirm', 'deny'],
  ['free', 'arrest'],
  ['hold', 'end'],
  ['build', 'destroy'],
  ['buy', 'sell'],
];

/** Acts without an order of the two sides. */
export const SYMMETRIC: ReadonlySet<string> = new Set(['clash', 'meet', 'agree', 'jostle', 'collude', 'crash']);
