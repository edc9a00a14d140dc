### The second half of the look back: for next time. Read every line aloud before you change it.

lesson-better = Would you say it differently now? Then write the whole of it, as you would say it today.
    .v2 = A second look at your answer. What would you put in, or take out? Write it the way you would say it today.
    .v3 = Above are your words of that day. With the hurry gone: how would you say it now, from start to end?
    .short = How would you say it now?
    .why = A second version is thought out and not only remembered, and the next interview asks much the same.
    .leave = Leave it as it is
    .leave-like = as it is | keep it as | nothing to change | good as it is | no change | wouldn't change | stays as it is

lesson-better-task = Would you do it differently now? Then write how, from start to end.
    .v2 = A second look at it. What would you do first today, and then?
    .v3 = Above are your words of that day. With the hurry gone: how would you do it now?
    .short = How would you do it now?
    .why = A second version is thought out and not only remembered, and the next interview asks much the same.
    .leave = Leave it as it is
    .leave-like = as it is | keep it as | nothing to change | good as it is | no change | wouldn't change | stays as it is

lesson-first-answer = There is no answer of yours to { $weak } yet. Is there one now? Two or three sentences, as you would say them.
    .v2 = Still open: { $weak }. What would you say if it came again? A few sentences will do.
    .v3 = And { $weak }: with nobody waiting for it, what is your answer? It may be rough.
    .short = Your answer now?
    .why = The same question may come again, and then you have one.
    .leave = Leave it open
    .leave-like = still nothing | leave it open

lesson-better-kept = Kept, word for word.
    .v2 = That is written down, as you put it.
    .v3 = Your words are kept; the next time it is asked, they are there.

lesson-change = About { $item }: what will you do another way next time, and at which moment?
    .v2 = Now { $item }: when did it happen, and what would you do instead?
    .v3 = With { $item }, pick the moment that counts. What do you do at that point next time?
    .short = What will you do there next time?
    .why = A moment with something to do in it is easier to carry than a verdict.
    .leave = Leave that one
    .leave-like = leave that one | leave it out | not that one

lesson-change-told = On { $item } you wrote: "{ $told }". What will you do at that moment next time?
    .v2 = "{ $told }", you wrote about { $item }. If that moment comes again, what do you do?
    .v3 = As for { $item }, your words were: "{ $told }". What would you do there, the next time?
    .short = What will you do there next time?
    .why = A moment with something to do in it is easier to carry than a verdict.
    .leave = Leave that one
    .leave-like = leave that one | leave it out | not that one

lesson-change-written = "{ $told }", you wrote. If it comes to that again: what would you like to do then?
    .v2 = One thing for next time, about "{ $told }": what do you do at that moment?
    .v3 = As for "{ $told }": what would you do there instead, the next time?
    .short = What will you do there next time?
    .why = A moment with something to do in it is easier to carry than a verdict.
    .leave = Leave that one
    .leave-like = leave that one | leave it out | not that one

lesson-change-reason = The reason they gave: { $reason }. Is there a story of yours that shows otherwise, or one thing you would do about it before the next?
    .v2 = Their reason: { $reason }. Next time: what could you tell or show them on that point? One thing is enough.
    .v3 = What they named: { $reason }. What of it is worth taking along: something to tell, or something to learn?
    .short = What to take from their reason?
    .why = The next ones may look for the same. What you would tell or learn about it is worth a line.
    .leave = Leave that one
    .leave-like = leave that one | leave it out | not that one | nothing | i don't agree | not true

lesson-change-late = And the way there: what would make it safer next time?
    .v2 = And being late: what one thing about the way there would you do another way?
    .v3 = As for being late: an earlier bus, a call ahead, a trial run? What would help next time?
    .short = What would help with the way there?
    .why = Of all that can go wrong, the way there is the easiest to plan.
    .leave = Leave that one
    .leave-like = leave that one | leave it out | just bad luck

lesson-change-kept = That is kept, for next time.
    .v2 = Kept: that is what you will do.
    .v3 = It is down, as your plan for that moment.

lesson-learnt = Every interview teaches something new, and each is a chance to fine-tune. If this had happened to a friend, what one thing would you tell them for next time?
    .v2 = Every interview teaches something. Suppose a friend had sat there: which one thing should they keep, or fine-tune for the next?
    .v3 = If this were a friend's interview: what is the one thing it teaches, the small thing to fine-tune for the next?
    .short = One thing to take from it?
    .why = People are fairer to a friend than to themselves, and one thing learnt is one that stays.
    .nothing = Nothing yet

lesson-learnt-too = And if this had happened to a friend, what one thing would you tell them for next time?
    .v2 = One thing more: what would you tell a friend to take from it?
    .v3 = And to a friend who had sat there: which one thing would you pass on?
    .short = One thing to take from it?
    .why = People are fairer to a friend than to themselves, and one thing learnt is one that stays.
    .nothing = Nothing yet

lesson-learnt-well = If a friend had sat there, what one thing would you tell them to do again?
    .v2 = Suppose a friend had sat there. Which one thing should they keep for the next time?
    .v3 = If this were a friend's interview: what is the one thing in it to do again?
    .short = One thing to take along?
    .why = What worked once can be done again, if it is written down.
    .nothing = Nothing yet

lesson-learnt-apart = Leaving aside what they did, which teaches nothing about you: is there one thing from your own side to take along, something that worked, say?
    .v2 = What they did is no lesson of yours. Apart from it: one thing you did that you would keep for the next interview?
    .v3 = Of your own part in it, and only of that: is there one small thing to keep, or to do another way?
    .short = One thing of your own to take along?
    .why = Your answers and your bearing were there as well, and they are worth keeping apart from what was done to you.
    .nothing = Nothing yet

lesson-learnt-kept-apart = Kept, in your words.
    .v2 = That is written down, as yours.
    .v3 = I have it, just so.

lesson-learnt-kept = Kept: "{ $learnt }". One interview is one experience, and what you learn from it improves your chances in the next.
    .v2 = "{ $learnt }": that is written down. What is learnt from one experience improves the chances later on.
    .v3 = Kept, in your words: "{ $learnt }". It was one experience; what you take from it improves your chances in the next.

lesson-learnt-kept-well = Kept: "{ $learnt }".
    .v2 = "{ $learnt }": that is written down, for the next one too.
    .v3 = Kept, in your words: "{ $learnt }". It comes along.

lesson-cue = Now a plan of one sentence: when this comes, I do that. Which moment is it for? Your own words are fine, such as "when my voice starts to shake".
    .v2 = One if-then for next time. What is the if: a question they ask, or a moment, such as "when I do not follow the question"?
    .v3 = Let us tie one answer to one moment. Which moment shall it be? For instance "when they ask about money".
    .short = Which moment is the plan for?
    .why = A plan with a when and a then is carried out more often than a good intention.
    .none = No plan
    .none-like = no plan | don't need one

lesson-response = If: { $cue }. Then what do you say or do? One short sentence that begins with "I".
    .v2 = Say it comes to this: { $cue }. What do you do then? One sentence, beginning with "I".
    .v3 = After the if ({ $cue }) comes the then: what is yours? For instance "I tell the story of …", or "I breathe out once and ask them to repeat it".
    .short = And then I …?
    .why = Short enough to remember in a chair across from them.
    .none = Leave it out
    .none-like = leave it out

lesson-response-to = A plan in one sentence: when { $cue } comes again, what do you say or do first? Begin with "I".
    .v2 = And if it is asked again, { $cue }: what is the first thing you do? One sentence with "I".
    .v3 = For the next time, one sentence: { $cue } comes up, and then I …?
    .short = And then I …?
    .why = A plan with a when and a then is carried out more often than a good intention.
    .none = No plan
    .none-like = no plan | don't need one | leave it out

lesson-aloud = Your plan, for the moment itself: { $cue }, and then: { $response }. Say it once aloud.
    .v2 = For that moment, { $cue }: { $response }. Once aloud, quietly is fine.
    .v3 = { $cue }: { $response }. Said once with your own voice, it comes more easily.

lesson-aloud-that = Say your answer to { $cue } once aloud, for when it comes up again.
    .v2 = If { $cue } comes again, your answer is there. Once aloud, quietly is fine.
    .v3 = Said aloud once, your answer to { $cue } comes more easily the next time.

lesson-aloud-to = For { $cue }, in your own words: "{ $response }". Say it once aloud.
    .v2 = Your plan for { $cue }: "{ $response }". Once aloud, quietly is fine.
    .v3 = When { $cue } comes up again: "{ $response }". What has been said aloud once comes more easily.

lesson-practice = So that it stays: { $weak } can come back for practice on { $days } at 18:30, two minutes{ $count ->
        [one] .
       *[other] {" "}each.
    } Do you want that?
    .v2 = Shall I bring { $weak } back for practice on { $days } at 18:30? Two minutes{ $count ->
        [one] .
       *[other] {" "}each time.
    }
    .v3 = A short practice of { $weak } would come on { $days } at 18:30, { $count ->
        [one] two minutes.
       *[other] two minutes each.
    } Do you want it?
    .short = Practice on { $days }?
    .why = An answer recalled on separate days stays longer than one learnt in a single evening.
    .yes = Yes
    .once = Once is enough
    .once-like = once | one time | just the first | only the first | only one
    .no = No practice
    .no-like = no practice | don't want | dont want | not needed | no need

lesson-no-practice = No practice, then.
    .v2 = Without practice, then.
    .v3 = Then there is no practice.

lesson-as-asked = "{ $question }"
lesson-notes = Your answer so far: { $weak }
lesson-notes-task = How you would do it, so far: { $weak }
lesson-they-asked = They asked: { $question }
lesson-the-task = The task: { $question }
lesson-that-question = the question you wanted back
lesson-weekday = { DAY($day) }
