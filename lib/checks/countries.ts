/**
 * Countries as news names them: the name, its people, its capital and the seat of its government, which stand for the
 * state ("Moscow said"). One row a country, its first word the row's name; `_` joins the words of a name. General
 * knowledge, kept to the countries that foreign news names most; a country without a row is compared by its own word.
 */
export const COUNTRY_ROWS = `
russia russian moscow kremlin russian_federation
iran iranian tehran teheran islamic_republic
syria syrian damascus
israel israeli tel_aviv
lebanon lebanese beirut
iraq iraqi baghdad
turkey turkish turk ankara türkiye
usa american america united_states washington white_house pentagon
uk british britain united_kingdom london downing_street
france french paris elysee
germany german berlin
egypt egyptian cairo
jordan jordanian amman
saudi_arabia saudi riyadh
yemen yemeni sanaa
qatar qatari doha
emirates emirati uae united_arab_emirates abu_dhabi
kuwait kuwaiti
bahrain bahraini manama
oman omani muscat
palestine palestinian ramallah
gaza gazan
libya libyan tripoli
tunisia tunisian tunis
algeria algerian algiers
morocco moroccan rabat
sudan sudanese khartoum
south_sudan south_sudanese juba
ethiopia ethiopian addis_ababa
eritrea eritrean asmara
somalia somali mogadishu
kenya kenyan nairobi
nigeria nigerian abuja
mali malian bamako
niger nigerien niamey
chad chadian
congo congolese kinshasa
rwanda rwandan kigali
south_africa south_african pretoria
ukraine ukrainian kyiv kiev
belarus belarusian minsk
poland polish pole warsaw
georgia georgian tbilisi
armenia armenian yerevan
azerbaijan azerbaijani azeri baku
kazakhstan kazakh astana
uzbekistan uzbek tashkent
afghanistan afghan kabul
pakistan pakistani islamabad
india indian delhi new_delhi
bangladesh bangladeshi dhaka
sri_lanka sri_lankan
china chinese beijing
taiwan taiwanese taipei
japan japanese tokyo
south_korea south_korean seoul
north_korea north_korean pyongyang
myanmar burmese burma naypyidaw
thailand thai bangkok
vietnam vietnamese hanoi
philippines filipino philippine manila
indonesia indonesian jakarta
australia australian canberra
canada canadian ottawa
mexico mexican
cuba cuban havana
venezuela venezuelan caracas
colombia colombian bogota
brazil brazilian brasilia
argentina argentine argentinian buenos_aires
italy italian rome
spain spanish spaniard madrid
portugal portuguese lisbon
greece greek athens
serbia serbian serb belgrade
kosovo kosovar pristina
bosnia bosnian sarajevo
croatia croatian zagreb
hungary hungarian budapest
romania romanian bucharest
bulgaria bulgarian sofia
moldova moldovan chisinau
austria austrian vienna
switzerland swiss bern
sweden swedish stockholm
norway norwegian oslo
finland finnish
denmark danish copenhagen
netherlands dutch
belgium belgian
ireland irish dublin
kurdistan kurdish kurd
european_union eu
united_nations un
nato
`;
