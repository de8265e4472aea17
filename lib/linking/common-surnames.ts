/**
 * Family names too many people have, or that are as much a given name, a place or a word: alone on a page they mean
 * nobody. English-speaking countries' most frequent ones, frequent ones of the Arab world, South and East Asia and the
 * Spanish-speaking countries, and names of places. General knowledge, a closed list.
 */
const NAMES = `
smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor
moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright scott torres
nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz
edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos
kim cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers
long ross foster jimenez powell jenkins perry russell sullivan bell coleman butler henderson barnes fisher vasquez simmons romero
jordan patterson alexander hamilton graham reynolds griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina
stevens murray ford castro marshall owens harrison fernandez mcdonald woods washington kennedy wells vargas henry chen freeman webb
tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder mason dixon munoz hunt hicks holmes palmer
wagner black robertson boyd rose stone salazar fox warren mills meyer rice schmidt garza daniels ferguson nichols stephens soto weaver
ryan gardner payne grant dunn kelley spencer hawkins arnold pierce vazquez hansen peters santos hart bradley knight elliott cunningham
duncan armstrong hudson carroll lane riley andrews alvarado ray delgado berry perkins hoffman johnston matthews pena richards contreras
willis carpenter lawrence sandoval guerrero george chapman rios estrada ortega watkins greene nunez wheeler valdez harper burke larson
santiago maldonado morrison franklin carlson austin dominguez carr lawson jacobs lynch singh vega bishop montgomery oliver jensen harvey
williamson gilbert dean sims espinoza howell li wong reid hanson le mccoy garrett burton fuller wang weber welch rojas lucas marquez
fields park yang little banks padilla day walsh bowman schultz luna fowler mejia davies lincoln dallas houston chelsea paris london
ali ahmed ahmad hassan hussein hussain mohammed mohamed muhammad mahmoud ibrahim ismail omar khaled khalid saleh salem said saeed nasser
mustafa yusuf yousef abdullah rahman khan malik shah sharma kumar gupta das liu zhang huang zhao wu zhou xu sun zhu hu guo ma lin luo
tanaka suzuki sato choi jung cho kang yoon lim tan ng leung cheung chan lam ho ivanov petrov kuznetsov cohen levi levy mizrahi
abbas aziz farah haddad hamad hamid hamza jaber karim khalil mansour masri najjar qasim rashid salman shami sharif sultan taha zaid
marie ann anne john paul peter michael david joseph simon stephen steven robert richard charles patrick kevin victor leo max mark
andre andrew bernard claude christian daniel edward eric francis frank fred gerard gilbert guy henri hugo jacques jean jeremiah joel
jose juan julian karl laurent louis luis manuel marco maria mario matthew monica nicholas oscar patrice philip philippe pierre rene
roland samuel sandra sebastian serge sophie stanley theo tim timothy tony vincent walter wendy xavier yves ilya igor ivan oleg
hadi adel amin anwar bashar fadi faisal hani jamal kamal majid marwan mazen mehdi mohsen munir nabil nadim rami samer samir sami
tariq walid wael yasser zain major cable close ring brain head power speaker bond steel gold silver orange coast night north south
east northern southern western eastern union alliance assembly parliament academy services station technology virginia columbia
hilton forbes reddy norfolk kent england ireland holland france spain
summer winter may june april august star love bush rock sand field bay lake hall news post times press state bank`;

const common = new Set(NAMES.split(/\s+/).filter(Boolean));

/** Whether a folded family name says too little alone. */
export const isCommonSurname = (family: string): boolean => common.has(family);
