### The first conversation after an interview. Read every line aloud before you change it.

capture-opening = Had an interview that went badly? Tell me what happened, in your own words, or just say yes.
    .v2 = Is there an interview on your mind? Tell me as it comes, or say yes and I will ask.
    .v3 = If an interview is sitting heavy, tell me about it. A plain yes will do as well.
    .short = Have you had an interview? Tell me about it, or say yes.
    .why = With a word or two I know where to begin. You can leave anything out.
    .yes = Yes
    .no = No
    .not-sure = Not sure how it went

capture-story = What happened? As much or as little as you like.
    .v2 = Tell me what happened, in whatever order it comes.
    .v3 = Go ahead: what happened in there?
    .short = What happened?
    .why = What you tell now is kept while it is fresh, and nothing of it has to be told twice.

capture-heard-tears = Tears, or close to them: that is a lot to carry.
    .v2 = Tears, shed or held back, say how much it mattered.
    .v3 = Near to tears over an interview, or past that: then it was heavy.

capture-heard-laughed-at = They laughed, and that hurts; it stays with one.
    .v2 = To be laughed at in there hurts.
    .v3 = Laughter at such a moment hurts, and it stays.

capture-heard-them = Being met like that throws anybody.
    .v2 = It is hard to be at one's best across from that.
    .v3 = Sitting opposite that is hard work.

capture-heard-technology = Technology that fails in the middle throws anybody.
    .v2 = When the technology gives out, it takes the thread along.
    .v3 = A connection that fails just then is no fault of yours.

capture-heard-blank = A blank at the wrong moment stings.
    .v2 = Finding no words just then: that stings.
    .v3 = Going blank when it counts is hard to take.

capture-heard-words = To sit there and not get the words out is hard.
    .v2 = When the words do not come out, every minute is long.
    .v3 = Words that will not come, in front of people: that is hard to sit through.

capture-heard-rambling = Talking on, and hearing it yourself, is unpleasant.
    .v2 = Talking past the point, and noticing it, is unpleasant.
    .v3 = Once the words run on they are hard to stop, and that stays with one.

capture-heard-nerves = Nerves like that take a lot out of one.
    .v2 = Sitting through it with such nerves is hard.
    .v3 = When the nerves take over, every minute is long.

capture-heard-tired = To go in there that tired is hard.
    .v2 = So tired, and then to be asked: that is hard.
    .v3 = With no rest behind you, sitting through it is hard.

capture-heard-late = Late at the door: that is a hard way to begin.
    .v2 = To arrive late weighs on all that follows.
    .v3 = To begin late is to begin with a weight.

capture-heard-late-by = The { $cause } made you late: that is a hard way to begin.
    .v2 = Late by the { $cause }: a hard way to arrive.
    .v3 = Held up by the { $cause }: that is no good way to begin.

capture-heard-late-asked = The { $cause } made you late, and then to be asked why: that is a hard way to begin.
    .v2 = Late by the { $cause }, and made to explain it: a hard way to arrive.
    .v3 = Held up by the { $cause }, and then asked about it: that is no good way to begin.

capture-heard-manner = That is what sticks, then.
    .v2 = So that is what keeps coming back.
    .v3 = That is the part that stays with you, by the sound of it.

capture-heard-panel = A whole panel at once is a lot to face.
    .v2 = So many people across the table: that is a lot.
    .v3 = Facing all of them at once is hard.

capture-heard-blank-on = A blank on { $struggle } stings.
    .v2 = Finding no words for { $struggle }: that stings.
    .v3 = Going blank on { $struggle } is hard to take.

capture-heard-answer = So this is what stays with you: { $struggle }.
    .v2 = What keeps coming back, then: { $struggle }.
    .v3 = Then that is the part that weighs: { $struggle }.

capture-heard-stress = That was a hard one, by the sound of it.
    .v2 = A hard one, then.
    .v3 = That one weighs on you.

capture-heard-calm = Thank you for telling me. It is down, as you told it.
    .v2 = I have that, as you told it; good that you did.
    .v3 = Thank you. That is kept, in your words.

capture-heard-uneven = The { $part } held, then, and the interview less so.
    .v2 = So the { $part } went well, and the interview did not.
    .v3 = Two halves, then: the { $part } that held, and the interview.

capture-heard-unsure = Not knowing how it went is a strange place to be.
    .v2 = It often cannot be told from inside how one went.
    .v3 = Not to know how it went is usual, and not comfortable.

capture-heard-first-ever = Your first one, and it is behind you.
    .v2 = The very first one: that is done.
    .v3 = A first interview, then, and it is over.

capture-heard-anger = You are angry, and I take it as that. Tell it as it was; nothing here has to be polite.
    .v2 = Anger, then. It need not be talked down; let us get down what happened while it is fresh.
    .v3 = That made you angry. Say it as sharply as you like; it goes nowhere from here.

capture-theirs = Then it was them, not the interview. Anger fits.
    .v2 = Then what went wrong in there was theirs, and being angry about it is fair.
    .v3 = You are angry at what they did, and that belongs with them, not with you.

capture-heard-well = It went well: that is good to hear.
    .v2 = A good one, then; let us keep what you will want to remember.
    .v3 = One that went well: then this is about keeping what worked.

capture-heard-well-but = Well on the whole, then, but for { $struggle }.
    .v2 = So most of it held, and { $struggle } sticks.
    .v3 = Good on the whole, and { $struggle } stays with you.

capture-not-yet = It is still ahead of you, then. When you are out of it, tell me how it was, while you still remember.
    .v2 = So it has not happened yet. Write to me when it is over, however it went.
    .v3 = That one is still to come. When you are out of it, I am here.

capture-not-yet-uneasy = Being afraid of it is what most people feel before one, and it says nothing about how it will go. It is still ahead, so there is time.
    .v2 = That is a hard thing to wait for, and nerves before it are usual. It has not happened yet; nothing is decided.
    .v3 = Waiting for one can be worse than sitting in it. It is still to come, and the nerves are no forecast.

capture-ready-now = Shall we get ready for it now? The place, some likely questions, somebody to try them on; about ten minutes, and you can stop after any part.
    .v2 = There is time to get ready: what to know of them, a few likely questions, a practice run. Ten minutes or less. Now?
    .v3 = Do you want to get ready for it with me now? Ten minutes, in parts that can be left out.
    .short = Get ready now?
    .why = A little looked up and said aloud beforehand makes it calmer. If not now, it can wait.
    .now = Yes, now
    .now-like = now | yes | ok | okay | sure | let's | lets | go on | go ahead | get ready | help me | please | prepare
    .no = Not now
    .no-like = no | not now | later | no need | on my own | i'll manage | ill manage | i'm fine | another day

capture-not-ready-now = Not now, then. "Get ready" begins it whenever you like, and afterwards I want to hear how it was.
    .v2 = It can wait. When you want to, say "get ready"; and when it is over, tell me how it went.
    .v3 = All right, another time: "get ready" is enough. And tell me afterwards how it was.

capture-no-interview = All right. When there is an interview to look back on, write to me; a few words are enough.
    .v2 = Then there is nothing to do here. I am around after the next one.
    .v3 = Fine. Come back after an interview, good or bad.

capture-feeling = How bad does it feel, 0 (fine) to 10 (awful)?
    .v2 = From 0 (fine) to 10 (awful): how bad is it just now?
    .v3 = If 0 is fine and 10 is awful, where are you just now?
    .short = 0 (fine) to 10 (awful)?
    .why = The number sets the pace, and later you can see how it has moved.

capture-feeling-well = And the feeling, 0 (fine) to 10 (awful)?
    .v2 = How is it just now, from 0 (fine) to 10 (awful)?
    .v3 = One number for how it feels: 0 is fine, 10 is awful.
    .short = 0 (fine) to 10 (awful)?
    .why = Beside the number after another interview it shows what helps you.

capture-feeling-well-but = And that part: how much does it bother you, 0 (not at all) to 10 (a lot)?
    .v2 = How much is that on your mind just now, from 0 (hardly) to 10 (all the time)?
    .v3 = One number for the part that sticks: 0 is nothing, 10 is a lot.
    .short = 0 (not at all) to 10 (a lot)?
    .why = The number sets the pace: a small thing needs no big talk.

capture-rough-day = { $feeling ->
        [8] An 8.
       *[other] A { $feeling }.
    } Then we go gently, and you can stop after any step.
    .v2 = { $feeling }: that is a lot to carry out of one room. One thing at a time, and "stop" is always fine.
    .v3 = { $feeling }. Slowly, then. Say "stop" whenever it is enough; what you wrote stays.

capture-middling-day = { $feeling }: about the middle, then.
    .v2 = A { $feeling }. Neither fine nor awful.
    .v3 = { $feeling }, then: somewhere in the middle.

capture-mild-day = A { $feeling }: that is light.
    .v2 = A { $feeling }. Good; then only what is worth keeping.
    .v3 = { $feeling }. Then we just keep the useful part.

capture-upsets = An interview is among the most stressful hours of looking for work, and a hard one upsets most people.
    .v2 = It would upset most people: interviews are among the most stressful hours of looking for work.
    .v3 = That this upsets you is no wonder; looking for work brings little that is more stressful than an interview.

capture-really = Looking at all of it: did all of it go badly, or parts of it?
    .v2 = Was it all of it, or some of it?
    .v3 = Taken piece by piece: how much of it was bad?
    .short = All of it, or parts of it?
    .why = A whole hour is seldom as bad as its worst minute, and the worst minute is what comes back first.
    .all = All of it
    .all-like = all of it | everything | the whole thing | start to finish | all bad | all the way | every minute | from the start
    .parts = Some of it
    .parts-like = some of it | not really | not that bad | not so bad | not really that bad | some | parts | partly | not all | not the whole | mostly | most of it | half | only in | the coding part | bits of it | a few | two or three | part was | was fine | was ok | was okay | the rest
    .one-moment = One moment
    .one-moment-like = one moment | 1 moment | one question | 1 question | one qestion | one bit | one part | one answer | just one | only one | the one | just the one | one thing | single
    .not-sure = I can't tell
    .not-sure-like = can't tell | hard to say | don't know | dont know | no idea | not sure

capture-really-of-it = And in the interview: was it all of it, some of it, or one moment?
    .v2 = The interview, then: did all of it go badly, or a part of it?
    .v3 = Within the interview: all of it, here and there, or one moment?
    .short = All of it, or parts of it?
    .why = A whole hour is seldom as bad as its worst minute, and the worst minute is what comes back first.
    .all = All of it
    .all-like = all of it | everything | the whole thing | start to finish | all bad | all the way | every minute | from the start
    .parts = Some of it
    .parts-like = some of it | not really | not that bad | not so bad | not really that bad | some | parts | partly | not all | not the whole | mostly | most of it | half | only in | the coding part | bits of it | a few | two or three | part was | was fine | was ok | was okay | the rest
    .one-moment = One moment
    .one-moment-like = one moment | 1 moment | one question | 1 question | one qestion | one bit | one part | one answer | just one | only one | the one | just the one | one thing | single
    .not-sure = I can't tell
    .not-sure-like = can't tell | hard to say | don't know | dont know | no idea | not sure

capture-really-open = Looking at all of it: did any of it go badly, and if so, how much?
    .v2 = Taken piece by piece: was it bad all the way, here and there, or at one moment?
    .v3 = How much of it was bad, when you go through it once: all of it, some of it, one moment?
    .short = All of it, or parts of it?
    .why = A whole hour is seldom as bad as its worst minute, and the worst minute is what comes back first.
    .all = All of it
    .all-like = all of it | everything | the whole thing | start to finish | all bad | all the way | every minute | from the start
    .parts = Some of it
    .parts-like = some of it | not really | not that bad | not so bad | not really that bad | some | parts | partly | not all | not the whole | mostly | most of it | half | only in | the coding part | bits of it | a few | two or three | part was | was fine | was ok | was okay | the rest
    .one-moment = One moment
    .one-moment-like = one moment | 1 moment | one question | 1 question | one qestion | one bit | one part | one answer | just one | only one | the one | just the one | one thing | single
    .not-sure = I can't tell
    .not-sure-like = can't tell | hard to say | don't know | dont know | no idea | not sure

capture-really-gently = You need not go back into it. Only roughly: was all of it bad, or some of it?
    .v2 = Without going through it again: did all of it go badly, or a part of it?
    .v3 = A word is enough here: was it bad all through, or at one point or another?
    .short = All of it, or parts of it?
    .why = It tells me how much there is to look at, and how much can be left alone.
    .all = All of it
    .all-like = all of it | everything | the whole thing | start to finish | all bad | all the way | every minute | from the start
    .parts = Some of it
    .parts-like = some of it | not really | not that bad | not so bad | not really that bad | some | parts | partly | not all | not the whole | mostly | most of it | half | only in | the coding part | bits of it | a few | two or three | part was | was fine | was ok | was okay | the rest
    .one-moment = One moment
    .one-moment-like = one moment | 1 moment | one question | 1 question | one qestion | one bit | one part | one answer | just one | only one | the one | just the one | one thing | single
    .not-sure = I can't tell
    .not-sure-like = can't tell | hard to say | don't know | dont know | no idea | not sure

capture-cause = Which moment comes back, if one does? A tap or your own words.
    .v2 = Is there a moment that keeps coming back? Pick one or write it.
    .v3 = Which moment stays with you, if any? Pick the closest, or use your own words.
    .short = Which moment?
    .why = A moment can be answered, or left behind. "It went badly" can do neither.
    .a-question = A question I could not answer
    .late = I was a few minutes late
    .nerves = My nerves
    .their-conduct = Something they said or did
    .not-sure = I can't say

capture-anything-else = Apart from { $evidence }: was there anything else that made it feel bad?
    .v2 = Besides { $evidence }, is there something else that bothers you?
    .v3 = { $evidence }: is that all of it, or was there more?
    .short = Anything besides { $evidence }?
    .why = So that the list is complete, and no longer than it really is.
    .only-that = Only that
    .only-that-like = that's it | that is it | that was it | that's all | that is all | one moment | 1 moment | one question | 1 question | one qestion | just one | only one | just the one | one thing | that was all | only late | just late | only being late | just being late | only nerves | just nerves | only my nerves | only the time
    .more = Something else too
    .more-like = something else | those two | these two | the two of them | both of them | two things | yes the | yeah the | also | and also | there was more | other two | other three | another thing
    .late = I was late
    .not-sure = Not sure

capture-anything-else-of-several = Is that all of it ({ $evidence }), or was there more?
    .v2 = Besides { $evidence }, is there something else that bothers you?
    .v3 = So { $evidence }: anything else that made it feel bad?
    .short = Anything besides { $evidence }?
    .why = So that the list is complete, and no longer than it really is.
    .only-that = Only those
    .only-that-like = that's it | that is it | that was it | that's all | that is all | one moment | 1 moment | one question | 1 question | one qestion | just one | only one | just the one | one thing | that was all | only late | just late | only being late | just being late | only nerves | just nerves | only my nerves | only the time | those two | these two | the two of them | both of them | two things | those three | just those | only those | just these | just both
    .more = Something else too
    .more-like = something else | yes the | yeah the | also | and also | there was more | other two | other three | another thing
    .late = I was late
    .not-sure = Not sure

capture-weighs-most = All of it, then. What weighs most, if you want to say it? A few words are enough.
    .v2 = So it was all of it. Is there one thing that weighs most? A few words, or leave it.
    .v3 = Then all of it counts. Which part of it comes back most? A word or two, or none.
    .short = What weighs most?
    .why = One thing said is easier to put down than all of it. It can stay unsaid, too.
    .not-sure = Rather leave it
    .not-sure-like = rather leave it | leave it | don't want to | rather not | everything | all of it | can't say | don't know | dont know

capture-what-else = What was it, and at which moment?
    .v2 = What else happened, and when did it happen?
    .v3 = Tell me the other thing: what was it, and at what point?
    .short = What else was it?
    .why = Put down as one moment, it stops spreading over the whole hour.

capture-conduct = What did they say or do? As exactly as you can; the words and who was there.
    .v2 = Can you put down what was said or done, word for word if you have it, and who was in the room?
    .v3 = What happened there? Their exact words, if you remember them, and who heard them.
    .short = What did they say or do?
    .rather-not = Rather not say
    .why = If it matters later, words written the same day count for more than memory.

capture-more-of-it = That is kept. Is there more to put down while it is fresh, such as a name, the exact words, or who else was there?
    .v2 = Anything to add to that, such as the exact words, who it was, and who else was in the room?
    .v3 = If there is more of it, put it down now: word for word, with who said it and who was there.
    .short = Anything to add to it?
    .why = If it matters later, words written the same day count for more than memory.
    .all = That is all of it
    .all-like = that's all | thats all | that is all | nothing more | that's it | thats it | no more | only that | just that | nothing else | that was all | you have it all

capture-one-moment = No interview is perfect. This was one moment of it, { $moment }, and not the whole.
    .v2 = No interview is perfect. It was one moment, { $moment }, and it does not speak for everything else you said in there.
    .v3 = Nobody gets through an interview without a moment like that. It is one, { $moment }, out of many.

capture-one-part = No interview is perfect. This was one part of it, { $part }, and the other parts count as well.
    .v2 = No interview is perfect. One part went badly, { $part }, and it does not speak for the rest.
    .v3 = Nobody has every part of it go well. This was one, { $part }, and there were others.

capture-one-moment-held = One moment of it, then, { $moment }, and the rest held.
    .v2 = So one moment sticks, { $moment }, in an interview that held.
    .v3 = That leaves one moment, { $moment }, and not the whole.

capture-one-part-held = One part of it, then, { $part }, and the rest held.
    .v2 = So one part sticks, { $part }, in an interview that held.
    .v3 = That leaves one part, { $part }, and not the whole.

capture-all-of-it = None of this has to be sorted out today. One piece of it will do.
    .v2 = It need not be sorted out today; one piece at a time is enough, and the rest can wait.
    .v3 = We take one piece of it only, and leave the rest be.

capture-seen-afterwards = Afterwards it shows what could have been done; on the day it did not. That is no fault.
    .v2 = That is plain now and was not then. Nobody has to hold it against you.
    .v3 = Afterwards everybody knows better, and beforehand nobody does. That one need not be carried along.

capture-several-moments = So: { $moments }. No interview is perfect, and that is a list with an end.
    .v2 = That is the list, then: { $moments }. There is no perfect interview; being harder on yourself than the list is will not help.
    .v3 = These, then: { $moments }. They are real, no interview is perfect, and it is a list with an end.

capture-their-laughing = The laughing was their doing. What you can still give is the answer.
    .v2 = Their laughing is theirs. The answer is yours, and it can still be given.
    .v3 = That they laughed belongs to them. What is yours is the answer.

capture-noted = Noted, in your words, and no smaller than you told it.
    .v2 = That is down as you put it. I take nothing away from it.
    .v3 = Kept, in your words. It need not be made smaller to be got over.

capture-no-moment = No interview is perfect. Nothing you have told me so far says that this one is lost.
    .v2 = There is no perfect interview, and a bad feeling is not yet a bad result.
    .v3 = No interview is perfect. A feeling without one bad moment behind it often says more about the stress than about the answers.

capture-serious = That is not a small thing, and I will not make it one.
    .v2 = What you describe matters, and it was theirs, not yours.
    .v3 = I take that seriously. They had no business doing that.

capture-somebody-laughed = That somebody laughed is part of it, and it is kept, too.
    .v2 = And there was laughter on top. That belongs to it.
    .v3 = The laughing is down as well; it was theirs, like the rest.

capture-next-steps = It is kept, with the date. An advice body or a union can say what can be done; deadlines can be short. This is no legal advice. You owe the place nothing, no note either.
    .v2 = It is kept, with the day. What can be done is for an advice body or a union to say, better soon: deadlines can be short. I give no legal advice, and the interviewers are owed no thanks.
    .v3 = Your words are kept, and the day. An advice body or a union knows the next steps; some have short deadlines. This is no legal advice, and whoever interviewed you is owed no note.

capture-serious-staff = Here you can ask { $staff }.
    .v2 = For that you can turn to { $staff } here.
    .v3 = In this place, ask { $staff }.

capture-answer-again = Was there a question whose answer you would like to have back?
    .v2 = Is there a question you would like to have back?
    .v3 = Did one of their questions deserve a better answer than it got?
    .short = A question to answer again?
    .why = A better answer is not lost: a thank-you note can carry it.
    .yes = Yes
    .yes-like = all of them | most of them | nearly all | loads | several | more than one | a few | that one | this one | the one
    .no = No
    .no-like = what i did wrong | no questions | any questions | not a single question | didn't ask anything | didnt ask anything | asked me nothing | asked nothing | what went wrong | it was fine | they were fine | all fine | all ok | nothing comes to mind | not that i know | can't think of one | don't think so | i don't know | no idea | dunno

capture-answer-again-after = Is there a question or a moment of it that you keep going over?
    .v2 = Does one of their questions, or one moment, keep coming back?
    .v3 = Is there something in it you would like to put down: a question, a moment?
    .short = A moment you keep going over?
    .why = Put down once, it comes back less often, and it is there for the next one.
    .yes = Yes
    .yes-like = all of them | most of them | nearly all | loads | several | more than one | a few | that one | this one | the one
    .no = No
    .no-like = what i did wrong | no questions | any questions | not a single question | didn't ask anything | didnt ask anything | asked me nothing | asked nothing | what went wrong | it was fine | they were fine | all fine | all ok | nothing comes to mind | not that i know | can't think of one | don't think so | i don't know | no idea | dunno

capture-answer-again-apart = Only if you want to: about the job itself, was there a question whose answer you would like to have back?
    .v2 = Leaving aside what they did, is there a question about the work that you would like to have back?
    .v3 = Apart from that, which is theirs: did a question about the job deserve a better answer than it got?
    .short = A question about the job to answer again?
    .why = What they did is on no list of yours. This is only about your own answers.
    .yes = Yes
    .no = No
    .no-like = no questions | any questions | not a single question | didn't ask anything | asked nothing | it was fine | they were fine | all fine | all ok | nothing comes to mind | don't think so | i don't know | no idea | dunno

capture-question = Do you remember how they put the question? Roughly is fine.
    .v2 = How did they word the question? As near as you can get.
    .v3 = What did they ask there, in their words? An outline will do.
    .short = How did they put it?
    .why = So that the note can name it, and so that you can practise the real one.

capture-question-if-you-like = Only if you want to: how did they put the question? Or skip it.
    .v2 = If you like: how did they word it? It can be left out.
    .v3 = What did they ask there, if you want to say it? A few words, or skip.
    .short = How did they put it?
    .why = So that the note can name it, and so that you can practise the real one.

capture-question-of-several = Do you remember how they put it ({ $struggle })? Roughly is fine.
    .v2 = How did they word it, { $struggle }? As near as you can get.
    .v3 = { $struggle }: what did they ask, in their words? An outline will do.
    .short = How did they put it?
    .why = So that the note can name it, and so that you can practise the real one.

capture-question-part-of-several = How did they put the question there ({ $struggle })? Roughly is fine.
    .v2 = Their question there, { $struggle }: how did they word it? As near as you can get.
    .v3 = { $struggle }: what did they want to know, in their words? An outline will do.
    .short = How did they put it?
    .why = So that the note can name it, and so that you can practise the real one.

capture-question-by-one-of-several = How did { $who } put it ({ $struggle })? Roughly is fine.
    .v2 = { $struggle }: how did { $who } word the question? As near as you can get.
    .v3 = In the words of { $who }, roughly: what was the question ({ $struggle })?
    .short = How did { $who } put it?
    .why = So that the note can name it, and so that you can practise the real one.

capture-question-task-of-several = What was the task ({ $struggle })? Roughly is fine.
    .v2 = What did they want you to do there ({ $struggle })? An outline will do.
    .v3 = As near as you can get, { $struggle }: what were you asked to do?
    .short = What was the task?
    .why = What you practise should be the real thing.

capture-unsaid = And now that nobody is looking at you: what would you have liked to tell them? Two or three sentences, as you would say them.
    .v2 = Without anybody watching: what is your answer? A few sentences, the way you talk.
    .v3 = If they asked it again now, what would you say? Two or three sentences are enough.
    .short = What would you say now?
    .why = So that the note can carry it, in your words.
    .not-yet = I don't know yet

capture-unsaid-of = On { $struggle }, now that nobody is looking at you: what would you have liked to tell them? Two or three sentences, as you would say them.
    .v2 = Without anybody watching: what is your answer to { $struggle }? A few sentences, the way you talk.
    .v3 = If { $struggle } came up again now, what would you say? Two or three sentences are enough.
    .short = What would you say now?
    .why = So that the note can carry it, in your words.
    .not-yet = I don't know yet

capture-enough = That can be enough for today. Stop here, or go on a little?
    .v2 = This may do for today, and what you wrote is kept. Shall we stop here, or go on?
    .v3 = Nothing is lost if it ends here today. Would you like to stop, or go on?
    .short = Stop here, or go on?
    .why = On a day like this a little is enough. The rest can come another day, or not at all.
    .enough = Enough for today
    .enough-like = enough | cant | can't | stop here | that's it for today | done for today | no more | too tired | rest
    .go-on = Go on
    .go-on-like = go on | another | one more | carry on | a bit more | a little more | a few more | keep going | continue | i can go on

capture-enough-kept = That is kept, too.
    .v2 = Kept beside the rest.
    .v3 = I have that as well, in your words.

capture-one-last = Then we leave the interview for today. This I still ask, because it decides whether anything goes to them.
    .v2 = Enough, then. First this, so that nothing goes out that should not.
    .v3 = That is enough of it for today. One thing about them, because it decides whether anything goes out.

capture-unsaid-to-them = That one should never have been asked. If you like: what would you have wanted to say back? It stays here.
    .v2 = What would you have liked to tell them to their face? It goes into no note.
    .v3 = And your answer to that, with nobody to be polite to? Only you and I see it.
    .short = What would you have said back?
    .why = Some people feel better with it said. It goes no further than this chat.
    .not-yet = Nothing

capture-stays-here = That stays between you and me; it goes into no note.
    .v2 = Said and kept here, and it goes into no note.
    .v3 = I have it, for you alone: no note will carry it.

capture-unsaid-kept-loss = You lost your { $who }, and that is no small thing to tell. It is kept, in your words.
    .v2 = To lose your { $who } is more than an answer. Your words are kept as you put them.
    .v3 = That was the loss of your { $who }, and a lot to carry in those days. It stands here as you wrote it.

capture-unsaid-kept-loss-of-one = That is a loss, and no small thing to tell. It is kept, in your words.
    .v2 = You lost somebody, and that is more than an answer. Your words are kept as you put them.
    .v3 = That was a loss, and a lot to carry in those days. It stands here as you wrote it.

capture-question-task = What was the task there? Roughly is fine.
    .v2 = What did they want you to do there? An outline will do.
    .v3 = As near as you can get: what were you asked to do?
    .short = What was the task?
    .why = What you practise should be the real thing.

capture-unsaid-task = And now that nobody is looking at you: what would you have liked to do or say there? Two or three sentences, as you would tell them.
    .v2 = Without anybody watching: how would you do it now? A few sentences, the way you talk.
    .v3 = If it came again now, what would you do first, and then? Two or three sentences are enough.
    .short = What would you do now?
    .why = So that the note can carry it, in your words.
    .not-yet = I don't know yet

capture-unsaid-kept = Kept: it is written down, word for word.
    .v2 = That is kept, as you said it.
    .v3 = Your words are down, and they stay yours.

capture-unsaid-told = What you would have liked to say you told me already: "{ $words }" It is kept, word for word.
    .v2 = Your better answer is here already, as you wrote it: "{ $words }"
    .v3 = You said before what you would tell them now, and it is kept: "{ $words }"

capture-unsaid-kept-pay = Kept for when somebody asks. No draft of mine carries it: a figure in writing can bind you.
    .v2 = Noted, for you. I leave it out of any note, because a figure in writing can bind you.
    .v3 = That is down. It goes into no draft: a figure is better said than written.

capture-unsaid-kept-done = You have done this, then. It was in you; this once it did not come out. It is kept.
    .v2 = You have done it, then, and this once it did not come out. Your words are kept.
    .v3 = So you know it from doing it; it only did not get said there. Kept.

capture-unsaid-kept-task = Kept: that is how you would do it.
    .v2 = That is down, step by step as you put it.
    .v3 = Your way of doing it is kept, in your words.

capture-another = Was there another question you would like to answer again?
    .v2 = Is there one more you would like to answer again?
    .v3 = Any other question that still nags?
    .short = Another one?
    .why = Up to three are worth keeping apart; more would be too much to practise.
    .another = Another one
    .that-was-all = That was all
    .that-was-all-like = that was all | that's all | thats all | tahts it | that's the lot | thats it | no more | nope | just that

capture-other-questions = Which questions were there besides, the easy ones too? Key words are enough; they may come again elsewhere.
    .v2 = What else did they ask, good answers included? Just name the questions.
    .v3 = Before it fades: what else was asked? Key words are enough.
    .short = Their other questions?
    .why = People remember their slips and forget what they were asked. The list helps you prepare.
    .not-now = None that I recall

capture-questions-that-held = And the questions that went all right: which were they? Key words are enough; they may come again elsewhere.
    .v2 = What else did they ask, where the answer came by itself? Just name the questions.
    .v3 = Before it fades: what was asked that gave you no trouble? Key words are enough.
    .short = The questions that went all right?
    .why = People remember their slips and forget what they were asked. The list helps you prepare.
    .not-now = None that I recall

capture-questions-if-any = Do any of their other questions come to mind? Key words are enough; they may come again elsewhere.
    .v2 = Is there anything else they asked that you remember? Just name the questions.
    .v3 = Before it fades: do you recall what else was asked? Key words are enough, and none is fine, too.
    .short = Any other questions of theirs?
    .why = What was asked is soon forgotten. The list helps you prepare; how it went is not meant.
    .not-now = None that I recall

capture-questions = Which questions did they ask? Key words are enough; they may come again elsewhere.
    .v2 = What did they ask you? Just name the questions, as they come to mind.
    .v3 = Before it fades: what was asked? Key words are enough.
    .short = Their questions?
    .why = What was asked is soon forgotten. The list helps you prepare.
    .not-now = None that I recall

capture-questions-apart = Which questions did they ask about the work? Key words are enough.
    .v2 = What did they ask you about the job itself? Just name the questions, as they come to mind.
    .v3 = And the questions about the work: what were they? Key words are enough.
    .short = Their questions about the work?
    .why = What was asked about the work is soon forgotten, and the list helps you prepare. What they did is not meant.
    .not-now = None that I recall

capture-more-questions = Besides what you have told me: did they ask anything else? Key words are enough.
    .v2 = You have named some of what they asked. Was there more? Key words are enough.
    .v3 = Were there further questions, beyond those you told me? Just name them.
    .short = Any further questions?
    .why = What was asked is soon forgotten. The list helps you prepare.
    .not-now = None that I recall

capture-questions-kept = Those are kept.
    .v2 = They are on the list now.
    .v3 = Good to have them down before they fade.

capture-questions-held = Those went all right, then. They are kept, too.
    .v2 = So that part held; it is on the list as well.
    .v3 = Kept, and that they went all right with it.

capture-point = Was there something about you that you would have liked them to know, and that never came up?
    .v2 = Did you leave without saying something that speaks for you?
    .v3 = What would you have liked to bring up, had they asked?
    .short = Something that never came up?
    .why = The note has room for one such thing, in your own words.
    .nothing = Nothing missing

capture-point-besides = Besides what you have told me: is there something about you that you would have liked them to know?
    .v2 = Apart from that answer, did you leave without saying something that speaks for you?
    .v3 = And beyond what is written here: what would you have liked to bring up, had they asked?
    .short = Something else that never came up?
    .why = The note has room for one such thing, in your own words.
    .nothing = Nothing missing

capture-point-apart = Is there anything about your work that you wanted to say and could not?
    .v2 = Did you leave without saying something that speaks for your work?
    .v3 = What of your work would you have liked to bring up, had they asked?
    .short = Something about your work?
    .why = It may be worth saying, here or elsewhere, in your own words. What they did is not meant.
    .nothing = Nothing missing

capture-point-kept = They have not heard that yet. It is kept, in your words.
    .v2 = Kept as you wrote it; it can still be said.
    .v3 = That is down now, in your words.

capture-not-in-the-note = That goes into no note.
    .v2 = It stays here, and no note has it.
    .v3 = Kept for you alone; no draft mentions it.

capture-organisation = Which organisation was it?
    .v2 = Where was the interview: what is the place called?
    .v3 = What is the name of the organisation?
    .short = Which organisation?
    .why = So that the note can name it, and so that I do not mix it up with another.

capture-when = When was the interview?
    .v2 = Which day was it?
    .v3 = On what day did you sit there?
    .short = Which day?
    .why = A note is best within a day, so I count from there.

capture-wants-job = Would you still like the job?
    .v2 = If they offered it: would you want it?
    .v3 = Do you still want to work there?
    .short = Still want it?
    .why = The note says that you are interested only if you are.
    .yes = Yes
    .yes-like = wouldn't say no | wouldnt say no | would not say no | wouldn't turn it down | wouldn't mind | more than anything | more than | i would | i'd love | i'd like | love to | would love | of course | very much | really want | i want it | still want
    .not-sure = Not sure
    .not-sure-like = not sure | not so sure | don't know | dont know | torn | depends | maybe | half and half | mixed
    .no = No
    .no-like = don't want | dont want | not any more | not anymore | no longer | never again | rather not | wouldn't take it | not for me

capture-contact = Did they say anything about contacting them, such as "please don't", or "through the agency"?
    .v2 = Was there a word about contact: that you may write, that you must not, or only through a recruiter?
    .v3 = May you write to them, as far as they said, or is there a recruiter in between?
    .short = Any rule about contacting them?
    .why = A note that breaks their rules would do harm, so I ask first.
    .open = I may write
    .open-like = may write | can write | i can | gave me a card | gave me his card | gave me her card | drop me a line | drop her a line | told me to email | email her | email him | no one said not to | nobody said not to | write any time | get in touch any time | email is fine | e-mail is fine | email's fine | email was fine | email only | feel free | have her email | have his email | have their email | got her email | got his email | got their email
    .barred = No contact, please
    .barred-like = no contact | not to contact | don't contact | dont contact | do not contact | not contact | not to call | not to ring | not to write | not to email | not to phone | don't call | don't write | dont call | dont write | not allowed | mustn't | mustnt | must not | can't contact | cannot contact | we call you | they call you | not to get in touch | no canvassing | told us not to | told me not to | said not to
    .recruiter = Through a recruiter
    .recruiter-like = recruiter | agency | agent | headhunter | through the | goes through | goes thru | all goes
    .not-sure = They didn't say
    .not-sure-like = didn't say | didnt say | did not say | don't say | dont say | do not say | not say anything | didn't mention | didnt mention | did not mention | not mention | say nothing | not talk about | didn't talk about | never said | nothing about | said nothing | either way | not a word | wasn't mentioned | no rule | no rules | no restrictions | no limits | nothing like that | nothing said | be in touch | no agency | no recruiter | not an agency | not a recruiter | not through a recruiter | not through an agency

capture-contact-in-public = Did they say anything about contacting them, such as "please don't", or "through the agency"? Public panels often forbid it.
    .v2 = Was there a word about contact: none at all, as panels of public bodies often want it, or only through a recruiter?
    .v3 = Did they ask you not to get in touch, as public panels often do, or is a recruiter in between?
    .short = Any rule about contacting them?
    .why = A note that breaks their rules would do harm, so I ask first.
    .open = I may write
    .open-like = may write | can write | i can | gave me a card | gave me his card | gave me her card | drop me a line | drop her a line | told me to email | email her | email him | no one said not to | nobody said not to | write any time | get in touch any time | email is fine | e-mail is fine | email's fine | email was fine | email only | feel free | have her email | have his email | have their email | got her email | got his email | got their email
    .barred = No contact, please
    .barred-like = no contact | not to contact | don't contact | dont contact | do not contact | not contact | not to call | not to ring | not to write | not to email | not to phone | don't call | don't write | dont call | dont write | not allowed | mustn't | mustnt | must not | can't contact | cannot contact | we call you | they call you | not to get in touch | no canvassing | told us not to | told me not to | said not to
    .recruiter = Through a recruiter
    .recruiter-like = recruiter | agency | agent | headhunter | through the | goes through | goes thru | all goes
    .not-sure = They didn't say
    .not-sure-like = didn't say | didnt say | did not say | don't say | dont say | do not say | not say anything | didn't mention | didnt mention | did not mention | not mention | say nothing | not talk about | didn't talk about | never said | nothing about | said nothing | either way | not a word | wasn't mentioned | no rule | no rules | no restrictions | no limits | nothing like that | nothing said | be in touch | no agency | no recruiter | not an agency | not a recruiter | not through a recruiter | not through an agency

capture-contact-barred = Then no note and no call, as they asked. What you wrote down is for you and for the next interview.
    .v2 = Then nothing goes to them. Your notes stay here, for practice and for next time.
    .v3 = Understood: no note. The work you did just now is still yours.

capture-may-call = You have a number, then: good to know.
    .v2 = A number to reach them: noted.
    .v3 = Then there is a number you may use; that is kept.

capture-through-recruiter = Then the note goes to the recruiter, to be passed on.
    .v2 = Then I address it to the recruiter, who can hand it on.
    .v3 = Then the recruiter gets the note and passes it along.

capture-answer-by = And by when did they say you would hear?
    .v2 = Did they name a day for their answer?
    .v3 = When do they mean to let you know?
    .short = Their answer: by when?
    .why = Waiting is easier with a date, and it tells when asking is fair.
    .none = No day named
    .none-like = no day | no date | didn't say | didnt say | never said | not said | nobody said | no one said | no idea | they'll call | she'd ring me | call me | call you | don't know when | not told | never call | nobody say

capture-place = Which country are you in, or which big town? So that what I write comes at your hours, and never at night.
    .v2 = Where are you: which country or big town? I write by your clock, and it does not reach me from here.
    .v3 = One thing about the clock: which country or big town are you in? So I keep to your day and leave your nights alone.
    .short = Which country or big town?
    .why = I cannot see your clock from here. Without it I write nothing first and only answer.

capture-which-time = More than one time is kept there. Which of these towns shows the same time as your clock?
    .v2 = That country has several times. Which town has the same hour as you?
    .v3 = There the hour depends on where you are. Which of these goes by your clock?
    .short = Which town has your time?
    .why = An hour too early would be a message in your sleep.

capture-who = { $counted ->
        [yes] Who were they? Names as far as you have them
       *[no] How many people spoke with you, and who? Names, if you have them
    }{ $asked ->
        [yes] , and who asked { $struggle }
        [about] , and who asked about { $struggle }
        [several] , and who asked what
       *[no] { "" }
    }.
    .v2 = { $counted ->
        [yes] Do you know their names
       *[no] Who was in the room, and how many
    }{ $asked ->
        [yes] , and who asked { $struggle }
        [about] , and who asked about { $struggle }
        [several] , and who asked which question
       *[no] { "" }
    }? { $counted ->
        [yes] One or two will do.
       *[no] Names are useful, but not needed.
    }
    .v3 = { $counted ->
        [yes] What are they called
       *[no] How many were they, and what are they called
    }, as far as you know{ $asked ->
        [yes] , and who asked { $struggle }
        [about] , and who asked about { $struggle }
        [several] , and whose question was which
       *[no] { "" }
    }?
    .short = Names of who was there?
    .why = { $asked ->
        [no] A note goes to a person, by name where there is one.
       *[yes] Each note goes to one person and carries what that person asked.
    }
    .no-names = I don't know their names
    .no-names-like = don't know their names | no names | forgot their names | didn't get names | didn't catch | no name | don't remember the names | can't remember

capture-name-not-sure = { $names }: as long as that is not sure, the note leaves the name out. Tell me if you find out.
    .v2 = I leave the name open ({ $names }): a wrong one is worse than none. Say so if you learn it.
    .v3 = Because it may be { $names }, the note goes without that name; you can still tell me.

capture-who-alone = Do you know the name of the one who spoke with you?
    .v2 = The one who asked: do you have a name?
    .v3 = And what is the name of the person you sat with, if you know it?
    .short = A name?
    .why = The note goes to a person, by name where there is one.
    .no-names = I don't know it
    .no-names-like = don't know their names | no names | forgot their names | didn't get names | didn't catch | no name | don't remember the names | can't remember

capture-who-there = Who else spoke with you? Names, if you have them; the note, if you want one, goes to somebody by name.
    .v2 = Who was in the room with you, by name if you know?
    .v3 = How many people were there, and what are they called, as far as you know?
    .short = Who was there?
    .why = It matters who heard it, and a note goes to a person.
    .no-names = I don't know their names

capture-who-asked = Whose was it: { $struggle }?
    .v2 = Which of them asked: { $struggle }?
    .v3 = And { $struggle }: who asked that?
    .short = Who asked it?
    .why = So that the right note carries your answer.
    .not-sure = I can't say

capture-look-tomorrow = The look back can wait until tomorrow. Shall it come then?
    .v2 = Nothing more is for today. A look back can come tomorrow: shall it?
    .v3 = Looking back is for another day. Do you want it tomorrow?
    .short = The look back tomorrow?
    .why = After a night it is fairer to you, and shorter. It can be left out.
    .tomorrow = Tomorrow
    .tomorrow-like = tomorrow | later | another day | in the morning | not now | not today
    .no = Not at all
    .no-like = not at all | never | no look back | no look | don't want

capture-judge-when = Is tomorrow right for the look back, or now?
    .v2 = Shall the look back stay with tomorrow, or come now?
    .v3 = The look back: tomorrow, after a night, or rather now?
    .short = The look back: tomorrow or now?
    .why = Facts fade and judgement clears: so the first comes today, the second with a day between.
    .tomorrow = Tomorrow
    .tomorrow-like = tomorrow | later | another day | in the morning | not now | not today | ok
    .now = Now
    .now-like = now | go on | right away | let's do it | at once
    .no = Not at all
    .no-like = not at all | never | no look back | no look | don't want

capture-done-for-today = Then you are done for today. It is all kept.
    .v2 = That was all for today, and it is enough.
    .v3 = Nothing more is needed today. What matters is kept.

capture-done = You are done for today, and what you told me is kept. People do recover from an interview like this, and put it to use.
    .v2 = All that had to be done today is done. This is one to recover from, and what you wrote will be put to use.
    .v3 = Nothing more is needed today. What you kept can be put to use, and from such an interview people do recover.

capture-no-look-back = Fine, no look back.
    .v2 = The look back is left out.
    .v3 = Fine, without looking back.

capture-done-but-the-call = The call is what is left for today; the rest is kept.
    .v2 = All is written down. Today has only the call left in it.
    .v3 = That was all from here for today, but for your call.

capture-done-unsent-well = You are done for today, with all of it written down. If the note goes out earlier, tell me.
    .v2 = That was all for today. Say "sent" if the note goes out before I bring it.
    .v3 = Nothing more is needed today; the note is there when you are, under "show the note".

capture-done-unsent = Then you are done for today; it is all written down. If the note goes out earlier, tell me. Such an interview can be recovered from, and put to use.
    .v2 = That was all for today. Say "sent" if the note goes out before I bring it. This can be recovered from, and put to use.
    .v3 = Nothing more is needed today; the note is there when you are, under "show the note". People recover from such an interview, and put it to use.

capture-done-but-the-note = The note is what is left for today, this evening. If it goes out earlier, tell me.
    .v2 = All is written down. Only the note is still to come, this evening; say "sent" if it goes before.
    .v3 = That was all for now, but for the note this evening. Tell me if it has gone by then.

capture-done-well = With that you are done for today, and everything is written down.
    .v2 = That was all for today, and it is written down while it is fresh.
    .v3 = Nothing more is needed today. What you told me is kept, and can be used again.

capture-done-apart = Then this is done for today. What happened is kept in your words, with the day, apart from everything else.
    .v2 = That is all for now. Your account of what they did stays here as you wrote it, on no list and in no note.
    .v3 = Done for today. What they did is written down, and it stays yours to use or to leave.

capture-being-late = being late
capture-the-question = the question you could not answer
capture-that-question = that question
capture-what-you-said = what you told me
capture-one-thing = one thing
capture-the-tears = the tears
capture-the-blank = the blank
capture-the-words = the words that would not come
capture-the-rambling = talking on and on
capture-the-nerves = the nerves
capture-the-technology = the technology
capture-their-manner = how you were met
capture-the-laughing = their laughing
capture-the-tiredness = the tiredness
