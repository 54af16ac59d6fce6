// Written by Scripts/generate-width-table from Unicode 14.0.0. Do not edit by hand.

/// What stands for a character on a terminal that shows ASCII only.
enum ASCIITwinTable {
  /// Each entry is the character followed by its twin; a tab ends it.
  static let entries = """
    \u{A0} \t¡!\t¢c\t£GBP\t¥YEN\t¦|\t§S\t¨"\t©(c)\tªa\t«<<\t¬not\t®(R)\t¯-\t°deg\t±+-\t²2\t\
    ³3\t´'\tµu\t¶P\t·.\t¸,\t¹1\tºo\t»>>\t¼1/4\t½1/2\t¾3/4\t¿?\tÀA\tÁA\tÂA\tÃA\tÄA\tÅA\tÆAE\t\
    ÇC\tÈE\tÉE\tÊE\tËE\tÌI\tÍI\tÎI\tÏI\tÐD\tÑN\tÒO\tÓO\tÔO\tÕO\tÖO\t×x\tØO\tÙU\tÚU\tÛU\tÜU\t\
    ÝY\tÞTh\tßss\tàa\táa\tâa\tãa\täa\tåa\tæae\tçc\tèe\tée\têe\tëe\tìi\tíi\tîi\tïi\tðd\tñn\t\
    òo\tóo\tôo\tõo\töo\t÷/\tøo\tùu\túu\tûu\tüu\týy\tþth\tÿy\tĀA\tāa\tĂA\tăa\tĄA\tąa\tĆC\tćc\t\
    ĈC\tĉc\tĊC\tċc\tČC\tčc\tĎD\tďd\tĐD\tđd\tĒE\tēe\tĔE\tĕe\tĖE\tėe\tĘE\tęe\tĚE\těe\tĜG\tĝg\t\
    ĞG\tğg\tĠG\tġg\tĢG\tģg\tĤH\tĥh\tĦH\tħh\tĨI\tĩi\tĪI\tīi\tĬI\tĭi\tĮI\tįi\tİI\tıi\tĲIJ\tĳij\t\
    ĴJ\tĵj\tĶK\tķk\tĸk\tĹL\tĺl\tĻL\tļl\tĽL\tľl\tĿL.\tŀl.\tŁL\tłl\tŃN\tńn\tŅN\tņn\tŇN\tňn\t\
    ŊNG\tŋng\tŌO\tōo\tŎO\tŏo\tŐO\tőo\tŒOE\tœoe\tŔR\tŕr\tŖR\tŗr\tŘR\třr\tŚS\tśs\tŜS\tŝs\tŞS\t\
    şs\tŠS\tšs\tŢT\tţt\tŤT\tťt\tŦT\tŧt\tŨU\tũu\tŪU\tūu\tŬU\tŭu\tŮU\tůu\tŰU\tűu\tŲU\tųu\tŴW\t\
    ŵw\tŶY\tŷy\tŸY\tŹZ\tźz\tŻZ\tżz\tŽZ\tžz\tſs\tƁB\tƆO\tƉD\tƊD\tƏE\tƐE\tƒf\tƔG\tƗI\tƠO\tơo\t\
    ƯU\tưu\tƲV\tƴy\tǄDZ\tǅDz\tǆdz\tǇLJ\tǈLj\tǉlj\tǊNJ\tǋNj\tǌnj\tǍA\tǎa\tǏI\tǐi\tǑO\tǒo\tǓU\t\
    ǔu\tǕU\tǖu\tǗU\tǘu\tǙU\tǚu\tǛU\tǜu\tǞA\tǟa\tǠA\tǡa\tǢAE\tǣae\tǦG\tǧg\tǨK\tǩk\tǪO\tǫo\tǬO\t\
    ǭo\tǰj\tǱDZ\tǲDz\tǳdz\tǴG\tǵg\tǸN\tǹn\tǺA\tǻa\tǼAE\tǽae\tǾO\tǿo\tȀA\tȁa\tȂA\tȃa\tȄE\tȅe\t\
    ȆE\tȇe\tȈI\tȉi\tȊI\tȋi\tȌO\tȍo\tȎO\tȏo\tȐR\tȑr\tȒR\tȓr\tȔU\tȕu\tȖU\tȗu\tȘS\tșs\tȚT\tțt\t\
    ȞH\tȟh\tȦA\tȧa\tȨE\tȩe\tȪO\tȫo\tȬO\tȭo\tȮO\tȯo\tȰO\tȱo\tȲY\tȳy\tɓb\tɔo\tɖd\tɗd\təe\tɛe\t\
    ɣg\tɨi\tɩi\tʋv\tḀA\tḁa\tḂB\tḃb\tḄB\tḅb\tḆB\tḇb\tḈC\tḉc\tḊD\tḋd\tḌD\tḍd\tḎD\tḏd\tḐD\tḑd\t\
    ḒD\tḓd\tḔE\tḕe\tḖE\tḗe\tḘE\tḙe\tḚE\tḛe\tḜE\tḝe\tḞF\tḟf\tḠG\tḡg\tḢH\tḣh\tḤH\tḥh\tḦH\tḧh\t\
    ḨH\tḩh\tḪH\tḫh\tḬI\tḭi\tḮI\tḯi\tḰK\tḱk\tḲK\tḳk\tḴK\tḵk\tḶL\tḷl\tḸL\tḹl\tḺL\tḻl\tḼL\tḽl\t\
    ḾM\tḿm\tṀM\tṁm\tṂM\tṃm\tṄN\tṅn\tṆN\tṇn\tṈN\tṉn\tṊN\tṋn\tṌO\tṍo\tṎO\tṏo\tṐO\tṑo\tṒO\tṓo\t\
    ṔP\tṕp\tṖP\tṗp\tṘR\tṙr\tṚR\tṛr\tṜR\tṝr\tṞR\tṟr\tṠS\tṡs\tṢS\tṣs\tṤS\tṥs\tṦS\tṧs\tṨS\tṩs\t\
    ṪT\tṫt\tṬT\tṭt\tṮT\tṯt\tṰT\tṱt\tṲU\tṳu\tṴU\tṵu\tṶU\tṷu\tṸU\tṹu\tṺU\tṻu\tṼV\tṽv\tṾV\tṿv\t\
    ẀW\tẁw\tẂW\tẃw\tẄW\tẅw\tẆW\tẇw\tẈW\tẉw\tẊX\tẋx\tẌX\tẍx\tẎY\tẏy\tẐZ\tẑz\tẒZ\tẓz\tẔZ\tẕz\t\
    ẖh\tẗt\tẘw\tẙy\tẛs\tẞSS\tẠA\tạa\tẢA\tảa\tẤA\tấa\tẦA\tầa\tẨA\tẩa\tẪA\tẫa\tẬA\tậa\tẮA\tắa\t\
    ẰA\tằa\tẲA\tẳa\tẴA\tẵa\tẶA\tặa\tẸE\tẹe\tẺE\tẻe\tẼE\tẽe\tẾE\tếe\tỀE\tềe\tỂE\tểe\tỄE\tễe\t\
    ỆE\tệe\tỈI\tỉi\tỊI\tịi\tỌO\tọo\tỎO\tỏo\tỐO\tốo\tỒO\tồo\tỔO\tổo\tỖO\tỗo\tỘO\tộo\tỚO\tớo\t\
    ỜO\tờo\tỞO\tởo\tỠO\tỡo\tỢO\tợo\tỤU\tụu\tỦU\tủu\tỨU\tứu\tỪU\từu\tỬU\tửu\tỮU\tữu\tỰU\tựu\t\
    ỲY\tỳy\tỴY\tỵy\tỶY\tỷy\tỸY\tỹy\t\u{2000} \t\u{2001} \t\u{2002} \t\u{2003} \t\u{2004} \t\
    \u{2005} \t\u{2006} \t\u{2007} \t\u{2008} \t\u{2009} \t\u{200A} \t‐-\t‑-\t‒-\t–-\t—-\t―-\t\
    ‗ \t‘'\t’'\t‚,\t‛'\t“"\t”"\t„"\t‟"\t†+\t‡+\t•*\t‣>\t․.\t‥..\t…...\t‧.\t\u{202F} \t‰0/00\t\
    ′'\t″"\t‴'''\t‹<\t›>\t‼!!\t‾ \t⁄/\t⁇??\t⁈?!\t⁉!?\t⁗''''\t\u{205F} \t⁰0\tⁱi\t⁴4\t⁵5\t⁶6\t\
    ⁷7\t⁸8\t⁹9\t⁺+\t⁻-\t⁼=\t⁽(\t⁾)\tⁿn\t₀0\t₁1\t₂2\t₃3\t₄4\t₅5\t₆6\t₇7\t₈8\t₉9\t₊+\t₋-\t₌=\t\
    ₍(\t₎)\tₐa\tₑe\tₒo\tₓx\tₔe\tₕh\tₖk\tₗl\tₘm\tₙn\tₚp\tₛs\tₜt\t€EUR\t№No\t™(TM)\t⅐1/7\t⅑1/9\t\
    ⅒1/10\t⅓1/3\t⅔2/3\t⅕1/5\t⅖2/5\t⅗3/5\t⅘4/5\t⅙1/6\t⅚5/6\t⅛1/8\t⅜3/8\t⅝5/8\t⅞7/8\t⅟1/\tⅠI\t\
    ⅡII\tⅢIII\tⅣIV\tⅤV\tⅥVI\tⅦVII\tⅧVIII\tⅨIX\tⅩX\tⅪXI\tⅫXII\tⅬL\tⅭC\tⅮD\tⅯM\tⅰi\tⅱii\tⅲiii\t\
    ⅳiv\tⅴv\tⅵvi\tⅶvii\tⅷviii\tⅸix\tⅹx\tⅺxi\tⅻxii\tⅼl\tⅽc\tⅾd\tⅿm\t←<-\t↑^\t→->\t↓v\t↔<->\t\
    ⇒=>\t−-\t∙.\t≈~\t≠!=\t≤<=\t≥>=\t─-\t│|\t■*\t□o\t▪*\t◆*\t○o\t●*\t◦o\t★*\t☆*\t✓v\t✔v\t✗x\t\
    ✘x\t\u{3000} \tﬀff\tﬁfi\tﬂfl\tﬃffi\tﬄffl\tﬅst\tﬆst\t！!\t＂"\t＃#\t＄$\t％%\t＆&\t＇'\t（(\t）)\t\
    ＊*\t＋+\t，,\t－-\t．.\t／/\t０0\t１1\t２2\t３3\t４4\t５5\t６6\t７7\t８8\t９9\t：:\t；;\t＜<\t＝=\t＞>\t？?\t\
    ＠@\tＡA\tＢB\tＣC\tＤD\tＥE\tＦF\tＧG\tＨH\tＩI\tＪJ\tＫK\tＬL\tＭM\tＮN\tＯO\tＰP\tＱQ\tＲR\tＳS\tＴT\tＵU\t\
    ＶV\tＷW\tＸX\tＹY\tＺZ\t［[\t＼\\\t］]\t＾^\t＿_\t｀`\tａa\tｂb\tｃc\tｄd\tｅe\tｆf\tｇg\tｈh\tｉi\tｊj\tｋk\t\
    ｌl\tｍm\tｎn\tｏo\tｐp\tｑq\tｒr\tｓs\tｔt\tｕu\tｖv\tｗw\tｘx\tｙy\tｚz\t｛{\t｜|\t｝}\t～~\t
    """
}
