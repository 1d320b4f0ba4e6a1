"""Words of many languages, written for these tests."""

# ruff: noqa: RUF001 - the look-alike letters of other scripts are meant.

SAYINGS = {
    "cy": "Rŵy'n breuddwydio am dŷ â gardd, a chyfeillion yn galw heibio",
    "pl": "Chcę mieszkać bliżej żony i źródła szczęścia, koło Łodzi",
    "ro": "Îmi doresc să știu că țara mea mă așteaptă acasă",
    "so": "Waxaan rabaa inaan la noolaado qoyskayga iyo saaxiibbaday",
    "ur": "میں اپنے گھر میں رہنا چاہتا ہوں، 2027 تک (Fernhollow میں)۔",
    "ar": "أريد أن أعيش في بيتي مع أصدقائي ١٢٣",
    "bn": "আমি আমার নিজের বাড়িতে থাকতে চাই ২০২৭ সালে, 12 জন",
    "pa": "ਮੈਂ ਆਪਣੇ ਘਰ ਵਿੱਚ ਰਹਿਣਾ ਚਾਹੁੰਦਾ ਹਾਂ",
    "gu": "હું મારા પોતાના ઘરમાં રહેવા માંગુ છું",
    "hi": "मैं घर में रहना चाहता हूँ। ठीक",
    "ta": "நான் என் சொந்த வீட்டில் வாழ விரும்புகிறேன்",
    "zh": "我想在2027年住在自己的家里\uff0c和朋友们一起\uff08每个星期天\uff09吃饭。",
    "he": "אני רוצה לגור בבית שלי עם חברים, 2027",
    "ko": "나는 친구들과 함께 정원에서 노래하고 싶어요",
    "th": "ฉันอยากอยู่บ้านของฉัน กับเพื่อนและน้ำ",
    "am": "ከጓደኞቼ ጋር በቤቴ መኖር እፈልጋለሁ።",
    "si": "මට මගේ නිවසේ ජීවත් වීමට අවශ්‍යයි",
    "te": "నేను నా ఇంట్లో స్నేహితులతో ఉండాలి",
    "ml": "എനിക്ക് എന്റെ വീട്ടിൽ താമസിക്കണം",
    "ka": "მინდა ჩემს სახლში ვიცხოვრო",
    "hy": "Ես ուզում եմ ապրել իմ տանը",
    "km": "ខ្ញុំចង់រស់នៅក្នុងផ្ទះរបស់ខ្ញុំ",
    "my": "ကျွန်တော် ကိုယ့်အိမ်မှာ နေချင်တယ်",
    "el": "Θέλω να ζήσω στο δικό μου σπίτι",
    "uk": "Я хочу жити у власному домі з друзями",
    "emoji": "Fun 👩\u200d🦽👍🏽 and ❤\ufe0f 1\ufe0f\u20e3 x "
    "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f end",
    "mixed": "Amina said سلام دوستو and then আমি, twice",
}
