### What the coach promises to write, and how it says so.

plan-break-off = If you leave, I ask once in three hours.
    .v2 = Should you leave, I ask once, in three hours.
    .v3 = If you break off, I ask once in three hours.

plan-announced = I write { $count ->
        [one] once
        [2] twice
       *[other] { $count } times
    } ({ $place } time; "stop writing" ends it):
    .v2 = You hear from me { $count ->
        [one] once more
        [2] twice more
       *[other] { $count } times
    } ({ $place } time; "stop writing" ends it):
    .v3 = { $count ->
        [one] One message comes
        [2] Two messages come
       *[other] { $count } messages come
    } from me ({ $place } time; "stop writing" ends it):

plan-also = { $count ->
        [one] There is one more to come:
       *[other] These come as well:
    }
    .v2 = { $count ->
        [one] One more comes:
       *[other] And then:
    }
    .v3 = New among what comes:

plan-moved = With that, these move:
    .v2 = So these come at another time now:
    .v3 = This changes the hour of:

plan-gone = So nothing comes from me about { $what }.
    .v2 = No message then about { $what }.
    .v3 = With that I stay quiet about { $what }.

plan-put-off = Good. { $slot }.
    .v2 = Then { $slot }.
    .v3 = Moved. { $slot }.

plan-planned = This is what comes from me ({ $place } time). Each can be put off or left out, and "stop writing" ends them all:
    .v2 = What I will write, in { $place } time; "stop writing" ends it:
    .v3 = Still to come, in { $place } time, unless you say "stop writing":

plan-nothing-planned = Nothing is planned; I write only when you do.
    .v2 = There is nothing to come from me just now.
    .v3 = No message is waiting; I answer when you write.

plan-together = { $part ->
        [morning] Good morning.
        [evening] Good evening.
       *[day] Hello again.
    } { $count ->
        [2] Two things
       *[other] { $count } things
    }, as agreed: { $what }.
    .v2 = As agreed, { $count ->
        [2] two things
       *[other] { $count } things
    } today: { $what }.
    .v3 = { $count ->
        [2] Two things
       *[other] { $count } things
    } fall together now: { $what }.

plan-late = This comes later than promised: it was due at { TIME($at) }.
    .v2 = I am late with this; { TIME($at) } was the hour.
    .v3 = It should have come at { TIME($at) }; here it is, late.

plan-stale = This should have come on { DAY($at) } at { TIME($at) }, and I could not send it then. It may no longer suit; take it up, name another time, or leave it.
    .v2 = I owe you this since { DAY($at) }, { TIME($at) }. If it has become pointless, just leave it; or name a better time.
    .v3 = Promised for { DAY($at) }, { TIME($at) }, and it did not come. Now, another time, or not at all: as you like.

plan-passed = While I could not write, the time went by for { $what }; I leave that out.
    .v2 = Too late now, so I leave it out: { $what }.
    .v3 = What I could not send in time, I drop: { $what }.

plan-quiet = You need not answer this. If I hear nothing, I write only once more, a week after the interview.
    .v2 = No answer is needed. Without one I stay quiet, but for a single message a week after the interview.
    .v3 = I do not want to press: if you leave this one too, there is one more message, a week after the interview.

plan-quiet-for-good = You need not answer this. If I hear nothing, it is the last message that I begin about this.
    .v2 = No answer is needed; without one I stay quiet until you write.
    .v3 = I do not want to press: if you leave this one too, I wait for you.

plan-held-back = Then nothing comes about { $what } either, unless you write.
    .v2 = { $what }: that stays back as well, until you write.
    .v3 = Until you write, I leave out { $what }, too.

plan-slot = { DAY($at) }, { TIME($at) }: { $about }
plan-at-place = { $place }: { $about }
plan-reasoned = { $about } ({ $why })
plan-unfinished = going on where we stopped
plan-unfinished-why = memory fades
plan-call = the call
plan-call-why = before six, while it is the same day
plan-note = the thank-you note
plan-note-why = best within a day
plan-last-call = a last reminder of the note
plan-last-call-why = if it is unsent
plan-judge = a look back
plan-judge-why = fairer with some distance
plan-practice = two minutes of practice
plan-practice-why = so that the answer stays
plan-let-go = somebody to tell, and letting it rest
plan-let-go-why = with some days between
plan-check-in = asking where they stand
plan-check-in-again = asking once more
plan-check-in-why = their date will be past
plan-after-no = what may still be asked after a no
plan-after-no-why = not today, and only if you want it
plan-prepare = getting ready for the next interview
plan-prepare-why = two days are enough to do it calmly
plan-mock = the practice interview
plan-mock-why = with the questions to hand over
