package sample

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// A Tongue is how a language writes dates, with words for its generated feeds. Lists are separated
// by bars. In patterns of dates, D is the day, DD the day in two digits, N the month's name and A
// its short name. M and MM are the month in digits, Y is the year, W the weekday.
type Tongue struct {
	Name     string
	Long     string // the date in words
	Full     string // with its weekday
	Digits   string // in digits
	months   string
	Short    string // months; "": there are no short forms
	weekdays string // Monday first
	Clock    string // a clock with the language's own word: T is the time
	Today    string // today and yesterday
	Ago      string // N hours ago, for 2 to 4 hours
	Index    string // heads a list of key events
	Share    string // a button
	Related  string // heads what follows the feed
	by       string // before a name
	Updated  string // labels a page stamp
	subjects string
	verbs    string
	places   string
	heads    string
	stop     string // ends a sentence
	Gap      string // between words
}

var Tongues = []Tongue{
	{
		Name: "en", Long: "D N Y", Full: "W, D N Y", Digits: "DD/MM/Y", Clock: "T hrs",
		Today: "Today|Yesterday", Ago: "N hours ago",
		months:   "January|February|March|April|May|June|July|August|September|October|November|December",
		Short:    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
		weekdays: "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
		Index:    "Key events", Share: "Share", Related: "Related articles", by: "By",
		Updated:  "Last updated:",
		subjects: "The harbour master|A spokeswoman for the ferry line|Mayor Ines Fahlberg|The fire brigade|Local fishermen|The ministry of works|Two engineers|An eyewitness|The coast guard|Union leader Olaf Brenn|The weather service|A group of students",
		verbs:    "has confirmed that the bridge stays shut|said the water kept rising|asked residents to leave the old town|counted forty boats adrift|expects the storm to pass|opened a shelter in the school|denied reports of missing people|published new pictures of the dam|called the damage limited|promised help to all shops",
		places:   "near the north quay|in the upper valley|at the railway station|on the east bank|outside the town hall|along the coastal road|in three villages|behind the lighthouse",
		heads:    "Bridge stays shut|Water keeps rising|Old town is cleared|Forty boats adrift|Storm to pass by night|School opens as shelter|Police deny rumours|New pictures of the dam|Damage called limited|Shops to get help|Trains run again|Power back in the valley|Minister visits the quay|Volunteers fill sandbags|Second wave expected",
		stop:     ".", Gap: " ",
	},
	{
		Name: "de", Long: "D. N Y", Full: "W, D. N Y", Digits: "DD.MM.Y", Clock: "T Uhr",
		Today: "Heute|Gestern", Ago: "vor N Stunden",
		months:   "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
		Short:    "Jan.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sept.|Okt.|Nov.|Dez.",
		weekdays: "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag",
		Index:    "Das Wichtigste in Kürze", Share: "Teilen", Related: "Mehr zum Thema", by: "Von",
		Updated:  "Aktualisiert am",
		subjects: "Der Hafenmeister|Eine Sprecherin der Fähre|Bürgermeisterin Ines Fahlberg|Die Feuerwehr|Die Küstenwache|Der Wetterdienst|Zwei Ingenieure|Ein Augenzeuge",
		verbs:    "hat die Sperrung der Brücke bestätigt|meldet steigendes Wasser|bittet alle um Ruhe|zählt vierzig treibende Boote|erwartet ein Ende des Sturms|hat neue Bilder gezeigt|nennt den Schaden begrenzt",
		places:   "am Nordkai|im oberen Tal|am Bahnhof|am Ostufer|vor dem Rathaus|an der Küstenstraße",
		heads:    "Brücke bleibt gesperrt|Wasser steigt weiter|Altstadt wird geräumt|Vierzig Boote treiben|Sturm zieht ab|Schule wird Notlager|Schaden begrenzt|Züge fahren wieder|Strom ist zurück|Helfer füllen Säcke",
		stop:     ".", Gap: " ",
	},
	{
		Name: "fr", Long: "D N Y", Full: "W D N Y", Digits: "DD/MM/Y", Clock: "à T",
		Today: "Aujourd'hui|Hier", Ago: "il y a N heures",
		months:   "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
		Short:    "janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.",
		weekdays: "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
		Index:    "L'essentiel", Share: "Partager", Related: "Sur le même sujet", by: "Par",
		Updated:  "Mis à jour le",
		subjects: "Le maître du port|Une porte-parole du bac|La maire Ines Fahlberg|Les pompiers|Les garde-côtes|Deux ingénieurs|Un témoin",
		verbs:    "a confirmé la fermeture du pont|signale que l'eau monte|demande le calme|compte quarante bateaux à la dérive|attend la fin de la tempête|a montré de nouvelles images|parle de dégâts limités",
		places:   "près du quai nord|dans la haute vallée|à la gare|sur la rive est|devant la mairie|sur la route côtière",
		heads:    "Le pont reste fermé|L'eau monte encore|La vieille ville évacuée|Quarante bateaux à la dérive|La tempête s'éloigne|Une école ouverte|Dégâts limités|Les trains repartent|Le courant est revenu|Des sacs de sable",
		stop:     ".", Gap: " ",
	},
	{
		Name: "es", Long: "D de N de Y", Full: "W, D de N de Y", Digits: "DD/MM/Y", Clock: "T h",
		Today: "Hoy|Ayer", Ago: "hace N horas",
		months:   "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
		Short:    "ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic",
		weekdays: "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
		Index:    "Momentos clave", Share: "Compartir", Related: "Noticias relacionadas", by: "Por",
		Updated:  "Actualizado el",
		subjects: "El capitán del puerto|Una portavoz del ferri|La alcaldesa Ines Fahlberg|Los bomberos|La guardia costera|Dos ingenieros|Un testigo",
		verbs:    "confirma que el puente sigue cerrado|avisa de que el agua sube|pide calma a los vecinos|cuenta cuarenta barcos a la deriva|espera el fin de la tormenta|muestra nuevas imágenes|habla de daños limitados",
		places:   "junto al muelle norte|en el valle alto|en la estación|en la orilla este|ante el ayuntamiento|en la carretera de la costa",
		heads:    "El puente sigue cerrado|El agua sigue subiendo|Evacúan el casco viejo|Cuarenta barcos a la deriva|La tormenta se aleja|Abren una escuela|Daños limitados|Vuelven los trenes|Vuelve la luz|Sacos de arena",
		stop:     ".", Gap: " ",
	},
	{
		Name: "it", Long: "D N Y", Full: "W D N Y", Digits: "DD/MM/Y", Clock: "ore T",
		Today: "Oggi|Ieri", Ago: "N ore fa",
		months:   "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
		Short:    "gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic",
		weekdays: "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica",
		Index:    "Punti chiave", Share: "Condividi", Related: "Leggi anche", by: "Di",
		Updated:  "Aggiornato il",
		subjects: "Il capitano del porto|Una portavoce del traghetto|La sindaca Ines Fahlberg|I pompieri|La guardia costiera|Due ingegneri|Un testimone",
		verbs:    "conferma la chiusura del ponte|segnala che il livello sale|chiede calma ai residenti|conta quaranta barche alla deriva|attende la fine del temporale|mostra nuove immagini|parla di danni limitati",
		places:   "presso il molo nord|nella valle alta|alla stazione|sulla riva est|davanti al municipio|lungo la strada costiera",
		heads:    "Il ponte resta chiuso|Il livello sale ancora|Evacuato il centro|Quaranta barche alla deriva|Il temporale si allontana|Aperta una scuola|Danni limitati|Ripartono i treni|Torna la luce|Sacchi di sabbia",
		stop:     ".", Gap: " ",
	},
	{
		Name: "pt", Long: "D de N de Y", Full: "W, D de N de Y", Digits: "DD/MM/Y", Clock: "às T",
		Today: "Hoje|Ontem", Ago: "há N horas",
		months:   "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
		Short:    "jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez",
		weekdays: "segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo",
		Index:    "Destaques", Share: "Compartilhar", Related: "Leia também", by: "Por",
		Updated:  "Atualizado em",
		subjects: "O capitão do porto|Uma porta-voz da balsa|A prefeita Ines Fahlberg|Os bombeiros|A guarda costeira|Dois engenheiros|Uma testemunha",
		verbs:    "confirma que a ponte segue fechada|avisa que a água sobe|pede calma aos moradores|conta quarenta barcos à deriva|espera o fim da tempestade|mostra novas imagens|fala em danos limitados",
		places:   "perto do cais norte|no vale alto|na estação|na margem leste|diante da prefeitura|na estrada da costa",
		heads:    "Ponte segue fechada|Água continua subindo|Centro é esvaziado|Quarenta barcos à deriva|Tempestade se afasta|Escola vira abrigo|Danos limitados|Trens voltam a circular|Luz volta ao vale|Sacos de areia",
		stop:     ".", Gap: " ",
	},
	{
		Name: "ru", Long: "D N Y", Full: "W, D N Y", Digits: "DD.MM.Y", Clock: "в T",
		Today: "Сегодня|Вчера", Ago: "N часа назад",
		months:   "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
		Short:    "янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек",
		weekdays: "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье",
		Index:    "Главное", Share: "Поделиться", Related: "Читайте также", by: "Автор:",
		Updated:  "Обновлено",
		subjects: "Капитан порта|Представитель переправы|Глава города Инна Фальберг|Пожарные|Береговая охрана|Два инженера|Очевидец",
		verbs:    "подтверждает закрытие моста|сообщает о подъёме воды|просит жителей о спокойствии|насчитал сорок лодок без якоря|ждёт окончания шторма|показал новые снимки|говорит о небольшом ущербе",
		places:   "у северного причала|в верхней долине|на вокзале|на восточном берегу|у ратуши|на береговой дороге",
		heads:    "Мост остаётся закрытым|Вода прибывает|Старый город освобождают|Сорок лодок без якоря|Шторм уходит|Школа стала убежищем|Ущерб невелик|Поезда снова ходят|Свет вернулся|Мешки с песком",
		stop:     ".", Gap: " ",
	},
	{
		Name: "pl", Long: "D N Y", Full: "W, D N Y", Digits: "DD.MM.Y", Clock: "godz. T",
		Today: "Dzisiaj|Wczoraj", Ago: "N godziny temu",
		months:   "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
		Short:    "sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru",
		weekdays: "poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela",
		Index:    "Najważniejsze informacje", Share: "Udostępnij", Related: "Czytaj także",
		by: "Autor:", Updated: "Aktualizacja:",
		subjects: "Kapitan portu|Rzeczniczka promu|Burmistrz Ines Fahlberg|Strażacy|Straż przybrzeżna|Dwaj inżynierowie|Świadek",
		verbs:    "potwierdza zamknięcie mostu|informuje o wyższym poziomie wody|prosi mieszkańców o spokój|naliczył czterdzieści łodzi|czeka na koniec burzy|pokazał nowe zdjęcia|mówi o małych szkodach",
		places:   "przy północnym nabrzeżu|w górnej dolinie|na dworcu|na wschodnim brzegu|przed ratuszem|na drodze nad morzem",
		heads:    "Most nadal zamknięty|Woda wciąż rośnie|Stare miasto opuszczone|Czterdzieści łodzi bez kotwicy|Burza odchodzi|Szkoła jako schronienie|Szkody niewielkie|Pociągi znów jadą|Prąd wrócił|Worki z piaskiem",
		stop:     ".", Gap: " ",
	},
	{
		Name: "tr", Long: "D N Y", Full: "D N Y W", Digits: "DD.MM.Y", Clock: "Saat T",
		Today: "Bugün|Dün", Ago: "N saat önce",
		months:   "Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık",
		Short:    "Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara",
		weekdays: "Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar",
		Index:    "Öne çıkanlar", Share: "Paylaş", Related: "İlgili haberler", by: "Yazan:",
		Updated:  "Son güncelleme:",
		subjects: "Liman başkanı|Feribot sözcüsü|Belediye başkanı Ines Fahlberg|İtfaiye|Sahil güvenlik|İki mühendis|Bir tanık",
		verbs:    "köprünün kapalı kaldığını doğruladı|suyun yükseldiğini bildirdi|halktan sakin olmasını istedi|kırk tekne saydı|fırtınanın bitmesini bekliyor|yeni görüntüler gösterdi|hasarın az olduğunu söyledi",
		places:   "kuzey rıhtımında|yukarı vadide|istasyonda|doğu kıyısında|belediyenin önünde|sahil yolunda",
		heads:    "Köprü kapalı kalıyor|Su yükseliyor|Eski kent boşaltıldı|Kırk tekne sürükleniyor|Fırtına uzaklaşıyor|Okul barınak oldu|Hasar az|Trenler yeniden çalışıyor|Elektrik geldi|Kum torbaları",
		stop:     ".", Gap: " ",
	},
	{
		Name: "sv", Long: "D N Y", Full: "W D N Y", Digits: "Y-MM-DD", Clock: "kl. T",
		Today: "Idag|Igår", Ago: "N timmar sedan",
		months:   "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
		Short:    "jan.|feb.|mars|apr.|maj|juni|juli|aug.|sep.|okt.|nov.|dec.",
		weekdays: "måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag",
		Index:    "Höjdpunkter", Share: "Dela", Related: "Läs också", by: "Av",
		Updated:  "Uppdaterad",
		subjects: "Hamnkaptenen|En talesperson för färjan|Borgmästare Ines Fahlberg|Brandkåren|Kustbevakningen|Två ingenjörer|Ett vittne",
		verbs:    "bekräftar att bron är stängd|säger att vattnet stiger|ber alla att hålla sig lugna|räknar fyrtio båtar på drift|väntar på att stormen ska dra bort|visar nya bilder|talar om små skador",
		places:   "vid norra kajen|i övre dalen|på stationen|på östra stranden|vid rådhuset|längs kustvägen",
		heads:    "Bron är stängd|Vattnet stiger|Gamla stan utrymd|Fyrtio båtar på drift|Stormen drar bort|Skola blir skydd|Små skador|Tågen går igen|Strömmen är tillbaka|Sandsäckar fylls",
		stop:     ".", Gap: " ",
	},
	{
		Name: "ar", Long: "D N Y", Full: "W D N Y", Digits: "D/M/Y", Clock: "الساعة T",
		Today: "اليوم|أمس", Ago: "منذ N ساعات",
		months:   "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
		weekdays: "الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
		Index:    "", Share: "مشاركة", Related: "مواضيع ذات صلة", by: "", Updated: "آخر تحديث:",
		subjects: "قبطان الميناء|متحدثة باسم العبارة|رئيسة البلدية إيناس فالبرغ|رجال الإطفاء|خفر السواحل|مهندسان|شاهد عيان",
		verbs:    "يؤكد إغلاق الجسر|يعلن ارتفاع المياه|يطلب من السكان الهدوء|أحصى أربعين قاربا بلا مرساة|ينتظر نهاية العاصفة|عرض صورا جديدة|يتحدث عن أضرار محدودة",
		places:   "قرب الرصيف الشمالي|في الوادي الأعلى|في محطة القطار|على الضفة الشرقية|أمام دار البلدية|على طريق الساحل",
		heads:    "الجسر لا يزال مغلقا|المياه ترتفع|إخلاء المدينة القديمة|أربعون قاربا بلا مرساة|العاصفة تبتعد|مدرسة تصبح ملجأ|أضرار محدودة|القطارات تعود|عودة الكهرباء|أكياس الرمل",
		stop:     ".", Gap: " ",
	},
	{
		Name: "zh", Long: "Y年M月D日", Full: "Y年M月D日 W", Digits: "Y-MM-DD", Clock: "T", Today: "今天|昨天",
		Ago:    "N小时前",
		months: "1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月", weekdays: "星期一|星期二|星期三|星期四|星期五|星期六|星期日",
		Index: "重点", Share: "分享", Related: "相关新闻", by: "", Updated: "更新时间：",
		subjects: "港口负责人|渡轮公司发言人|市长法尔贝格|消防队员|海岸警卫队|两名工程师|一名目击者",
		verbs:    "确认大桥仍然关闭|表示水位还在上升|请居民保持冷静|数出漂流的船只很多|预计风暴将会过去|公布大坝的新照片|称损失有限",
		places:   "在北码头附近|在上游山谷|在火车站|在东岸|在市政厅前|在沿海公路",
		heads:    "大桥仍然关闭|水位继续上升|老城居民撤离|大量船只漂流|风暴逐渐远去|学校改作避难所|损失有限|火车恢复运行|山谷恢复供电|志愿者装填沙袋",
		stop:     "。", Gap: "",
	},
	{
		Name: "ja", Long: "Y年M月D日", Full: "Y年M月D日（W）", Digits: "Y/MM/DD", Clock: "T",
		Today: "今日|昨日", Ago: "N時間前",
		months: "1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月", weekdays: "月|火|水|木|金|土|日",
		Index: "要点", Share: "シェア", Related: "関連記事", by: "", Updated: "最終更新：",
		subjects: "港の責任者は|フェリー会社の広報は|市長のファールベルク氏は|消防隊は|沿岸警備隊は|技術者たちは|目撃者は",
		verbs:    "橋の閉鎖が続くと発表した|水位がまだ上がると述べた|住民に落ち着くよう求めた|流された船を数えた|嵐が過ぎると見ている|ダムの新しい写真を公開した|被害は限られると話した",
		places:   "北の埠頭の近くで|上流の谷で|駅で|東の岸で|市役所の前で|海岸沿いの道で",
		heads:    "橋は閉鎖のまま|水位は上昇中|旧市街から避難|多くの船が漂流|嵐は遠ざかる|学校が避難所に|被害は限定的|列車の運転再開|谷の停電が復旧|土のう作り続く",
		stop:     "。", Gap: "",
	},
	{
		Name: "ko", Long: "Y년 M월 D일", Full: "Y년 M월 D일 W", Digits: "Y.MM.DD", Clock: "T",
		Today: "오늘|어제", Ago: "N시간 전",
		months: "1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월", weekdays: "월요일|화요일|수요일|목요일|금요일|토요일|일요일",
		Index: "주요 내용", Share: "공유", Related: "관련 기사", by: "", Updated: "최종수정",
		subjects: "항만 책임자는|여객선 대변인은|팔베르크 시장은|소방대는|해안 경비대는|기술자들은|목격자는",
		verbs:    "다리가 계속 닫힌다고 밝혔다|물이 계속 오른다고 말했다|주민에게 침착을 당부했다|떠내려간 배를 세었다|폭풍이 지나갈 것으로 본다|댐의 새 사진을 공개했다|피해가 적다고 전했다",
		places:   "북쪽 부두 근처에서|상류 계곡에서|기차역에서|동쪽 강변에서|시청 앞에서|해안 도로에서",
		heads:    "다리 계속 폐쇄|수위 계속 상승|구시가지 대피|배들이 떠내려가|폭풍 멀어져|학교가 대피소로|피해 적어|열차 운행 재개|계곡 전기 복구|모래주머니 채우기",
		stop:     ".", Gap: " ",
	},
	{
		Name: "hi", Long: "D N Y", Full: "W, D N Y", Digits: "DD/MM/Y", Clock: "T बजे",
		Today: "आज|", Ago: "N घंटे पहले",
		months:   "जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर",
		weekdays: "सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार",
		Index:    "", Share: "", Related: "", by: "", Updated: "अपडेट",
		subjects: "बंदरगाह प्रमुख ने|नौका की प्रवक्ता ने|महापौर इनेस ने|दमकल दल ने|तटरक्षक ने|दो इंजीनियरों ने|एक गवाह ने",
		verbs:    "पुल बंद रहने की पुष्टि की|पानी बढ़ने की बात कही|लोगों से शांति की अपील की|बहती नावों की गिनती की|तूफान थमने की उम्मीद जताई|बांध की नई तस्वीरें दिखाईं|नुकसान को सीमित बताया",
		places:   "उत्तरी घाट के पास|ऊपरी घाटी में|रेलवे स्टेशन पर|पूर्वी किनारे पर|नगर भवन के सामने|तटीय सड़क पर",
		heads:    "पुल अब भी बंद|पानी लगातार बढ़ा|पुराना शहर खाली|नावें बह गईं|तूफान दूर हुआ|स्कूल बना आश्रय|नुकसान सीमित|ट्रेनें फिर चलीं|बिजली लौटी|रेत की बोरियां",
		stop:     "।", Gap: " ",
	},
}

// List returns part i of a list.
func List(s string, i int) string { return strings.Split(s, "|")[i] }

func pick(r *rand.Rand, s string) string {
	parts := strings.Split(s, "|")
	return parts[r.IntN(len(parts))]
}

// Sentence makes up a sentence.
func (l *Tongue) Sentence(r *rand.Rand) string {
	return pick(r, l.subjects) + l.Gap + pick(r, l.places) + l.Gap + pick(r, l.verbs) + l.stop
}

// Headline makes up a headline.
func (l *Tongue) Headline(r *rand.Rand) string {
	return pick(r, l.heads) + l.Gap + pick(r, l.places)
}

// Date writes a date by a pattern.
func (l *Tongue) Date(pattern string, at time.Time) string {
	y, m, d := at.Date()
	two := func(n int) string {
		return at.Format("02")[:0] + strings.Repeat("0", 1-min(1, n/10)) + strconv.Itoa(n)
	}
	var b strings.Builder
	for i := 0; i < len(pattern); i++ {
		double := i+1 < len(pattern) && pattern[i+1] == pattern[i]
		switch c := pattern[i]; {
		case c == 'D' && double:
			b.WriteString(two(d))
			i++
		case c == 'D':
			b.WriteString(strconv.Itoa(d))
		case c == 'M' && double:
			b.WriteString(two(int(m)))
			i++
		case c == 'M':
			b.WriteString(strconv.Itoa(int(m)))
		case c == 'Y':
			b.WriteString(strconv.Itoa(y))
		case c == 'N':
			b.WriteString(List(l.months, int(m)-1))
		case c == 'A':
			b.WriteString(List(l.Short, int(m)-1))
		case c == 'W':
			b.WriteString(List(l.weekdays, (int(at.Weekday())+6)%7))
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
