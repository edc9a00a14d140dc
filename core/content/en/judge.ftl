### Looking back with a day between. Read every line aloud before you change it.

judge-offer = { $days ->
        [0] With a little distance now:
        [1] There is a night in between now.
       *[other] The interview was { $days } days ago.
    } Shall we look back, about four minutes: what went well, what did not, what to keep?
    .v2 = Here is the look back, about four minutes: what held, what did not, what to keep. Now?
    .v3 = From a little farther off it looks different. Four minutes to see what held and what did not: shall we?
    .short = Look back now?
    .why = With a day between, people see what went well, too; at once they see only the slips.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | go on | let's | go ahead
    .in-an-hour = In an hour
    .tonight = Tonight
    .tomorrow = Tomorrow
    .no = Skip this part
    .no-like = skip | no | not at all | leave it | drop it

judge-offer-long-after = The interview was { $days } days ago. Shall we still look back, about four minutes, or let it be?
    .v2 = It has been { $days } days. The look back is still here, about four minutes: do you want it?
    .v3 = { $days } days have gone by since. Four minutes of looking back, if it is still of use to you?
    .short = Look back still?
    .why = What is learnt from it keeps, however late. It can just as well be left.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | go on | let's | go ahead
    .in-an-hour = In an hour
    .tonight = Tonight
    .tomorrow = Tomorrow
    .no = Skip this part
    .no-like = skip | no | not at all | leave it | drop it | let it be

judge-practice-open = "Practise" brings your answers back, two minutes each, on any day you like.
    .v2 = Should you want to try your answers again one day: "practise" brings them.
    .v3 = Your answers can be tried again whenever you like; "practise" is enough.

judge-left-out = Left out; it does not come again unless you ask.
    .v2 = Fine, no look back. "Look back" brings it, if you want it one day.
    .v3 = Then we leave that part, and I do not bring it up again.

judge-recall = Kept already: your words on { $told }.
    .v2 = That part is told, and I have it: { $told }.
    .v3 = This stays as you wrote it: your words on { $told }.

judge-nervous = First, outside the door: how nervous were you going in, from 0 (calm) to 10 (as bad as it gets)?
    .v2 = Let us begin before the room. How nervous were you on the way in, 0 (calm) to 10 (as bad as it gets)?
    .v3 = Before anything was asked: how nervous were you, 0 (calm) to 10 (as bad as it gets)?
    .short = Nervous going in, 0 to 10?
    .why = Strong nerves can spoil an hour that goes fine on a calm day, so they are worth knowing first.

judge-nerves-strong = { $nervous } going in. Nerves often play a part, and strong ones can make an interview go poorly. They are a cause, not a flaw in you.
    .v2 = { $nervous }: that is a lot to carry through a door. Nerves often have a hand in it, and strong ones can make an interview go poorly, whoever has them.
    .v3 = With a { $nervous }, the nerves were in the room too. That happens often, and strong anxiety can make an interview go poorly. It is no fault of yours.

judge-nerves-noted = { $nervous } going in.
    .v2 = A { $nervous } at the door.
    .v3 = { $nervous } before it began, then.

judge-nerves-named = You named nerves. Strong ones can make an interview go poorly: a cause, not a flaw in you.
    .v2 = Nerves were part of it, you wrote. They can make an interview go poorly, whatever you can do.
    .v3 = As for the nerves: strong anxiety can make an interview go poorly. Nobody is to blame for it.

judge-first-impressions = One by one, then; a word is enough, and more is welcome. The first impressions, coming in and saying hello: how did they go?
    .v2 = Step by step, in a tap or your own words. Coming in, the greeting, the first minutes: how did that go?
    .v3 = From the start, as short or as long as you like. The door, the hello, sitting down: how did it go?
    .short = First impressions?
    .why = The hour is fairer looked at in pieces: some of them held.
    .well = Well
    .badly = Badly
    .both = Both
    .both-like = so so | half and half | a bit of both | bit of both | a mix | mixed bag | meh
    .cannot-say = Can't say

judge-body-language = Your body language, how you sat, where you looked, your voice and hands: how was that?
    .v2 = And the body: the way you sat, your eyes, hands and voice. How did it go?
    .v3 = How did it go with your body language: sitting, looking at them, your voice?
    .short = Body language?
    .why = It is a part by itself: a shaking voice can say good things.
    .well = Well
    .badly = Badly
    .both = Both
    .both-like = so so | half and half | a bit of both | bit of both | a mix | mixed bag | meh
    .cannot-say = Can't say

judge-confidence = And confidence: could you stand by what you said?
    .v2 = Confidence next: how did it go with standing by your words?
    .v3 = How was it with your confidence, once you were talking?
    .short = Confidence?
    .why = It is asked apart from the answers, because the two are easily taken for one.
    .well = Well
    .badly = Badly
    .both = Both
    .both-like = so so | half and half | a bit of both | bit of both | a mix | mixed bag | meh | came and went
    .cannot-say = Can't say

judge-answers = Your answers, all of them together: how did they go?
    .v2 = What they asked and what you said: how did your answers go, taken together?
    .v3 = And your answers, the easy ones included: how were they?
    .short = Your answers?
    .why = One weak answer colours the others; taken together they look different.
    .well = Well
    .badly = Badly
    .both = Both
    .both-like = so so | half and half | a bit of both | bit of both | a mix | mixed bag | meh
    .cannot-say = Can't say

judge-other-answers = Apart from { $weak }: how did your other answers go?
    .v2 = On the list already: { $weak }. And the other answers?
    .v3 = Leaving { $weak } aside, how were the rest of your answers?
    .short = The other answers?
    .why = One weak answer colours the others, so they are asked about by themselves.
    .well = Well
    .badly = Badly
    .both = Both
    .both-like = so so | half and half | a bit of both | bit of both | a mix | mixed bag | meh
    .cannot-say = Can't say

judge-questions-asked = The part where you could ask them something: how did that go?
    .v2 = And your own questions to them: how was that part?
    .v3 = What you asked them, or would have: how did that go?
    .short = Your questions to them?
    .why = It is the one part of the hour that is yours to steer, next time too.
    .well = Well
    .badly = Badly
    .both = Both
    .both-like = so so | half and half | a bit of both | bit of both | a mix | mixed bag | meh
    .cannot-say = Can't say

judge-closing = And the closing: your last words, the goodbye. How did that go?
    .v2 = The end of it, your closing words and the way out: how was that?
    .v3 = Last of the six, your closing statement and the goodbye: how did it go?
    .short = The closing?
    .why = Last words stay in mind, and they are easy to prepare for next time.
    .well = Well
    .badly = Badly
    .both = Both
    .both-like = so so | half and half | a bit of both | bit of both | a mix | mixed bag | meh
    .cannot-say = Can't say

judge-told = Next, { $area }. You wrote: "{ $told }". How do you see it now?
    .v2 = On to { $area }. There are words of yours on it: "{ $told }". And with some distance?
    .v3 = Then { $area }. "{ $told }", you wrote. Does it still look like that?
    .short = And { $area }, now?
    .why = Things look different after a while. Your word counts.
    .well = Well
    .badly = Badly
    .both = Both
    .both-like = so so | half and half | a bit of both | bit of both | a mix | mixed bag | meh
    .cannot-say = Can't say

judge-else = Anything the six leave out, such as a test, the room, the technology? Say how it went.
    .v2 = Is there something else that belongs here, a task, a call that broke off, the people? And how was it?
    .v3 = What else was there, good or bad, that none of these covers?
    .short = Anything else, good or bad?
    .why = Six parts fit most interviews and never all of one.
    .nothing = Nothing else
    .nothing-like = nothing else | that's all | thats all | that was all

judge-well = What went well in there? Tap a part of it, or tell it in your words.
    .v2 = The good side first. Which part of it held? A tap, or a sentence of yours.
    .v3 = What went well? One part, one moment, one answer: in a tap or in your words.
    .short = What went well?
    .why = What worked is as useful as what did not, and it is forgotten sooner.
    .first-impressions = First impressions
    .body-language = Body language
    .confidence = Confidence
    .answers = Answers
    .questions-asked = My questions to them
    .closing = The closing
    .one-by-one = One by one
    .one-by-one-like = one by one | all six | step by step
    .nothing = Nothing comes to mind
    .nothing-like = can't think of | nothing went well | nothing held

judge-well-besides = "{ $held }", you wrote. What else went well in there? Tap a part of it, or tell it in your words.
    .v2 = The good side first: "{ $held }" is on it. What else held? A tap, or a sentence of yours.
    .v3 = You told me "{ $held }". What went well besides? One part, one moment, one answer: in a tap or in your words.
    .short = What else went well?
    .why = What worked is as useful as what did not, and it is forgotten sooner.
    .first-impressions = First impressions
    .body-language = Body language
    .confidence = Confidence
    .answers = Answers
    .questions-asked = My questions to them
    .closing = The closing
    .one-by-one = One by one
    .one-by-one-like = one by one | all six | step by step
    .nothing = Nothing comes to mind
    .nothing-like = can't think of | nothing went well | nothing held

judge-held-kept = Kept: "{ $words }".
    .v2 = "{ $words }": that is on the good side now.
    .v3 = On the good side, then: "{ $words }".

judge-held-kept-plain = That is on the good side now, in your words.
    .v2 = Kept, as you tell it, on the good side.
    .v3 = On the good side, then, as you put it.

judge-held-asked-for = They asked you for it: that was about your work. Kept; sending it is your choice.
    .v2 = That they asked for it says something about your work. Kept; if you still want to, it can go.
    .v3 = Kept. They wanted to have it of you; if it has not gone yet, it may still go.

judge-held-nothing = Nothing comes to mind; that is all right.
    .v2 = Then nothing, for now. That is fine.
    .v3 = That side can stay empty today.

judge-badly-kept = Kept.
    .v2 = I have that.
    .v3 = Kept, in your words.

judge-badly-kept-laughed = Kept. That happens to people who are laughed at, and it was they who began.
    .v2 = I have that. Whoever is laughed at does something of the kind; what began it was their doing.
    .v3 = Kept, in your words. It came after their laughing, and that is not on your list.

judge-badly-kept-nerves = Kept. That was the nerves; it says nothing about how you work.
    .v2 = I have that. Nerves do such things, whatever one can do.
    .v3 = Kept, in your words. Nerves show like that, and they are no measure of your work.

judge-badly = And what did not go so well? A part of it, or the moment in your words.
    .v2 = Then the other side: was there a part or a moment that went badly? "Nothing" is fine.
    .v3 = And was there something you would do differently? A tap, or your own words.
    .short = What did not go so well?
    .why = Both sides are asked for, so that nothing is left to nag.
    .first-impressions = First impressions
    .body-language = Body language
    .confidence = Confidence
    .answers = Answers
    .questions-asked = My questions to them
    .closing = The closing
    .nothing = Nothing
    .nothing-like = nothing bad | all good | all fine | all went well

judge-badly-well = And was there something you would do another way? "Nothing" is fine.
    .v2 = Is there a part or a moment of it that you would change? If not, "nothing".
    .v3 = Anything at all you would do differently? "Nothing" counts.
    .short = Anything you would change?
    .why = Both sides are asked for, after a good one too.
    .first-impressions = First impressions
    .body-language = Body language
    .confidence = Confidence
    .answers = Answers
    .questions-asked = My questions to them
    .closing = The closing
    .nothing = Nothing
    .nothing-like = nothing bad | all good | all fine | all went well

judge-badly-noted = Noted: { $what }.
    .v2 = On that side, then: { $what }.
    .v3 = { $what }: that is down.

judge-badly-besides = Besides what you told me: is there anything else that bothers you? A part of it, or the moment in your words.
    .v2 = Your notes stand. Is there anything to add that did not go so well, a part or a moment?
    .v3 = Apart from what you wrote that day: was there something else you would do differently?
    .short = Anything else that did not go well?
    .why = Both sides are asked for, so that nothing is left to nag.
    .first-impressions = First impressions
    .body-language = Body language
    .confidence = Confidence
    .answers = Answers
    .questions-asked = My questions to them
    .closing = The closing
    .nothing = Nothing else
    .nothing-like = nothing bad | all good | all fine | all went well | only that

judge-badly-of-all = You need not go through all of it. Is there one thing you would like to do another way next time? "Nothing" is fine.
    .v2 = Of all that you do not have to say more. Is there one part you would do differently? Or nothing.
    .v3 = One thing only, if you like: what would you want to do another way next time?
    .short = One part of it, or nothing?
    .why = All of it is too much to carry along; one part of it can be of use.
    .first-impressions = First impressions
    .body-language = Body language
    .confidence = Confidence
    .answers = Answers
    .questions-asked = My questions to them
    .closing = The closing
    .nothing = Nothing
    .nothing-like = nothing bad | all good | all fine | all went well | only that

judge-badly-apart = Apart from what they did: is there a moment of your own that you would do differently?
    .v2 = Leaving their part aside: did something of yours not go as you wanted? "Nothing" is fine.
    .v3 = And on your own side, their part left out: was there a moment you would change?
    .short = A moment of your own?
    .why = So that both sides are written down. What they did is not meant.
    .first-impressions = First impressions
    .body-language = Body language
    .confidence = Confidence
    .answers = Answers
    .questions-asked = My questions to them
    .closing = The closing
    .nothing = Nothing
    .nothing-like = nothing bad | all good | all fine | all went well

judge-went-well = First the side that went well: { $well }. What did you do there that you want to do again?
    .v2 = By your own account these went well: { $well }. What did you do there that is worth doing again?
    .v3 = On the good side: { $well }. What exactly did you do there, so that you can do it again?
    .short = What did you do there that you would do again?
    .why = What worked is as useful as what did not, and it is forgotten sooner.
    .nothing = Nothing comes to mind
    .nothing-like = can't think of

judge-held = What is one thing in there that held, however small? Staying to the end counts.
    .v2 = Name one thing that held, as small as it may be. A question answered, a hand shaken, staying in the chair.
    .v3 = One thing held, even so: which? It may be as small as saying thank you at the door.
    .short = One thing that held?
    .why = A list with one side only is not the whole hour.
    .nothing = Nothing comes to mind
    .nothing-like = nothing held | can't think of

judge-went-badly-apart = Apart from what they did: is there a moment of your own that you would do differently?
    .v2 = Leaving their part aside: did something of yours not go as you wanted? "Nothing" is fine.
    .v3 = And on your own side, their part left out: was there a moment you would change?
    .short = A moment of your own?
    .why = So that both sides are written down. What they did is not meant.
    .nothing = Nothing
    .nothing-like = nothing bad | all good | all fine | all went well

judge-went-badly = And for the whole picture: was there something that did not go well? At which moment?
    .v2 = The other side belongs here too. Did something go badly, and when was it?
    .v3 = Was there a moment that went badly? One is enough, and "nothing" is fine.
    .short = Something that went badly?
    .why = Both sides are asked for, so that nothing is left to nag.
    .nothing = Nothing
    .nothing-like = nothing bad | all good | all fine | all went well

judge-conduct-apart = What should not have been said or done to you stands apart. It is on no list of yours, because it was not yours.
    .v2 = Their conduct is on neither side of this: it is theirs to answer for.
    .v3 = What was said or done to you does not count among what you did. It stays in your own words.

judge-well-until = "{ $held }", you wrote. What went well up to then? Tap a part of it, or tell it in your words.
    .v2 = The good side first: "{ $held }" were your words. What held before that? A tap, or a sentence of yours.
    .v3 = You told me "{ $held }". What was it that went well? One part, one moment, one answer: in a tap or in your words.
    .short = What went well up to then?
    .why = What worked is as useful as what did not, and it is forgotten sooner.
    .first-impressions = First impressions
    .body-language = Body language
    .confidence = Confidence
    .answers = Answers
    .questions-asked = My questions to them
    .closing = The closing
    .one-by-one = One by one
    .one-by-one-like = one by one | all six | step by step
    .nothing = Nothing comes to mind
    .nothing-like = can't think of | nothing went well | nothing held

judge-well-questions = Some questions went all right, you wrote: { $held }. What else went well in there? Tap a part of it, or tell it in your words.
    .v2 = The good side first: { $held } went all right, by your account. What else held? A tap, or a sentence of yours.
    .v3 = These went all right, you told me: { $held }. What went well besides? One part, one moment, one answer: in a tap or in your words.
    .short = What else went well?
    .why = What worked is as useful as what did not, and it is forgotten sooner.
    .first-impressions = First impressions
    .body-language = Body language
    .confidence = Confidence
    .answers = Answers
    .questions-asked = My questions to them
    .closing = The closing
    .one-by-one = One by one
    .one-by-one-like = one by one | all six | step by step
    .nothing = Nothing comes to mind
    .nothing-like = can't think of | nothing went well | nothing held

judge-other-side = The other side: { $badly }.
    .v2 = And what did not go well: { $badly }.
    .v3 = On the other list: { $badly }.

judge-long-other-side = The other side is kept as you told it; three of it are enough to work on.
    .v2 = What did not go well is written down too, and three at most need anything done.
    .v3 = The rest is kept as well. Nobody mends all of it at once, so we take three at most.

judge-go-on = What is left is about your next interview, two minutes or so. Go on, or leave it at that?
    .v2 = There is a second half, about next time; it can be left out. Go on?
    .v3 = Enough for the looking back. Shall we take two minutes for next time, or stop here?
    .short = Go on, or leave it?
    .why = It began as a heavy one, so there is a place to stop half way.
    .on = Go on
    .on-like = go on | on | go ahead | keep going | carry on | continue | let's do it | i'm ok
    .enough = Leave it at that
    .enough-like = leave it | enough | stop here | that's enough | no more | had enough | i'm done | im done

judge-feeling-now = And the feeling now, from 0 (fine) to 10 (awful)?
    .v2 = From 0 (fine) to 10 (awful): where is it now?
    .v3 = The same scale again, 0 (fine) to 10 (awful): how bad is it at this moment?
    .short = 0 (fine) to 10 (awful), now?
    .why = Beside the first number it shows how the feeling has moved.

judge-change = It was { $before } then, and { $after } now.
    .v2 = { $before } at first, { $after } now.
    .v3 = From { $before } to { $after }.

judge-same = { $after }, as it was at first.
    .v2 = Still { $after }.
    .v3 = The same { $after } as before; it need not have moved yet.

judge-still-heavy = Looking at it again can weigh for a while. If it does not get lighter, tell somebody you trust; a person can do what I cannot.
    .v2 = That is heavy, and enough for now. Somebody to tell it to may help more than another question from me.
    .v3 = It may be this heavy still. Leave it for today; if it stays so, a person you trust is worth more than I am.

judge-awful = A { $after } is a lot, and looking at it again can make it heavier. Leave it for today. Somebody you trust or a doctor can do what I cannot, and findahelpline.com lists people who answer where you live.
    .v2 = { $after }: that is too much to carry alone. Enough for today. A doctor, or somebody from findahelpline.com, can do what I cannot.
    .v3 = So heavy, at { $after }: then stop here for today. Tell somebody you trust, or a doctor; findahelpline.com lists who answers where you are.

judge-closed = Kept from today: { $done }. Nothing more is needed.
    .v2 = That is written down now: { $done }. You are free for today.
    .v3 = That was the look back, and it has brought { $done }. Enough for one day.

judge-closed-plain = That was the look back. Nothing more is needed today.
    .v2 = Then the look back is done, and you are free for today.
    .v3 = We leave it there; that is enough for one day.

judge-handled = What went well, as you put it: "{ $handled }".
    .v2 = On the good side, in your words: "{ $handled }".
    .v3 = Keep this one in sight, which went well: "{ $handled }".

judge-area-other-answers = your other answers
judge-being-late = being late
judge-what-you-added = what you wrote just now
judge-in-quotes = "{ $words }"
judge-new-answer = an answer in new words
judge-one-lesson = what you take along
judge-one-plan = a plan in one sentence
judge-next-time = what you will do next time
