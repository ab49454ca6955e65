/// The commonest function words of some European languages.
enum EuropeanFunctionWords {
  static let german = """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keiner und oder aber denn
    sondern sowie als wie wenn weil dass ob obwohl während bevor nachdem damit um zu zum zur in im ins an am
    ans auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit trotz über unter von vom vor
    wegen zwischen ab ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch ihnen sich man mein meine
    dein sein seine seinen seiner seinem ihre ihren ihrer ihrem unser unsere wer was wen wem welche welcher
    welches dieser diese dieses diesen diesem jener jede jeder jedes jeden alle allen aller alles andere
    anderen viele mehr wenig einige etwas nichts ist sind war waren bin bist sei seien wäre wird werden
    wurde wurden worden geworden würde würden hat haben hatte hatten hätte habe kann können konnte könnte
    muss müssen musste soll sollen sollte will wollen wollte darf dürfen mag möchte nicht nur noch auch
    schon so sehr da dann dort hier nun jetzt immer nie wieder doch ja nein bereits etwa wo wann warum
    selbst dabei dazu daher deshalb davon darauf dafür
    """

  static let french = """
    le la les l' un une des du de d' au aux et ou mais donc or ni car que qu' qui quoi dont où si comme
    quand lorsque puisque parce afin à dans en par pour sur sous avec sans chez vers entre contre depuis
    pendant avant après dès jusque selon malgré je tu il elle on nous vous ils elles me te se moi toi lui
    leur leurs y ce cet cette ces cela ça ceci celui celle ceux celles mon ma mes ton ta tes son sa ses
    notre nos votre vos ne pas plus moins très trop peu aussi encore déjà toujours jamais rien tout toute
    tous toutes autre autres même mêmes quelque quelques chaque plusieurs aucun aucune est sont était
    étaient être été suis es sommes êtes serait sera seront soit ont a avait avaient avoir eu ai as avons
    avez aurait aura fait faire peut peuvent pouvait doit doivent va vont ainsi alors puis là ici bien non
    oui c'est n'est s'est d'un d'une qu'il qu'elle
    """

  static let spanish = """
    el la los las lo un una unos unas de del al a y e o u pero sino ni que quien quienes cual cuales cuyo
    donde cuando como si porque pues aunque mientras en con sin por para sobre bajo entre hacia hasta desde
    contra según tras durante ante yo tú él ella ello nosotros ellos ellas usted ustedes me te se nos os le
    les mi mis tu tus su sus nuestro nuestra nuestros este esta estos estas ese esa esos esas eso esto aquel
    aquella no sí más menos muy mucho muchos poco también tampoco ya aún todavía siempre nunca nada algo
    todo toda todos todas otro otra otros otras mismo misma cada algunos algunas alguno alguna ningún es son
    era eran ser sido fue fueron sea está están estaba estaban estar ha han había habían haber hay he hemos
    tiene tienen tenía tener puede pueden debe deben hace hacer así entonces luego aquí allí
    """

  static let italian = """
    il lo la i gli le l' un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal
    dallo dalla dai dagli dalle in nel nello nella nei negli nelle su sul sullo sulla sui sugli sulle con
    per tra fra e ed o ma però anche se che chi cui quale quali dove quando come perché mentre poiché io tu
    lui lei noi voi loro mi ti si ci vi ne me te mio mia tuo suo sua suoi sue nostro nostra questo questa
    questi queste quello quella quelli quelle ciò non più meno molto molti poco già ancora sempre mai niente
    nulla tutto tutta tutti tutte altro altra altri altre stesso stessa ogni alcuni alcune è sono era erano
    essere stato stata stati state sia sarà fu ha hanno aveva avevano avere ho abbiamo può possono deve
    devono fa fare così poi quindi qui dopo prima contro secondo senza verso durante c'è dell' all' nell'
    dall' sull'
    """

  static let portuguese = """
    o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela pelos pelas para
    com sem sob sobre entre até desde contra segundo após durante e ou mas nem que quem qual quais cujo onde
    quando como se porque pois embora enquanto eu tu ele ela nós eles elas você vocês me te lhe lhes meu
    minha seu sua seus suas nosso nossa este esta estes estas esse essa esses essas isso isto aquele aquela
    não sim mais menos muito muitos pouco também já ainda sempre nunca nada algo tudo todo toda todos todas
    outro outra outros outras mesmo mesma cada alguns algumas é são era eram ser sido foi foram seja está
    estão estava estavam estar há tem têm tinha tinham ter havia pode podem deve devem faz fazer assim então
    aqui ali depois antes num numa
    """

  static let dutch = """
    de het een en of maar want dus dat die dit deze der des den in op aan uit bij met voor van door over
    onder naar tegen tussen zonder om te tot sinds tijdens na als dan toen omdat hoewel terwijl ik jij je u
    hij zij ze wij we jullie mij me jou hem haar ons hen hun zich mijn jouw zijn onze wie wat waar wanneer
    waarom hoe welke er hier daar niet geen wel ook nog al alleen maar meer minder veel weinig zeer heel zo
    nu weer altijd nooit iets niets alles alle ander andere anderen elk elke ieder iedere is was waren ben
    bent geweest worden wordt werd werden geworden heeft hebben had hadden heb kan kunnen kon konden moet
    moeten moest zal zullen zou zouden wil willen mag mogen
    """
}
