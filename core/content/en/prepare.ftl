### Before the next interview. Preparing is spoken of here, and never as what was missing at the last one.

prepare-offer = Your next interview with { $about } is on { DAY($day) }. Ten minutes to get ready, in parts: the place, some likely questions, somebody to try them on. Now?
    .v2 = The next interview with { $about } comes on { DAY($day) }. Shall we get ready? Ten minutes at most, and you can stop after any part.
    .v3 = As agreed, before the interview with { $about } on { DAY($day) }: a few things to look up, a few questions to try, about ten minutes. Shall we?
    .short = Get ready now?
    .why = Two days are enough to do it calmly, and the evening before is for resting.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | go on | let's | lets | go ahead
    .in-an-hour = In an hour
    .tomorrow = Tomorrow
    .no = Leave it
    .no-like = no | leave it | no need | skip | not this time | on my own | i'm ready | im ready

prepare-left-out = Not now, then. "Get ready" brings it, whenever you want.
    .v2 = Then that rests; say "get ready" if you want it after all.
    .v3 = Left for now. "Get ready" is all it takes.

prepare-any-time = A few parts, each by itself; say "later" after any of them, and we go on from there another time.
    .v2 = It comes in short parts. What you leave out stays left out, and "later" keeps your place.
    .v3 = Part by part, and you may stop after each: what is done is kept.

prepare-four-items = Four things about { $about }: history, strengths, achievements, and goals for the next 5 to 10 years. They answer most questions about the place, first "What do you know about us?" Fill in what you know, or take the list?
    .v2 = First { $about } itself: its history, its strengths, what it has achieved, its goals for 5 to 10 years. Most of what is asked can be answered from these, above all "What do you know about us?" Now, or as a list to take along?
    .v3 = Four things carry most answers, above all to "What do you know about us?": the history of { $about }, its strengths, its achievements, its goals for the next 5 to 10 years. Write down what you know, or take the list with you?
    .short = Fill in now, or take the list along?
    .why = Who knows the place need not guess what they want to hear. Their own pages, and one search, cover most of it.
    .fill-in = Fill in now
    .fill-in-like = fill in | fill it in | now | write | i know some | i know a bit | let's do it | go on
    .list = A list to take along
    .list-like = list | don't know | dont know | know nothing | know little | nothing about them | take along | take it along | later | look it up | look them up | on my own | i'll look
    .skip = Leave that out
    .skip-like = leave that | leave it | skip | no | know them already | i know it all | next part | next one | next please | move on | the questions please | just the questions

prepare-history = History: how long has { $about } been there, and how did it begin? A few words are enough.
    .v2 = The history of { $about } first: where does it come from, how old is it, who began it?
    .v3 = How did { $about } begin, and when? What you know, in a line.
    .short = History?
    .why = A place is glad to hear that somebody knows where it comes from.
    .later = Look it up
    .later-like = look it up | look up | later | don't know | dont know | no idea | not yet | nothing

prepare-strengths = Strengths: what are they known for, what do they do better than others?
    .v2 = What is it good at? What do people go there for?
    .v3 = And its strengths: what would somebody who works there be proud of?
    .short = Strengths?
    .why = Their strengths are what they want more of; yours can be named beside them.
    .later = Look it up
    .later-like = look it up | look up | later | don't know | dont know | no idea | not yet | nothing

prepare-achievements = Achievements: what have they done lately that got noticed? A prize, a new place, a piece in the news.
    .v2 = What have they achieved, in the last years or so? Something built, won or put right.
    .v3 = Something they have done that they will be proud of: what comes to mind?
    .short = Achievements?
    .why = One thing of theirs, named by you, shows that you looked.
    .later = Look it up
    .later-like = look it up | look up | later | don't know | dont know | no idea | not yet | nothing

prepare-goals = Goals: where do they want to be in 5 to 10 years? More places, another kind of work, more people?
    .v2 = And where are they going, in the next 5 to 10 years? What do they say they want to build or change?
    .v3 = The last of the four: their plans for 5 to 10 years, as far as one can know.
    .short = Goals for 5 to 10 years?
    .why = Your answer to "where do you see yourself" can stand beside theirs.
    .later = Look it up
    .later-like = look it up | look up | later | don't know | dont know | no idea | not yet | nothing

prepare-take-along = Here it is. Copy it, or write beside it whatever you find.
    .v2 = The list, to take along. Two lines for each are plenty.
    .v3 = Take it with you. An evening is enough for it, and half of it is better than none.

prepare-about-us = Now try the one they ask most: "What do you know about us?" Two sentences about { $about }, aloud or typed.
    .v2 = "What do you know about us?" How would you begin, about { $about }? Say it aloud, or type two sentences.
    .v3 = Suppose { $about } asks what you know about them. What do you say? Aloud counts, and typed is kept.
    .short = "What do you know about us?"
    .why = It is asked very often, and said once, it comes more easily the second time.
    .aloud = Said it aloud
    .aloud-like = said it | said it aloud | said it out loud | aloud | out loud | done | did it
    .look-first = I have to look first
    .look-first-like = look first | look it up | not yet | don't know | dont know | no idea | nothing yet | later

prepare-about-us-kept = Kept. Say it aloud once more before you go in.
    .v2 = That one has been said now; it will come more easily the next time.
    .v3 = Good to have said it once. Add what you still find out.

prepare-look-first = Look first, then say it aloud once; you have the four things to look for.
    .v2 = Good: look first. Their own pages and one search cover most of the four.
    .v3 = Then that is for another hour: the four things, and two sentences from them, aloud.

prepare-field = Then the questions of your own field. Which is it?
    .v2 = Each field has its usual questions. What kind of work is this?
    .v3 = So that the questions fit: what field is the job in?
    .short = Which field?
    .why = A ward asks other things than a workshop. I ask it once only.
    .education = Education
    .education-like = school | teaching | teach | university | college | kindergarten
    .social = Social and human services
    .social-like = social | social work | care | charity | ngo | community work
    .medicine = Health and medicine
    .medicine-like = health | medicine | medical | hospital | clinic | nursing | pharmacy
    .trades = Trades and craft
    .trades-like = trade | trades | craft | workshop | building | construction | factory | mine | driving | farm | kitchen
    .office = Office
    .office-like = office | admin | finance | accounts | bank | government
    .technology = Technology
    .technology-like = tech | it | computers | software | data
    .retail = Shop and service
    .retail-like = shop | retail | sales | restaurant | hotel | customer service | supermarket
    .general = Something else
    .general-like = something else | other | another | none of these | different

prepare-field-of = Then likely questions. Which of these is the { $role } job nearest to?
    .v2 = Each field has its usual questions. Where does the { $role } job belong, roughly?
    .v3 = So that the questions fit the { $role } job: which of these is nearest?
    .short = Which is nearest?
    .why = A ward asks other things than a workshop. I ask it once only.
    .education = Education
    .education-like = school | teaching | teach | university | college | kindergarten
    .social = Social and human services
    .social-like = social | social work | care | charity | ngo | community work
    .medicine = Health and medicine
    .medicine-like = health | medicine | medical | hospital | clinic | nursing | pharmacy
    .trades = Trades and craft
    .trades-like = trade | trades | craft | workshop | building | construction | factory | mine | driving | farm | kitchen
    .office = Office
    .office-like = office | admin | finance | accounts | bank | government
    .technology = Technology
    .technology-like = tech | it | computers | software | data
    .retail = Shop and service
    .retail-like = shop | retail | sales | restaurant | hotel | customer service | supermarket
    .general = Something else
    .general-like = something else | other | another | none of these | different

prepare-which = These are likely to come. Try one, aloud or typed? Its number is enough.
    .v2 = Any of them may be asked. Which would you like to try?
    .v3 = Pick one and try it; the first words are the hardest part.
    .short = Which one?
    .why = An answer said once beforehand is easier to find when it counts.
    .first = The first
    .first-like = first | 1st | number one | number 1 | the top one | yes | ok | okay | sure
    .second = The second
    .second-like = second | 2nd | number two | number 2 | middle
    .third = The third
    .third-like = third | 3rd | number three | number 3 | the last one
    .others = Three others
    .others-like = others | other ones | three others | different ones | more questions | next three | more
    .on = On to the next part
    .on-like = go on | on | next part | next | no | none | none of them | skip these | move on
    .enough = Enough for today
    .enough-like = enough | that's enough | thats enough | enough for now | stop here | tired | no more

prepare-try = "{ $question }" How would you answer? As you would say it, short or long.
    .v2 = Suppose they ask: "{ $question }" What do you say?
    .v3 = "{ $question }" Your turn. Typed is kept; aloud counts just as well.
    .short = "{ $question }"
    .why = What you find now need not be found in that chair.
    .aloud = Said it aloud
    .aloud-like = said it | said it aloud | said it out loud | aloud | out loud | done | did it
    .leave = Leave this one
    .leave-like = leave it | leave this | not this one | don't know | dont know | no idea | nothing | something else

prepare-tried = That one has been tried now.
    .v2 = Said once; the next time it is there sooner.
    .v3 = Good to have it behind you once.

prepare-enough = Then we stop here; what you have is kept. "Get ready" goes on from there.
    .v2 = Enough for today. Say "get ready" when you want the rest, or leave it at that.
    .v3 = We leave it there. Nothing is lost, and "get ready" brings the rest.

prepare-mock = Now a practice interview: ten minutes with a mentor, a friend, or a present or former colleague, who asks and lets you answer. Who could it be? A name is enough.
    .v2 = Last part. Who could play the interviewer for ten minutes: a mentor, a friend, a colleague you have or had?
    .v3 = Is there a mentor, a friend or a colleague, present or past, who would ask you some of these for ten minutes? Who?
    .short = Who could ask you the questions?
    .why = Saying an answer to a person is different from thinking it. It makes a bad interview less likely; nothing makes it certain.
    .nobody = Nobody just now
    .nobody-like = nobody | no one | noone | none | alone | by myself | rather not | no friends | don't have | dont have

prepare-mock-or-member = Now a practice interview: ten minutes with a mentor, a friend, or a present or former colleague, who asks and lets you answer. Who could it be? A name is enough. Or another member here who also wants to practise.
    .v2 = Last part. Who could play the interviewer for ten minutes: a mentor, a friend, a colleague you have or had? I can also look for another member here.
    .v3 = Is there a mentor, a friend or a colleague, present or past, who would ask you some of these for ten minutes? Who? If not, another member here may be glad to.
    .short = Who could ask you the questions?
    .why = Saying an answer to a person is different from thinking it. It makes a bad interview less likely; nothing makes it certain.
    .another-member = Another member
    .another-member-like = another member | find me somebody | find me someone | somebody here | someone here | a stranger | a practice partner | find me a partner
    .nobody = Nobody just now
    .nobody-like = nobody | no one | noone | none | alone | by myself | rather not | no friends | don't have | dont have

prepare-mock-on = And when, with { $who }? A day you could ask for.
    .v2 = On which day could { $who } do it? You can still move it.
    .v3 = Which day suits, for you and { $who }? A guess is fine.
    .short = Which day?
    .why = With a day it tends to happen; without one it tends to wait.
    .open = Not fixed yet
    .open-like = not fixed | not yet | don't know | dont know | have to ask | i'll ask | ill ask | no idea | soon | later | not sure

prepare-mock-kept = Then it only needs asking: { $who }, ten minutes, two or three questions.
    .v2 = Ten minutes with { $who } are enough; let them begin with "What do you know about us?"
    .v3 = { $who }, then: ten minutes, and two or three of the questions from above.

prepare-mock-too-late = The interview is on { DAY($day) } already, so a day before that would serve you better; say "back" to choose another.
    .v2 = That is not before the interview on { DAY($day) }. An earlier day helps more; "back" changes it.
    .v3 = By then the interview on { DAY($day) } has begun. Is there an evening before it? "Back" lets you change the day.

prepare-alone = By yourself works too: say each answer aloud once, standing up.
    .v2 = Then aloud, alone: once through, in full sentences, and you have heard it.
    .v3 = That is fine. Tell it to the wall; it counts.

prepare-done = That was all. What has been said once comes more easily, and makes a bad interview less likely. Tell me afterwards how it was.
    .v2 = Done. It lowers the chance of a bad interview. Write to me when you come out.
    .v3 = That was all. Looking it up and saying it aloud makes a bad one less likely. Tell me afterwards how it was.

prepare-mock-today = Today is the practice interview with { $who }, as you planned. Shall I lay out a few questions to hand over?
    .v2 = As agreed: today { $who } asks you some questions. Do you want a list to give them?
    .v3 = The day of the practice run with { $who }. Here are questions for it, if you want them. Show them?
    .short = Show the questions?
    .why = With the questions in hand nobody has to think any up, and it is easier to begin.
    .now = Show them
    .now-like = yes | ok | okay | sure | show | show me | show them | now | please
    .done = Done already
    .done-like = done | did it | already done | we did it | had it | yesterday
    .tomorrow = Tomorrow
    .no = Leave it
    .no-like = no | leave it | no need | not needed | cancelled | can't | cant | fell through

prepare-handed-over = Hand these over, with "What do you know about us?" first of all. Ten minutes; then ask for one thing you said well.
    .v2 = Send these on, with "What do you know about us?" in front. Afterwards, one question to them: what sounded most like me?
    .v3 = For their hands: these, and "What do you know about us?" to begin with. Let them only listen, and name one thing that worked.
    .short = Have you got them?
    .why = Somebody who names what worked helps more than a judge.
    .fine = I have them
    .fine-like = got it | got them | thanks | thank you | ok | okay | done | sent

prepare-mock-today-at = Today at { TIME($at) } is the practice interview with { $who }. Shall I lay out a few questions to hand over?
    .v2 = At { TIME($at) } today { $who } and you practise, as agreed. Do you want a list of questions for it?
    .v3 = The practice with { $who } is at { TIME($at) } today. Here are questions for it, if you want them. Show them?
    .short = Show the questions?
    .why = With the questions in hand nobody has to think any up, and it is easier to begin.
    .now = Show them
    .now-like = yes | ok | okay | sure | show | show me | show them | now | please
    .done = Done already
    .done-like = done | did it | already done | we did it | had it | yesterday
    .tomorrow = Tomorrow
    .no = Leave it
    .no-like = no | leave it | no need | not needed | cancelled | can't | cant | fell through

prepare-mock-ready = Then it is between you and { $who }. Nothing more is needed from here.
    .v2 = All there. The rest is with you and { $who }.
    .v3 = That is all it takes. { $who } and you will know when to stop.

prepare-mock-over = Noted; I do not bring it up again.
    .v2 = All right, that is settled.
    .v3 = Fine. No more about that one.

prepare-the-place = the place
prepare-them = them
prepare-education = education
prepare-social = social and human services
prepare-medicine = health and medicine
prepare-trades = trades and craft
prepare-office = office
prepare-technology = technology
prepare-retail = shop and service
