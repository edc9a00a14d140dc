"""What interviewers must not do: discrimination, harassment, threats, an unlawful question, in what a person tells.

Heard anywhere, by what was said or done and not only by its name, so that it is never made small. The rules a newcomer
could break: it is about what *they* said or did (a person who calls themselves old has not been wronged by it), and a
work topic is none ("what would you do if a customer is racist"). Whatever is taken for conduct is kept out of notes and
lists, so a wrong catch costs the person a point; when in doubt it is none.
"""

from __future__ import annotations

import re

from core.remembering import remembered
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_STORY, fold

_THEY = (
    r"(?:they|he|she|someone|somebody|(?:one|two|some|another) (?:of (?:them|the \w+)|guy|man|woman|lady|person)|a (?:guy|man|woman|lady)|interviewers?|dude|bloke|guy|panel|recruiter|hr|boss|manager|director|owner|first thing (?:he|she|they)"
    r"|(?:the|this|that|their|some|one|another|an older|a younger) (?:\w+ ){0,2}(?:manager|interviewer|boss|man|men|woman|women|guy|guys|lady|panel|director|owner|recruiter|chair|chef"
    r"|supervisor|chairman|chairwoman|chairperson|ceo|founder|foreman|principal|landlady|landlord|receptionist|person|bloke|dude|head|partner|doctor|colleague|interviewers))"
)
_SPOKE = (
    r"(?:asked|asks|asking|goes|went|said|says|saying|told|wanted to know|laughed|laughing|joked|joking|commented|commenting|mocked|mocking|remarked|hinted|wondered"
    r"|(?:was|were) like|whispered|mumbled|(?:made|making|kept making) (?:fun|jokes?|a \w+ ?\w* ?(?:joke|comment|remark)|(?:a|some|this|that) (?:joke|comment|remark)s?|comments|remarks)|imitated|imitating|copied)"
)
_SPEAKING = (
    rf"(?:\b{_THEY} (?:(?!(?:would|could|should|might|will|did|not|never|didn't|if)\b)[\w']+ ){{0,3}}{_SPOKE}"
    rf"|\b(?:did|why would) {_THEY} (?:even )?ask|(?:^|[.,;:!?\n(\"] ?|\b(?:and|then|but|also|even|straight out|he's) )(?:also |even |just |then |kept )?{_SPOKE}(?! (?:them|him|her|my (?:friend|mentor|wife|husband|mum|mom|dad|"
    rf"partner|sister|brother|coach|teacher|manager))\b))"
)
"""Who spoke to them; somebody in a hurry leaves the subject out ("asked my age")."""
_WITHIN = r"[^.!?;]{0,70}?"
_ME = r"(?:i'm|im|i am|i was|i were|i've been|i have been|i had been|are you|you are|you're)"
_SELF = r"(?:i|you)"
_CHILDREN = r"(?:kids|children|babies|a baby|a child|a family|little ones|a kid)"
_GROUPS = (
    r"(?:women|ladies|girls|females|mums|moms|mothers|young mothers|men|guys|blacks|black people|whites|white people|asians|africans|indians|foreigners|immigrants|migrants|muslims|jews"
    r"|christians|old people|older people|old folks?|people (?:your|my) age|people like (?:you|me|us)|your (?:lot|kind|sort|type)|gays|gay people|disabled people|deaf people|someone like (?:you|me)"
    r"|a woman|a girl|a man|a mother|a mum|a foreigner|someone (?:with|in|on) (?:an? )?[\w-]+)"
)
_JUDGED = (
    r"(?:(?:(?:usually|always|all|just|only|tend to|will|would|often|never|all|normally|then|go and|end up) )*(?:leave|leaving|quit|get pregnant|have (?:babies|kids|children)|go off (?:and|on|to have)"
    r"|gossip|moan|cry|belong|last long|stay home)\b"
    r"|(?:can't|cannot|can not|couldn't|won't|wouldn't|don't|doesn't|could not|would not) (?:\w+ )?(?:handle|cope|do (?:this|the|that|it)|lift|drive|lead|take|last|belong|understand|fit|manage|work (?:hard|here|nights)|keep up|learn|be trusted)"
    r"|(?:are|is|were|was|'re|get) (?:just |always |usually |really |all |far )*(?:too (?:emotional|weak|soft|sensitive|slow|old|lazy|hormonal|much trouble|difficult)|no good|not (?:strong|cut out|suited|made for|reliable|tough|good|welcome)|lazy|unreliable|emotional|hysterical|better off)"
    r"|(?:with (?:kids|children|babies) )?(?:are|is) (?:just |always |such )?an? (?:big |huge )?(?:risk|problem|liability|nuisance|distraction)|should (?:stay|be) (?:at )?home|(?:don't|doesn't|do not|wouldn't|won't) fit(?: in)?|belongs? (?:at home|in the kitchen))"
)
_ASKED = (
    # what nobody may ask: age, family, faith, origin, health, love
    rf"(?:(?:for |about |me )?my (?:real |exact )?age(?! (?:range|group|bracket))\b|how old (?:i am|i'm|im|i was|are you|you are)\b|(?:when|if) (?:i'm|i am|i'd|i would|i will|i plan|i want|i was) (?:\w+ ){{0,3}}(?:to )?retir\w+"
    rf"|{_ME} (?:\w+ ){{0,2}}(?:pregnant|expecting|married|divorced|engaged|single(?![ -]minded)|gay|straight(?= or\b)|lesbian|bisexual|trans(?:gender)?|muslim|christian|catholic|jewish|hindu|religious|disabled|ill|depressed|sterilised|on (?:medication|the pill))\b"
    rf"|{_SELF} (?:\w+ ){{0,2}}(?:plan\w*|want|going|intend|mean|hope|think\w*|thought)(?: \w+){{0,3}} (?:to get pregnant|to be pregnant|to start a family|pregnancy|(?:more |any |any more )?{_CHILDREN})"
    rf"|(?:{_ME}|am i) (?:\w+ ){{0,2}}(?:planning|wanting|hoping for) (?:on |for |any |more |to have )*{_CHILDREN}"
    rf"|(?:plan\w*|going|want|mean) (?:\w+ ){{0,2}}(?:to get pregnant|to have (?:more |any )*{_CHILDREN}|to start a family|(?:a|my) (?:family|pregnancy)|on having {_CHILDREN})|planning (?:a|on a|any) (?:family|pregnan\w+)"
    rf"|(?:if|whether|that|do|did) {_SELF} (?:already |even |ever )?(?:have|had|got|want|wanted) (?:any |small |young |more |little )*(?:{_CHILDREN}|kids)\b(?! (?:football|experience))|do you have (?:any )?{_CHILDREN}"
    rf"|how many (?:kids|children) {_SELF}|(?:are|is|were) (?:we|you) trying (?:for|to have)|(?:we're|we are|i'm|i am|we were|i was|you're) (?:\w+ )?trying (?:for a|to get pregnant|to have a)|when (?:the|my|your|are the) babies|when i (?:want|wanted|will|am going) (?:to )?have"
    r"|(?:who(?:'s|'ll| is| will| would)?|whether somebody) (?:\w+ ){0,3}(?:look\w*|car\w+|tak\w+ care|watch\w*|mind\w*|has|have) (?:\w+ ){0,2}(?:my (?:kids|children|baby|son|daughter)|them|the (?:kids|children|baby))\b|my child ?care"
    r"|(?:if|whether|what) my (?:husband|wife|partner|boyfriend|girlfriend)\b(?! (?:company|firm|organisation))|(?:about )?my (?:husband|marital status|marriage|sex life|love life|relationship status)\b|if i (?:have|had|got) a (?:boyfriend|girlfriend|husband|wife)"
    r"|(?:which|what) (?:church|mosque|temple|parish) (?:i|do you|you)|(?:what|which|about my|my) religion(?! in)|what faith i|(?:my|the|a|that) (?:hijab|headscarf|head scarf|turban|veil|burka|kippah)\b|(?:if|whether) i (?:\w+ ){0,3}(?:pray|go to church|fast|believe in god|go to the mosque)"
    r"|(?:what|which|about my|my) (?:tribe|caste|ethnicity|nationality)|where (?:i'm|i am|im|are you|you're|i) (?:really|originally|actually) (?:from|come from)|where my (?:parents|family|people) (?:are|is|come|came) from|(?:if|whether) i was (?:even |actually )?born (?:here|in)"
    r"|(?:about |what kind of |if i had a )my disabilit\w+|(?:about |what )?my disability\b|if i (?:have|had) (?:any |ever |a |some )*(?:disabilit\w+|health (?:problem|condition|issue)s?|mental (?:health|illness\w*|problems?))|how many sick days i (?:had|took|have|take)|(?:if|whether|what) i (?:take|took|am on|was on) (?:any )?(?:medication|pills|drugs|meds|antidepressants)"
    r"|what(?:'s| is| was) wrong with (?:me|my (?:leg|arm|hand|eye|eyes|back|face|voice|hearing|foot|ear|ears))|if i (?:had|have|was|ever had) (?:ever )?(?:been )?(?:depress\w+|a breakdown|cancer|hiv)|about my (?:illness|condition|health(?! (?:and|insurance|care|sector|visitor|policy|promotion|education|background|degree|experience))|mental health(?! (?:experience|work|training|first)))\b"
    r"|(?:which|what|about my) (?:political )?party i (?:vote|voted|belong|support)|who i (?:vote|voted) for|where i'm really from)"
)
_JUDGEMENT = (
    # what nobody may say: of age, body, speech, faith, origin
    r"(?:(?:i'm|im|i am|i was|i look|i looked|i'd be|me) (?:\w+ ){0,2}too (?:old|young|fat|ugly|pretty|feminine|foreign|black|big|emotional)\b|too (?:old|young) (?:to|for)\b(?! (?:fix|repair|run|use|be safe))|(?:someone|somebody|a person|people|candidates?) (?:\w+ )?young(?:er)?\b|(?:probably|maybe|just|simply|a bit|getting|well) too (?:old|young)\b|(?:lose|lost) (?:some |a bit of |a lot of )?weight|maternity(?! (?:ward|unit|nurs|hospital|service|wear|clothes|cover|care))|because i'm (?:\d\d|over \d\d|a (?:woman|mother|mum|foreigner|muslim))|(?:i|you) (?:don't )?(?:look|sound|seem) (?:disabled|gay|foreign|pregnant|muslim|tired for)|i smell|my (?:kids|children|family|husband) (?:would|will|might|could|may) be (?:a |an )?(?:\w+ )?(?:problem|issue|distraction)|(?:get|got|fall|fell|become|be) pregnant"
    r"|my (?:accent|skin|colou?r|race(?! results| time)|hijab|headscarf|turban|stutter|stammer|wheelchair|limp|hearing aids?|disability|weight(?! ?lifting| training| management| loss)|looks|body|legs|breasts|chest|bum|figure|grey hair|hair colou?r|age|pregnancy|bump|name (?:is|was) (?:too|so) (?:hard|difficult|foreign|strange)|tits)\b(?! (?:range|group))"
    r"|(?:an? )?wheelchair would|good for a foreigner|for a foreigner\b|(?:people|someone|anyone) (?:with|of) (?:your|my) (?:background|colou?r|kind|age|faith|origin|religion|size)|(?:you're|you are|i'm|i am) (?:so |very |a )?(?:black|brown|asian|african|foreign|arab|a foreigner|an immigrant)\b(?! belt)|for an? (?:woman|girl|lady|foreigner|black \w+|asian \w+|african|muslim|disabled \w+|(?:man|woman|person) your age)\b(?! called|'s)|go back to (?:your|my|where)|diversity hire|quota (?:hire|woman)|(?:i have|i had|i've got|i've|you have|you've) (?:got )?(?:a )?(?:nice|great|good|hot|sexy) (?:body(?! of)|legs|figure|bum|arse|ass|boobs|tits)|(?:i look|i looked|you look|i'm|you're) (?:so |very )?(?:sexy|hot|fat|ugly)"
    r"|a man'?s job|(?:not )?(?:a|any) (?:job|work|place) for (?:a )?(?:women|woman|ladies|girls?)|no (?:job|place|work) for (?:a )?(?:women|woman|girls?)|(?:don't|won't|wouldn't|do not|never|not) (?:\w+ )?(?:hire|take|employ|want|like) (?:\w+ )?(?:women|girls|foreigners|blacks|gays|muslims|old people|older people|immigrants|mothers|men)\b"
    r"|(?:looking for|prefer\w*|rather have|only (?:want|hire|take)\w*) a (?:man|bloke|younger \w+|young (?:man|woman|girl))\b|(?:needs?|wants?|wanted|needed|for) a (?:real )?man (?:really|to be honest|in|for|not|on|here|there)|prefers? (?:to (?:hire|have|work with) )?(?:men|males|younger people|young people|locals)\b|a man would be better|(?:don't|doesn't|didn't|not) think (?:a |any |that )?(?:wom[ae]n|girls?|mothers?|foreigners?)|(?:listen to|take orders from|respect|work for|work under|report to) (?:a )?wom[ae]n\b|(?:i|you|she|a mother) should be (?:at )?home"
    r"|smile more|you (?:ladies|girls|women|people|foreigners|lot|mums|mothers) (?:\w+ ){0,3}(?:leave|quit|can't|don't|won't|always|usually|never|all|just)"
    r"|about (?:black|white|asian|gay|fat|old|older|disabled|muslim|jewish|trans) (?:people|women|men)|about (?:women|blacks|gays|muslims|immigrants|foreigners|asians|indians|jews|blondes)(?:\b(?!['’]s| in (?:tech|business|engineering|sport|the)| shoes))(?=[.,;!?]|$| (?:drivers|and|that|being|not|who|in the kitchen))"
    rf"|{_GROUPS} {_JUDGED})"
)
_NAMED = (
    r"\b(?:discriminated|discriminating) against (?:me|us)\b|\b(?:it|that|this|felt like|was|is|pure|such|clear|sheer|plain|blatant) (?:\w+ )?(?:discrimination|harassment|racism|sexism|ageism|abuse)\b(?! (?:policy|act|law|training|question))"
    r"|\b(?:i was|got|felt|been|being) (?:\w+ )?(?:discriminated|harassed|groped|humiliated by)\b|\bharassed me\b|\bgroped\b|\bsexual(?:ly)? harass\w+"
    r"|\b(?:racist|sexist|ageist|homophobic|transphobic|misogynist\w*|xenophobic|antisemitic|islamophobic|ableist|inappropriate|creepy|dirty|lewd|sexual)(?: and \w+)? (?:remark|comment|joke|question|thing|jerk|pig|man|manager|interviewer|boss|guy|woman|crap|shit|stuff|slur|bastard)s?\b"
    rf"|\b(?:{_THEY}|it|that|which|so|felt|sounded)(?: is|was|were|'s|being|got|felt|sounded|seemed)? ?(?:so |really |very |openly |clearly |totally |a bit |quite |kind of |just |downright |plain )*(?:racist|sexist|ageist|homophobic|transphobic|misogynistic|xenophobic|bigoted)\b"
    r"|\b(?:illegal|unlawful) (?:question|remark|comment)s?\b|\brejected me (?:for|because i'm|because of) (?:being|my|pregnan\w+|i'm)\b"
    r"|\b(?:because of|due to|over) my (?:age|race|religion|disability|accent|skin|gender|sex|colou?r|pregnancy|hijab|headscarf|wheelchair)\b|\bfor being (?:a woman|pregnant|black|gay|old|too old|muslim|disabled|a mother|foreign)\b"
)
_DONE = (
    rf"\b(?:called|calling|calls) me (?:a |an |his |her |such a |their )?(?:\w+ )?(?:grandad|grandpa|granny|grandma|girl|boy|stupid|idiot|fat|ugly|retard\w*|old|love|sweetheart|darling|honey|babe|sexy|bitch|slut|cripple|monkey|useless|nigg\w+|paki|terrorist|foreigner)\b"
    r"|\b(?:touched|touching|grabbed|grabbing|rubbed|rubbing|stroked|stroking|squeezed|groped|patted|slapped|pinched|kissed|brushed against) (?:my (?:leg|legs|knee|thigh|arm|hair|back|bum|bottom|arse|ass|shoulders?|breasts?|chest|waist|face|cheek|neck|body|hand|skin|belly|bump)\b)"
    rf"|(?:\b{_THEY}|^|\band|\bthen|,) (?:\w+ ){{0,2}}(?:touched|touching|grabbed|groped|stroked|patted|slapped|pinched|kissed|squeezed) me\b(?! (?:a|an|some|up|with (?:his|her|their) \w+)\b)"
    r"|\b(?:put|puts|placed|laid|had) (?:his|her|their|a) (?:hand|arm|hands)s? (?:\w+ ){0,2}(?:my|around me|round me)\b|\btried to (?:kiss|touch|hug) me\b"
    r"|\b(?<!\bi )(?:star(?:ed|ing)|look(?:ed|ing)|leer\w*|gawp\w*|ogl\w+) (?:\w+ )?(?:at |down )?my (?:chest|breasts|boobs|tits|legs|bum|bottom|behind|arse|ass|crotch|body|cleavage|blouse|top)\b|\bleered at me|\bwinked at me|\bwhistled at me|\bmade (?:a pass|passes|advances) (?:at|on|to|towards) me|\bcomment\w* (?:\w+ )?(?:on|about) my (?:dress|skirt|blouse|lips|make-?up|cleavage|bra|tights|heels|wedding ring)|\blaughed when i (?:said|told them|pronounced) (?:my (?:name|age)|where i)|\bflirted with me|\bhit on me|\bcame on to me"
    r"|\basked me (?:out(?! of)\b|on a date|to go for (?:a drink|drinks|dinner) with)|\basked for my (?:private |personal )?number (?:to|so he|for a date)|\bturn around so"
    r"|\b(?:mocked|mocking|humiliated|humiliating|insulted|belittled|bullied|ridiculed|threatened|shouted at|shouting at|yelled at|yelling at|screamed at|swore at|spat at|slapped|pushed|shoved|misgendered|deadnamed|undressed) me\b(?! (?:with|hard|for an))"
    r"|\bthreatened (?:to (?:call|tell|hurt|ruin|report|beat|fire)|that)\b|\b(?:locked|blocked) the door and\b|\bwouldn't let me (?:leave|out|go)\b"
    r"|\b(?:laughed|laughing|laughs|sneered|smirked|pointed) (?:\w+ )?(?:at|about) my (?:accent|wheelchair|stutter|stammer|limp|hearing aid|name|hijab|headscarf|turban|skin|weight|hair|age|clothes|disability|english|crutches|walking stick|body|face|looks)\b"
)
_RIGHTS = (
    r"\b(?:can|could|should|do) i (?:report|sue|complain)\b|\b(?:know )?my rights\b|\bis (?:that|this|it) (?:even )?legal\b|\b(?:are|were) they (?:even |really )?allowed to (?:ask|say)\b"
    r"|\bcan they (?:legally|even|really|just) (?:ask|say)\b|\bunlawful\b"
)
_QUESTIONED = r"\b(?:i (?:was|got)|was|got) (?:asked|told|questioned about)"
_PLAIN_SIGNS = rf"{_NAMED}|{_DONE}|{_RIGHTS}"
_TOLD = expression(rf"{_SPOKE}|\bask|questioned|(?:^|[\s:,(])'")
_WITHOUT_WORDS = expression(_PLAIN_SIGNS)
_SIGNS = expression(
    rf"{_PLAIN_SIGNS}|(?:{_QUESTIONED}|{_SPEAKING}\b){_WITHIN}\b(?:{_ASKED}|{_JUDGEMENT})"
    rf"|(?:^|[\s:,(])'[^']{{0,60}}\b(?:{_JUDGEMENT})"
)
_OTHERS = (
    r"(?:(?:an?|the|some|my|one|another) (?:(?:angry|upset|drunk|rude|difficult|elderly|old|worried|young|male|female) )?(?:customer|patient|client|pupil|student|resident|guest|passenger|colleague|relative|visitor|caller|shopper|tenant|diner|neighbou?r|family member|member of the public)s?\b"
    r"|(?:an?|the|one|another|some) (?:\w+ )?(?:mother|father|mum|dad|daughter|son|parent|wife|husband|sister|brother)s? (?:(?:who|once|really|often) )?(?:had |was |were |came |came in |kept )?(?:shout|yell|scream|swore|swear|hit|push|grabb|slapp|spat|insult|threaten|rac|complain|call|furious|angry)\w*"
    r"|angry (?:customer|patient|client|guest|parent)s?\b)"
)
"""Whom one meets at work, and no interview is held by."""
_EXCUSED = expression(
    rf"\b(?:what (?:would|do|did|will|should) (?:you|i) do|how (?:would|do|should|will|did|to) (?:you|i|we)\b|how i(?:'d| would)|what i(?:'d| would)|tell (?:us|me) (?:about|of) a time|a time (?:when|i|you)|{_OTHERS}"
    r"|polic(?:y|ies)|\bact\b|legislation|training|scenario|case study|at my (?:last|old|former|previous|current) (?:job|firm|company|place|work|school)|where i (?:used to work|worked)|when i (?:worked|was working)|my (?:last|old|former|previous) (?:boss|manager|job)|i left (?:because|my)|bullied there|role ?play)\b"
)
_DENIED = expression(r"\b(?:nobody|no one|never|wasn't|weren't|isn't|didn't|not|no) (?:\w+ ){0,3}$")
_SENTENCE = expression(r"[.!?\n]+")
_ABOUT_IT = expression(
    r"\b(?:(?:his|her|their|the|that|those|this) (?:\w+ )?(?:remark|comment|joke|insult|words|behaviou?r|conduct)s?|what (?:he|she|they|that man|that woman)(?: \w+)? (?:said|did|asked|told)"
    r"|(?:he|she|they) said (?:it|that)|(?:him|her|them) (?:saying|asking) (?:it|that)|(?:the|that) (?:sexist|racist|ageist|illegal|personal|private) (?:one|thing|question))\b"
)
_TOPIC = expression(
    r"(?:the |that |a )?(?:question |one |bit |part )?(?:about |on |of |whether |if )*"
    r"(?:my (?:age|kids|children|babies|pregnancy|marriage|husband|wife|boyfriend|family plans|religion|sexuality|hijab|headscarf|tribe)"
    r"|(?:age|kids|children|baby|babies|marriage|religion|church|husband)(?= question)|(?:being|getting) (?:pregnant|married)|having (?:kids|children|babies|a baby)|marital status|family plans)(?: (?:question|one|thing|bit|remark|comment)s?)?"
)
_GROUNDS = {
    "age": expression(r"\b(?:age|old|older|young|younger|retire\w*|grandad|grandpa|granny)\b"),
    "family": expression(
        r"\b(?:kids?|child(?:ren|care)?|bab(?:y|ies)|pregnan\w+|family|married|marriage|husband|wife|maternity|mothers?|mums?)\b"
    ),
    "sex": expression(r"\b(?:wom[ae]n|lad(?:y|ies)|girls?|females?|sexis\w+|gay|lesbian|trans|boyfriend|girlfriend)\b"),
    "faith": expression(
        r"\b(?:religio\w+|church|mosque|muslim|christian|jewish|pray\w*|hijab|headscarf|turban|faith)\b"
    ),
    "origin": expression(
        r"\b(?:accent|foreign\w*|race|racis\w+|black|skin|tribe|nationality|immigrants?|really from)\b"
    ),
    "health": expression(r"\b(?:disab\w+|wheelchair|health|illness|sick|medication|depress\w+|stutter|stammer)\b"),
    "body": expression(r"\b(?:body|legs|weight|fat|looks|dress|skirt|touch\w*)\b"),
}
_OF_ONESELF = expression(r"^(?:i|i'm|i've|my) |\b(?:and|because|but|so|that) (?:i|i'm|my) (?!(?:plan|want|have|had)\b)")
"""A person who speaks of their own accent or nerves tells of themselves, not of a question."""
_ONLY_NAMED = expression(r"\b(?:comment|remark|joke)(?:s|ed)? (?:about|on) [\w' ]+")
_RETORT = expression(
    r"\bnone of (?:his|her|their|your|ur|anybody's) (?:damn |bloody |fucking )?business\b|\bhow dare\b|\b(?:you|they|he|she) (?:can't|cannot|shouldn't|have no right to|had no right to) (?:ask|say)\b"
    r"|\b(?:that's|this is|it's|that is|that was) (?:\w+ )?(?:sexist|racist|ageist|illegal|unlawful|discrimination|harassment|disgusting|inappropriate|out of order|not (?:ok|okay|appropriate|on|legal))\b"
    r"|\b(?:go to hell|fuck (?:you|off)|piss off|shut up|get lost|screw you|grow up)\b|\bwould you ask a man\b|\bask(?:ed)? (?:the men|a man|men) (?:that|the same)\b"
)


@remembered(128)
def is_serious(text: str) -> bool:
    """Whether something was said or done to the person that must not be made small."""
    folded = fold(text[:LONGEST_STORY])
    if any(_is_serious(sentence.strip()) for sentence in _SENTENCE.split(folded)):
        return True
    quoted = [words for words in _QUOTES.findall(folded) if _QUOTED.search(words)]
    return bool(quoted) and bool(_SAID.search(folded)) and not _EXCUSED.search(folded)


@remembered(128)
def is_remark(words: str) -> bool:
    """As `is_serious`, of words that are known to be what *they* said or what it was about, so nobody need be named."""
    folded = fold(words[:LONGEST_STORY]).strip(" .!?\"'")
    return (
        is_serious(words)
        or bool(_TOPIC.fullmatch(folded))
        or (bool(_QUOTED.search(folded)) and not _OF_ONESELF.search(folded) and not _EXCUSED.search(folded))
    )


@remembered(128)
def is_by_interviewers(text: str) -> bool:
    """As `is_serious`, of an answer about somebody's own work: only what is plainly the doing of those who asked."""
    folded, start = fold(text[:LONGEST_STORY]), 0
    for sentence in re.split(r"(?<=[.!?\n])", folded):
        if _is_serious(sentence.strip(" .!?\n")) and _is_their_doing(folded[:start], sentence):
            return True
        start += len(sentence)
    return False


def is_denied(text: str, told: str = "", *, is_asked: bool = False) -> bool:
    """Whether words take back that interviewers did something, which was heard in `told`; `is_asked`: in reply to what.

    Who clears them and goes on to tell of something has cleared nobody.
    """
    folded = fold(text[:LONGEST_STORY])
    sentences = [one.strip() for one in re.split(r"(?<=[.!?\n])", folded) if not one.rstrip().endswith("?")]
    plain = " ".join(sentences)
    is_mistaken, is_elsewhere = bool(_MISTAKEN.search(plain)), bool(_SOMEBODY_ELSE.search(plain))
    found = [
        match for one in sentences for match in _CLEARED.finditer(one) if not _CLAIMED.search(one[: match.start()])
    ]
    for match in _NOT_DONE.finditer(plain):
        is_what_was_told = match["deed"][:_STEM] in fold(told[:LONGEST_STORY])
        if is_mistaken or is_elsewhere or is_what_was_told:
            found.append(match)
    is_put_right = is_mistaken and bool(is_elsewhere or _NOT_THERE.search(plain) or _KIND.search(plain))
    if not (found or is_put_right or (is_asked and is_elsewhere)):
        return False
    rest = plain
    for pattern in (_CLEARED, _NOT_DONE, _MISTAKEN, _KIND):
        rest = pattern.sub(" . ", rest)
    if is_by_interviewers(text) or _HEDGED.search(rest):
        return False
    return is_elsewhere or not (is_serious(text) or _GOES_ON.search(rest))


@remembered(128)
def is_retort(words: str) -> bool:
    """Whether words answer a remark rather than a question about the job."""
    return bool(_RETORT.search(fold(words[:LONGEST_STORY])))


def grounds(words: str) -> frozenset[str]:
    """What words touch that is nobody's business in an interview: age, family, faith, origin, health, body."""
    folded = fold(words[:LONGEST_STORY])
    return frozenset(name for name, pattern in _GROUNDS.items() if pattern.search(folded))


def is_no_reason(words: str) -> bool:
    """Whether what was given as the reason for a no is about who somebody is, and not about their work."""
    return is_remark(words) or (bool(grounds(words)) and not _OF_WORK.search(fold(words)))


def has_words(text: str) -> bool:
    """Whether a story already says what was said, and not only that it was bad."""
    folded = fold(text[:LONGEST_STORY])
    return is_serious(text) and bool(_QUOTED.search(_ONLY_NAMED.sub("", folded)))


@remembered(128)
def points_to_it(words: str) -> bool:
    """Whether words just point to what they said or did ("his remark")."""
    return bool(_ABOUT_IT.search(fold(words[:LONGEST_STORY])))


_OF_WORK = expression(
    r"\b(?:experience\w*|work\w*|skill\w*|train\w*|qualif\w+|certif\w+|licen[cs]e\w*|degree|knowledge|business|firm|fit)\b"
)
_QUOTED = expression(
    rf"\b(?:{_ASKED}|{_JUDGEMENT})|\b(?:(?:will|would|does|is) your (?:husband|wife|partner|boyfriend|girlfriend|family)|how old are you|are you (?:\w+ )?(?:married|pregnant|single|gay|religious))\b"
)


_QUOTES = expression(r'"([^"]{5,200})"')
_SAID = expression(rf"\b{_THEY} (?:\w+ ){{0,2}}(?:asked|said|says|goes|went|told|was like)\b")


@remembered(256)
def _is_serious(sentence: str) -> bool:
    if len(sentence) < 5 or (
        (excuse := _EXCUSED.search(sentence)) and not _is_said_or_done(sentence[: excuse.start()])
    ):
        return False
    signs = _SIGNS if _has_their_words(sentence) else _WITHOUT_WORDS
    return any(not _is_denied(sentence[: found.start()], found[0]) for found in signs.finditer(sentence))


def _is_said_or_done(words: str) -> bool:
    return bool(_DOING.search(words) or (_has_their_words(words) and _SAYING.search(words)))


def _has_their_words(sentence: str) -> bool:
    """Whether it may tell what was said; most sentences do not, and need not be searched for who said it to whom."""
    return bool(_TOLD.search(sentence) and _QUOTED.search(sentence))


def _is_denied(before: str, sign: str) -> bool:
    """ "Nobody shouted at me"; and "I kept touching my face" is nobody else's doing."""
    return bool(_DENIED.search(before)) or bool(_OWN_DOING.search(before) and _VERB_FIRST.match(sign))


_OWN_DOING = expression(r"\bi(?: (?!(?:he|she|they|who|one|the)\b)\w+){0,3} $")
_VERB_FIRST = expression(rf"(?!{_THEY}\b)\w+(?:ed|ing|put|had)\b")


def _is_their_doing(before: str, sentence: str) -> bool:
    """Whether whoever is named last before the deed is one of them, or a pronoun that stands for nobody else."""
    for found in _SIGNS.finditer(sentence):
        led_up_to = sentence[: found.start()] + found[0]
        if _is_denied(sentence[: found.start()], found[0]):
            continue
        doers = list(_DOER.finditer(led_up_to))
        if not doers or doers[-1].lastgroup == "other":
            continue
        if doers[-1].lastgroup == "theirs" or _IN_THERE.search(sentence):
            return True
        named = [one for one in _DOER.finditer(before + led_up_to) if one.lastgroup != "pronoun"]
        if named and named[-1].lastgroup == "theirs":
            return True
        if not named and not _OWN_WORK.search(before + sentence):
            return True
    return False


_DOER = expression(
    rf"\b(?:(?P<theirs>interviewers?|panel|recruiters?|hiring manager|chair(?:man|woman|person)?|hr|one of (?:them|the (?:interviewers|panel|two|three)))"
    rf"|(?P<other>{_OTHERS}|(?:customers|patients|clients|pupils|students|residents|guests|passengers|colleagues|relatives|visitors|callers|parents|families)\b|my (?:\w+ ){{0,2}}(?:boss|manager|supervisor|chef|foreman|head|director))"
    r"|(?P<pronoun>he|she|they|who|the (?:man|woman|guy|lady|manager|boss|director|owner)))\b"
)
_IN_THERE = expression(r"\b(?:in|at|during) (?:the|that|this|my) interview\b")
_OWN_WORK = expression(
    r"\b(?:used to work|(?:where|when) i (?:worked|was working)|years ago|(?:last|old|former|previous) (?:job|firm|company|place|school|boss|manager)|one (?:day|time|night|shift)|once,? "
    r"|i (?:\w+ ){0,2}(?:took|calmed|listened|apologi[sz]ed|helped|offered|explained|moved|wrote|rang|reported|stayed|let|dealt|solved|handled|served))\b"
)
_WHO = (
    r"(?:they|he|she|both(?: of them)?|every(?:one|body)|(?:the |my |those |these )(?:\w+ )?(?:interviewers?|panel|people|manager|boss|director|owner|recruiter|employer|man|men|woman|women|lady|ladies|two|three|staff|head|principal)"
    r"(?: (?:there|(?:at|in|on) (?:the )?\w+))?)"
)
_NONE_OF_THEM = r"(?:nobody|no one|no-one|none of (?:them|the \w+)|neither(?: of them)?|not one of them)"
_BAD = r"(?:wrong|bad|improper|inappropriate|nasty|rude|unkind|racist|sexist|offensive|illegal|of the (?:kind|sort)|like that|to me\b(?! (?:after|then|when|about|later|again|all day)))"
_CLEARED = expression(
    rf"\b{_WHO}(?: have| has| had)?(?: really| actually| certainly)? (?:did|do|done|said)(?: absolutely| really)? nothing (?:at all )?{_BAD}"
    rf"|\b{_WHO}(?: really| actually)? (?:did not|didn't|have not|haven't|has not|hasn't|never)(?: actually| really| ever)? (?:do|did|done|say|said)(?: (?:or|and) (?:say|said|do|did))? anything {_BAD}"
    rf"|\b{_NONE_OF_THEM}(?: (?:at|in|on|from|there)(?: \w+){{0,3}}?)?(?: has| had| have)? (?:did|done|said)(?: (?:or|and) (?:said|did|done))? anything {_BAD}"
    rf"|\b{_NONE_OF_THEM}(?: (?:at|in|on|from|there)(?: \w+){{0,3}}?)? (?:was|were) (?:\w+ )?(?:rude|nasty|unkind|mean|racist|sexist|horrible|inappropriate|unpleasant)\b"
    rf"|\bnothing {_BAD} (?:was (?:said|done)|happened|took place)|\bnothing (?:was (?:said|done)|happened) {_BAD}|\bthere was no (?:misconduct|harassment|discrimination|abuse|mistreatment)\b"
    rf"|\bi (?:never|did not|didn't) (?:say|said|mean|meant|write|wrote) (?:that )?(?:{_WHO}|any(?:one|body)) (?:had |have )?(?:did|done|said) (?:something|anything)\b(?: {_BAD})?"
)
"""That they did nothing."""
_NOT_DONE = expression(
    rf"\b{_NONE_OF_THEM}(?: (?:at|in|on|from|there)(?: \w+){{0,3}}?)?(?: has| had| have)?(?: ever| actually| really)? (?P<deed>shouted|yelled|screamed|swore|mistreated|harassed|insulted|bullied|touched|threatened|mocked|laughed|discriminated|abused|humiliated|offended|wronged|hurt|grabbed|ridiculed|attacked)\b"
)
"""That one thing was not done; of another nothing is said."""
_STEM = 5
_CLAIMED = expression(
    rf"\b(?:{_WHO}|hr|who|somebody|someone|husband|wife|friend|mum|mother|father|dad|union|lawyer)(?: \w+)? (?:says?|said|claim\w*|insist\w*|told (?:me|us)|thinks?|thought|believes?|believed|pretend\w*|swears?|swore|argued?|acts?|acted|acting|behaved?)\b"
    r"|\bi(?:'d| would| should| could| will|'ll)(?: have| like to)? (?:say|said|tell|told)\b|\b(?:as if|as though|whether|if|even if|why|how|when|like|pretend\w*|claim\w*|supposedly|apparently)\b"
)
"""What makes it somebody's claim, or no more than thought of."""
_MISTAKEN = expression(
    r"\b(?:misunderst\w+|misread|misheard|i (?:(?:want|would like|have) to )?take (?:that|it|this) back|(?:you(?:'ve| have)?|that's|that is|this is) (?:got |took |taken |have )?(?:it |that |this |me )?(?:all |completely )?wrong|(?:not|isn't|wasn't) what i (?:meant|said|wrote)|wrong idea|you are mistaken|a mistake|i (?:never|did not|didn't) (?:say|said|mean|meant) (?:that|so|it))\b"
)
_SOMEBODY_ELSE = expression(
    r"\b(?:it|that|this|he|she|who|the one|the person|shouting)(?: was|'s| is| were) (?:\w+ )?(?:about |by |from )?(?:an?|the|my|one of (?:my|the)) (?:\w+ )?(?:customer|patient|client|pupil|guest|passenger|relative|caller|shopper|resident|tenant|diner)s?\b(?! on the panel)"
)
_NOT_THERE = expression(
    r"\b(?:not (?:one of )?(?:the |my )?(?:interviewers?|panel)|(?:was not|wasn't) (?:them|him|her|an? interviewer|the (?:interviewers?|panel))|not (?:at|in|during) (?:the|this|that|my) interview|at (?:my|the) (?:old|last|former|previous) (?:job|place|firm|work|school|company)|years ago)\b"
)
_KIND = expression(
    rf"\b{_WHO} (?:was|were) (?:(?:all|both|very|really|quite|perfectly|so|just|always|actually|nothing but) )*(?:nice|kind|fine|friendly|polite|lovely|pleasant|professional|respectful|decent|great|correct|courteous|fair|good to me)\b"
)
_HEDGED = expression(
    r"\b(?:except|apart from|other than|until|unless|on paper|officially|legally|technically|strictly|(?:it|that) was (?:his|her|their|how|more|only|what|the (?:way|look\w*|tone)))\b"
)
_GOES_ON = expression(
    rf"\b(?:{_WHO}|somebody|someone|one of (?:them|the \w+)) (?:(?:just|only|all|also|still|kept|did) )*(?!(?:was|were|is|are|and|or|at|in)\b)\w+"
)
"""That something follows which they did do."""
_DOING = expression(_DONE)
_SAYING = expression(rf"{_SPEAKING}\b{_WITHIN}\b(?:{_ASKED}|{_JUDGEMENT})")
