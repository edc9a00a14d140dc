### What the coach promises to write, and how it says so.

plan-break-off = If you pause, one reminder comes, after three hours.
    .v2 = Should you go quiet, I remind you once, after three hours.
    .v3 = If you break off, I remind you once, three hours later.

plan-break-off-late = If you pause, I'll ask once, on { DAY($at) } at { TIME($at) }.
    .v2 = Should you go quiet, I'll ask once, on { DAY($at) } at { TIME($at) }.
    .v3 = If you break off, I'll ask once, on { DAY($at) } at { TIME($at) }.

plan-announced = I'll write { $count ->
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
        [one] This comes as well:
       *[other] These come as well:
    }
    .v2 = { $count ->
        [one] One more comes:
       *[other] And then:
    }
    .v3 = New among what comes:

plan-instead = That changes what comes; now it is { $count ->
        [one] this:
       *[other] these:
    }
    .v2 = In place of the rest, { $count ->
        [one] this comes:
       *[other] these come:
    }
    .v3 = From here on { $count ->
        [one] this comes:
       *[other] these come:
    }

plan-left = On { $count ->
        [one] another day, this comes from me:
       *[other] other days, these come from me:
    }
    .v2 = { $count ->
        [one] For a later day, if you want it:
       *[other] For later days, if you want it:
    }
    .v3 = { $count ->
        [one] I write once more about it, not today:
       *[other] I write about it again, not today:
    }

plan-moved = { $count ->
        [one] With that, this moves:
       *[other] With that, these move:
    }
    .v2 = { $count ->
        [one] So this comes at another time now:
       *[other] So these come at another time now:
    }
    .v3 = { $count ->
        [one] This has a new hour:
       *[other] These have a new hour:
    }

plan-gone = That takes { $what } off my list.
    .v2 = With that, I leave out { $what }.
    .v3 = No need any more for { $what }; I leave it at that.

plan-note-once = The note comes { DAY($at) }, { TIME($at) }, and I bring it up that once only.
    .v2 = Of the note I write once, { DAY($at) }, { TIME($at) }, and not a second time.
    .v3 = One message about the note is left: { DAY($at) }, { TIME($at) }.

plan-put-off = As you say. { $slot }.
    .v2 = All right. { $slot }.
    .v3 = Moved. { $slot }.

plan-put-off-by-us = Not now, then. { $slot }. Another hour suits better? Just say it.
    .v2 = Then it waits. { $slot }; name another time if that does not suit.
    .v3 = Later, then. { $slot }. Say so if some other hour is better.

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
    } For today: { $what }. One at a time.
    .v2 = { $part ->
        [morning] For this morning:
        [evening] For this evening:
       *[day] For now:
    } { $what }. One after the other.
    .v3 = { $part ->
        [morning] Due this morning:
        [evening] Due this evening:
       *[day] Due now:
    } { $what }. First things first.

plan-late = This comes later than promised: it was due at { TIME($at) }.
    .v2 = I am late with this; { TIME($at) } was the hour.
    .v3 = It should have come at { TIME($at) }; here it is, late.

plan-stale = This should have come on { DAY($at) } at { TIME($at) }, and I could not send it then. It may no longer suit; take it up, name another time, or leave it.
    .v2 = I owe you this since { DAY($at) }, { TIME($at) }. If it has become pointless, just leave it; or name a better time.
    .v3 = Promised for { DAY($at) }, { TIME($at) }, and it did not come. Now, another time, or not at all: as you like.

plan-passed = While I could not write, the time went by for { $what }; I leave that out.
    .v2 = Too late now, so I leave it out: { $what }.
    .v3 = What I could not send in time, I drop: { $what }.

plan-quiet = You need not answer this. If I hear nothing, I write only once more about it.
    .v2 = No answer is needed. Without one I stay quiet, but for a single message.
    .v3 = I do not want to press: if you leave this one too, there is one more message, and then none.

plan-quiet-for-good = You need not answer this. If it stays quiet, so do I; I am here when you write.
    .v2 = No answer is needed. I wait then until you write, whenever that is.
    .v3 = I do not want to press: leave this one too, and the next word is yours.

plan-held-back = Then I leave out { $what }, too.
    .v2 = That goes for { $what }, too.
    .v3 = Until then I leave out { $what }, too.

plan-slot = { DAY($at) }, { TIME($at) }: { $about }
plan-at-place = about { $place }, { $about }
plan-of-place = { $about } ({ $place })
plan-reasoned = { $about } ({ $why })
plan-unfinished = going on where we stopped
plan-unfinished-why = memory fades
plan-call = the call
plan-call-why = before six, while it is the same day
plan-note = the thank-you note
plan-note-if-no-call = the thank-you note (if no call)
plan-note-why = best within a day
plan-note-late-why = a late one still counts
plan-last-call = the last reminder of the note
plan-last-call-why = if it is unsent
plan-judge = a look back
plan-judge-why = fairer with some distance
plan-practice = two minutes of practice
plan-practice-why = so that the answer stays
plan-let-go = how you are
plan-let-go-well = how the waiting goes
plan-let-go-told = letting it rest
plan-let-go-why = with some days between
plan-check-in = a text asking where they stand
plan-check-in-again = whether an answer has come
plan-check-in-why = their date will be past
plan-after-no = what may still be asked after a no
plan-after-no-why = only if you want it
plan-prepare = getting ready for the next interview
plan-prepare-why = two days are enough to do it calmly
plan-mock = a list for the practice interview
plan-mock-why = the questions to hand over
