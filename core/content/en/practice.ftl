### Practice: recall first, then compare, then choose. Nothing here says whether an answer is good.

practice-offer = Practice, as agreed: { $about }. First from memory, then beside what you kept; about two minutes. Now?
    .v2 = A short round, as agreed: { $about }. You answer, then you see what you kept. Shall we?
    .v3 = Two minutes, as agreed, for { $about }: answering first, comparing after. Now?
    .short = Practise { $about } now?
    .why = Answering from memory, a few times with days between, is what makes an answer stay. Reading it over does less.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | let's | go on | go ahead | do it | start
    .in-an-hour = In an hour
    .in-an-hour-like = in an hour | an hour | in a bit | in a while
    .tomorrow = Tomorrow
    .tomorrow-like = tomorrow | not today | not tonight | not now | another day | tired | busy
    .skip = Skip this one
    .skip-like = skip | not this time | leave it | leave this one | don't want
    .none = No more practice
    .none-like = no practice | no more | don't want to practise | don't want practice | stop practising | stop practicing | never again

practice-nothing = There is no question kept here that would need practice.
    .v2 = Nothing to practise: no question of this interview is kept.
    .v3 = For this interview no question is kept, so there is nothing to go over.

practice-no-more = No more practice, then. Your answers stay here.
    .v2 = Then we leave practice out; what you kept stays kept.
    .v3 = Fine, no practice. Nothing is lost.

practice-gently = Slowly, and only as far as you like; "stop" is fine after any of it.
    .v2 = No hurry with this. One is enough, and you can stop anywhere.
    .v3 = One at a time. Whenever it is enough, say so.

practice-attempt =
    { $question }
    From memory, before you look at anything: what would you say today? A few sentences, typed here or said aloud.
    .v2 =
        { $question }
        How would you answer that today? A few sentences from memory; they need not be tidy.
    .v3 =
        { $question }
        Suppose you are asked this tomorrow. Your answer, from memory, in a few sentences?
    .short =
        { $question }
        Your answer, from memory?
    .why = What you fetch from memory yourself comes back more easily when somebody asks.
    .aloud = Said it aloud
    .aloud-like = said it aloud | said it out loud | out loud | said aloud | i said it
    .show-me = Show me what I kept
    .show-me-like = show me | show it | i can't remember | can't remember it | i don't remember | don't remember it | forgot it | have no idea | don't know any more | nothing comes to mind

practice-as-put = “{ $question }”
practice-about-topic = What it was about: { $topic }
practice-what-you-kept = What you had kept

practice-keep = Two versions now: the new one, and the one from before. Which one stays?
    .v2 = Keep the new one, stay with the one before, or write it once more?
    .v3 = Which of the two would you rather say next time?
    .short = The new one, or the one before?
    .why = Only you can tell which one sounds like you; I keep the one you choose.
    .new = Keep the new one
    .new-like = the new one | new one | the new | today's | todays | the second | what i just | just wrote | just typed | the one i wrote | mine now | the latest
    .kept = Keep the one before
    .kept-like = the one before | the old one | old one | the old | before | first one | the first | this one | what i had | stay with | the kept one
    .anew = Write it anew
    .anew-like = anew | write it again | once more | rewrite | neither | none of them | both | a mix | mix | combine | bit of both

practice-stays-or-anew = Does it stay, or do you want to write it anew?
    .v2 = Keep it as it is, or put it in new words?
    .v3 = Would you say it like this, or write a new one?
    .short = Keep it, or write anew?
    .why = Having said it once more, you may want to say it differently. It is your choice.
    .kept = Keep it
    .kept-like = keep it | keep | it stays | stays | leave it | as it is | fine | that's it | good
    .anew = Write it anew
    .anew-like = anew | new one | write it again | rewrite | change it | differently | new words

practice-anew = Write it as you would say it. This version is the one I keep.
    .v2 = In your own words, as you would want to say it; I keep this one.
    .v3 = A few sentences, the way you talk. They become the kept answer.
    .short = The answer to keep?
    .why = What is written down can be compared with, the next time.
    .leave = Leave it
    .leave-like = leave it | as it was | never mind | nevermind | not now | forget it | don't want to | cancel

practice-new-kept = Kept, in these words.
    .v2 = That one is kept now.
    .v3 = Kept as you wrote it.

practice-stays = Then that one stays.
    .v2 = It stays as it was.
    .v3 = Unchanged, then.

practice-left = Left as it was.
    .v2 = Then nothing changes here.
    .v3 = We leave that one.

practice-more = Another one, or is that enough for today?
    .v2 = One more, or shall we leave it at this today?
    .v3 = Go on with the next, or stop here for now?
    .short = One more, or enough?
    .why = You said that it still weighs; one done is one done.
    .next = The next one
    .next-like = next | one more | another | go on | continue | more | ok | okay | sure
    .enough = Enough for today
    .enough-like = enough | stop | no more | that's it | thats it | not today | leave it | tired

practice-if-then = And your plan for { $cue }, to be said aloud once: “{ $response }”.
    .v2 = Once aloud, for the moment itself, { $cue }: “{ $response }”.
    .v3 = What you planned for { $cue }, read aloud once: “{ $response }”.

practice-not-this-time = Nothing practised this time, and nothing lost: your answers stay as they were.
    .v2 = Left out this time. What you kept is unchanged, and nothing more is needed today.
    .v3 = Not today, then. The answers you kept are still here.

practice-round = That was the { $round ->
        [1] first
        [2] second
       *[other] third
    } time of three{ $count ->
        [one] { "" }
       *[other] , with { $count } answers
    }. Nothing more is needed today.
    .v2 = Done from memory, the { $round ->
        [1] first
        [2] second
       *[other] third
    } of three times{ $count ->
        [one] { "" }
       *[other] , { $count } answers
    }. That is all for today.
    .v3 = { $round ->
        [1] Two more times are
        [2] One more time is
       *[other] Nothing more is
    } planned{ $count ->
        [one] { "" }
       *[other] , for { $count } answers
    }. You are done for today.

practice-own-round = That was a round of your own: { $count ->
        [one] one answer
       *[other] { $count } answers
    } from memory. Nothing more is needed today.
    .v2 = An extra round is done, with { $count ->
        [one] one answer
       *[other] { $count } answers
    }. That is all for today.
    .v3 = { $count ->
        [one] One answer
       *[other] { $count } answers
    } gone over because you wanted to. You are done for today.

practice-last-round-plain = That was round { $round }, the last one. What you practised is yours, and it comes along to any other interview.
    .v2 = Round { $round } is done, and with it the practice. Your answers are ready for whoever asks next.
    .v3 = The last round, number { $round }, is over. These answers are for the next place, too.

practice-last-round = That was round { $round }, the last one: a chance to fine-tune, and you took it. Nobody can promise the next result; what you learnt does raise your chances.
    .v2 = Round { $round } is done, and with it the practice. A bad interview was also a chance to fine-tune; what is learnt makes later success more likely, and promises nothing.
    .v3 = That closes the practice, with round { $round }. It was a chance to fine-tune. What is learnt from one interview raises the chances in another, without any promise.
