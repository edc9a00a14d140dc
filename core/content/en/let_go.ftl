### A week later. First somebody to tell, and only then leave to let it rest.

let-go-offer = { $days ->
        [0] Some time
        [7] A week
       *[other] { $days } days
    } since { $place }. Two minutes to put it behind you, if you feel ready: shall we?
    .v2 = It is { $days ->
        [0] some time
        [7] a week
       *[other] { $days } days
    } since { $place }. Shall we see who could hear about it, and then let it rest? Two minutes.
    .v3 = { $place }, { $days ->
        [0] some time
        [7] a week
       *[other] { $days } days
    } on. Two minutes to set it down: do you want to?
    .short = Two minutes to set it down?
    .why = What is told to somebody weighs less than what is carried alone; a week is long enough for that.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | let's | go on | go ahead
    .tomorrow = Tomorrow
    .tomorrow-like = tomorrow | not today | not tonight | not now | another day | busy | tired
    .next-week = Next week
    .next-week-like = next week | in a week | some days
    .not-yet = Not yet
    .not-yet-like = not yet | not ready | too soon | too early | can't let go | cannot let go | don't want to let go | leave it | no

let-go-offer-waiting = { $days ->
        [0] Some time
        [7] A week
       *[other] { $days } days
    } since { $place }, and no answer that I know of. Shall we take two minutes to set it down for now, while you wait?
    .v2 = It is { $days ->
        [0] some time
        [7] a week
       *[other] { $days } days
    } since { $place }, and as far as I know you still wait. Two minutes to set it down meanwhile?
    .v3 = { $place }, { $days ->
        [0] some time
        [7] a week
       *[other] { $days } days
    } on, and no answer here yet. Do you want two minutes to set it down for now?
    .short = Two minutes to set it down?
    .why = Waiting weighs less when somebody knows of it. Setting it down closes nothing of theirs.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | let's | go on | go ahead
    .tomorrow = Tomorrow
    .tomorrow-like = tomorrow | not today | not tonight | not now | another day | busy | tired
    .next-week = Next week
    .next-week-like = next week | in a week | some days
    .not-yet = Not yet
    .not-yet-like = not yet | not ready | too soon | too early | can't let go | cannot let go | don't want to let go | leave it | no

let-go-offer-past = { DAY($day) } was the day they had named at { $place }, and I know of no answer yet. Shall we take two minutes to set it down for now?
    .v2 = { $place } wanted to answer by { DAY($day) }, and I know of nothing yet. Two minutes to set it down meanwhile?
    .v3 = { $place }: their day, { DAY($day) }, is past. Do you want two minutes to set it down for now?
    .short = Two minutes to set it down?
    .why = Waiting weighs less when somebody knows of it. Setting it down closes nothing of theirs.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | let's | go on | go ahead
    .tomorrow = Tomorrow
    .tomorrow-like = tomorrow | not today | not tonight | not now | another day | busy | tired
    .next-week = Next week
    .next-week-like = next week | in a week | some days
    .not-yet = Not yet
    .not-yet-like = not yet | not ready | too soon | too early | can't let go | cannot let go | don't want to let go | leave it | no

let-go-offer-ahead = { $days ->
        [0] Some time
        [7] A week
       *[other] { $days } days
    } since { $place }, and they have until { $roughly ->
        [yes] about { DAY($day) }
       *[no] { DAY($day) }
    }. Shall we take two minutes to set it down for now, while you wait?
    .v2 = It is { $days ->
        [0] some time
        [7] a week
       *[other] { $days } days
    } since { $place }. { $roughly ->
        [yes] They wanted to answer by about { DAY($day) }
       *[no] Their day is { DAY($day) }
    }. Two minutes to set it down meanwhile?
    .v3 = { $place }, { $days ->
        [0] some time
        [7] a week
       *[other] { $days } days
    } on, with { $roughly ->
        [yes] their day, about { DAY($day) },
       *[no] { DAY($day) }
    } still to come. Do you want two minutes to set it down for now, as agreed?
    .short = Two minutes to set it down?
    .why = Waiting weighs less when somebody knows of it. Setting it down closes nothing of theirs.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | let's | go on | go ahead
    .tomorrow = Tomorrow
    .tomorrow-like = tomorrow | not today | not tonight | not now | another day | busy | tired
    .next-week = Next week
    .next-week-like = next week | in a week | some days
    .not-yet = Not yet
    .not-yet-like = not yet | not ready | too soon | too early | can't let go | cannot let go | don't want to let go | leave it | no

let-go-offer-well = { $days ->
        [0] Some time
        [7] A week
       *[other] { $days } days
    } since { $place }, and no answer that I know of. Do you want two minutes on the waiting?
    .v2 = It is { $days ->
        [0] some time
        [7] a week
       *[other] { $days } days
    } since { $place }, and as far as I know you still wait. Shall we spend two minutes on that?
    .v3 = { $place }, { $days ->
        [0] some time
        [7] a week
       *[other] { $days } days
    } on, and no answer here yet. Two minutes for the waiting: do you want them?
    .short = Two minutes on the waiting?
    .why = Waiting weighs less when somebody knows of it. It closes nothing of theirs.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | let's | go on | go ahead
    .tomorrow = Tomorrow
    .tomorrow-like = tomorrow | not today | not tonight | not now | another day | busy | tired
    .next-week = Next week
    .next-week-like = next week | in a week | some days
    .not-yet = Not yet
    .not-yet-like = not yet | not ready | too soon | too early | can't let go | cannot let go | don't want to let go | leave it | no

let-go-offer-told = { $days ->
        [0] Some time
        [7] A week
       *[other] { $days } days
    } since { $place }. Two minutes to put it behind you, if you feel ready: now?
    .v2 = It is { $days ->
        [0] some time
        [7] a week
       *[other] { $days } days
    } since { $place }. Shall we let it rest? Two minutes.
    .v3 = { $place }, { $days ->
        [0] some time
        [7] a week
       *[other] { $days } days
    } on. Two minutes to set it down. Now?
    .short = Two minutes to set it down?
    .why = What has an end weighs less; some days after a no is time enough for one.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | let's | go on | go ahead
    .tomorrow = Tomorrow
    .tomorrow-like = tomorrow | not today | not tonight | not now | another day | busy | tired
    .next-week = Next week
    .next-week-like = next week | in a week | some days
    .not-yet = Not yet
    .not-yet-like = not yet | not ready | too soon | too early | can't let go | cannot let go | don't want to let go | leave it | no

let-go-share = Is there somebody you could tell the story to, { $moment } included? A friend, a mentor or a colleague; a name will do.
    .v2 = Whom could you tell it to, { $moment } and all: a friend, a mentor, somebody from work? Write a name, or tap.
    .v3 = Who might hear the whole story, { $moment } too? A friend, a colleague, a mentor: just the name.
    .short = Somebody to tell it to?
    .why = Somebody who knows you hears the whole story, and not only its worst minute.
    .told = I have told somebody
    .told-like = i've told | ive told | already told | already have | i told | have told | told my | did that already | already did | already knows | already know
    .somebody = I'll tell somebody
    .somebody-like = i'll tell somebody | i'll tell someone | there is somebody | there is someone | i think so | yes there is
    .nobody = Nobody comes to mind
    .nobody-like = don't know anyone | don't know anybody | know no one | know nobody | have anyone to tell | have anybody to tell | don't have anyone | no friends | there isn't anyone | there is no one | there's no one | nobody | no one | noone | don't have anyone | don't have anybody | have no friends | not really anyone | can't think of anyone
    .rather-not = Rather not
    .rather-not-like = rather not | don't want to | not telling anyone | not telling anybody | keep it to myself | keep this to myself | prefer not | too embarrassing

let-go-share-well = Is there somebody you could tell how it went? A friend, a mentor or a colleague; a name will do.
    .v2 = Whom could you tell about it: a friend, a mentor, somebody from work? Write a name, or tap.
    .v3 = Who would like to hear how it went? Just the name.
    .short = Somebody to tell?
    .why = Waiting is easier when somebody knows what you wait for.
    .told = I have told somebody
    .told-like = i've told | ive told | told | already told | already have | i told | have told | told my | did that already | already did | already knows | already know
    .somebody = I'll tell somebody
    .somebody-like = i'll tell somebody | i'll tell someone | there is somebody | there is someone | i think so | yes there is
    .nobody = Nobody comes to mind
    .nobody-like = don't know anyone | don't know anybody | nobody | no one | noone | don't have anyone | don't have anybody | not really anyone | can't think of anyone
    .rather-not = Rather not
    .rather-not-like = rather not | don't want to | not telling anyone | not telling anybody | keep it to myself | keep this to myself | prefer not

let-go-share-apart = Is there somebody you could tell what was said to you? A friend, a union, an adviser; a name will do.
    .v2 = Whom could you tell what they did: a friend, somebody from a union, an adviser? Write a name, or tap.
    .v3 = Who might hear what happened there? A friend, an adviser: just the name.
    .short = Somebody to tell?
    .why = What was done to one is easier to carry when somebody knows of it, and some can say what may be done.
    .told = I have told somebody
    .told-like = i've told | ive told | told | already told | already have | i told | have told | told my | did that already | already did | already knows | already know
    .somebody = I'll tell somebody
    .somebody-like = i'll tell somebody | i'll tell someone | there is somebody | there is someone | i think so | yes there is
    .nobody = Nobody comes to mind
    .nobody-like = don't know anyone | don't know anybody | nobody | no one | noone | don't have anyone | don't have anybody | not really anyone | can't think of anyone
    .rather-not = Rather not
    .rather-not-like = rather not | don't want to | not telling anyone | not telling anybody | keep it to myself | keep this to myself | prefer not

let-go-being-late = coming late

let-go-who = Who will it be? A name, so that it is more than a plan.
    .v2 = Who comes to mind first? Just the name.
    .v3 = Whom would you ask first? One name is enough.
    .short = A name?
    .why = With a name it tends to happen; "somebody" tends to wait.
    .open = I'll see
    .open-like = i'll see | not sure | don't know | no idea | we'll see | rather not

let-go-will-tell = Noted: { $who }. Once it is told, you do not carry it alone.
    .v2 = { $who }: noted. Ten minutes and the whole story, not only its worst minute.
    .v3 = Noted: { $who }. It need not be told well, only told.

let-go-will-tell-adviser = Noted: { $who }, who can say what may be done. Take the day and the words along.
    .v2 = { $who }: noted. That is somebody to ask about deadlines as well, and "my notes" has the day and the words.
    .v3 = Noted: { $who }. There you can also ask what may be done about it; do not wait long with that.

let-go-will-tell-well = Noted: { $who }.
    .v2 = { $who } it is, then.
    .v3 = Then { $who } will hear it.

let-go-somebody = Then it is open who. It need not be told well, only told.
    .v2 = Whoever it will be: ten minutes are enough.
    .v3 = That can wait until somebody is there.

let-go-told = Good that somebody knows.
    .v2 = Then it has been said to somebody.
    .v3 = So it has been told; that part is done.

let-go-nobody = That happens, and it is no fault. A careers adviser would listen, too, if you come to want that.
    .v2 = Not everybody has somebody at hand. It is written down here, and that counts, too.
    .v3 = Then it stays written here for now. A careers service would be one place to tell it.

let-go-nobody-heavy = That is hard, and it is no fault. You need not carry it alone: a doctor would listen, and findahelpline.com lists people who answer where you live.
    .v2 = Having nobody for it makes it heavier. It can be told to a doctor, or to somebody on a helpline; findahelpline.com shows who answers near you.
    .v3 = Then there is nobody just now, and it weighs. People on a helpline listen to this, too: findahelpline.com has those where you live. A doctor is another.

let-go-rather-not = Fine; you need not tell anybody.
    .v2 = That is your choice, and it needs no reason.
    .v3 = Then it is left untold.

let-go-while-waiting = Moving on is easier said than done. Still, you may set this one down while you wait. Whatever they answer, other openings will come.
    .v2 = It is easier said than done, and it is allowed: you may let this one be while they decide. Whatever they answer, other openings will come.
    .v3 = You are free to move on before they answer. That is easier said than done. Other openings will come either way.

let-go-waiting-heavy = Moving on is easier said than done, and it need not be today. You may set this one down while you wait. Other openings will come, whatever they answer.
    .v2 = It still weighs, so this is easier said than done: you may let it be while they decide. Not today is fine, too. Other openings will come either way.
    .v3 = Letting it be is easier said than done while it is this heavy. You have leave to, today or later, before they answer. Other openings will come.

let-go-waiting-light = It weighs little by now, though moving on can still be easier said than done. You may set this one down while you wait. Whatever they answer, other openings will come.
    .v2 = It may be light enough to let it be while they decide, easier said than done as that can be. Other openings will come either way.
    .v3 = Part of the way is done, and the rest is often easier said than done. You may move on before they answer. Other openings will come.

let-go-waiting-well = After a good one the waiting is long, and letting it be is easier said than done. You may set it down until they answer. Whatever they answer, other openings will come.
    .v2 = You may move on with your days while they decide, easier said than done as that is. It went well; the rest is theirs. Other openings will come either way.
    .v3 = Nothing more depends on you now, so it may rest until they answer. That is easier said than done. Whatever they say, there will be other openings.

let-go-after-a-no = After a no, moving on is easier said than done. You may move on from this one now; nothing more is owed to it. Other openings will come.
    .v2 = Moving on from a no is easier said than done, and you are free to do it. Other openings will come.
    .v3 = You have leave to move on. It is easier said than done after a no, and it need not be quick. There will be other openings.

let-go-serious = Moving on is easier said than done, and letting it rest does not make it right. You may set it down; your words stay, should you take it further, and some deadlines are short. Other openings will come.
    .v2 = What they did stays what it was. You may still move on, easier said than done as that is; what you wrote is kept, and an advice body can tell you about deadlines. Other openings will come.
    .v3 = You are free to move on without calling it fine. That is easier said than done. Your notes stay, in case you raise it; deadlines for that can be short. Other openings will come, elsewhere.

let-go-ready = Can it rest here?
    .v2 = Shall we set it down?
    .v3 = Is it time to let this one be?
    .short = Set it down?
    .why = When you say so, I stop writing about it. Until then nothing is closed.
    .rest = Set it down
    .rest-like = yes | set it down | let it rest | let it go | let go | let it be | move on | moved on | moving on | it can rest | i am over it | over it | done with it | close it | ok | okay | i think so | i'll try | try
    .not-yet = Not yet
    .not-yet-like = not yet | no | not now | not ready | not over it | can't let go | cannot let go | can't move on | cannot move on | can't let it go | don't want to let go | don't want to let it go | don't think so | too soon | too early | still hurts | it hurts | still angry | i can't | i cant | not really | don't know

let-go-not-yet = Not now, then. Nothing is closed; "let it go" brings it back when you want it.
    .v2 = That is all right. It stays open as long as you want it to; "let it go" closes it.
    .v3 = Not yet, then, and no reason needed. Say "let it go" when you are there.

let-go-feeling = First, if you like: how is it today, from 0 (fine) to 10 (awful)?
    .v2 = One tap, if you like: how bad does it feel today, from 0 (fine) to 10 (awful)?
    .v3 = The scale once more, 0 (fine) to 10 (awful): where is it now? You can skip it.
    .short = 0 (fine) to 10 (awful), today?
    .why = Set beside the first number, it shows how far the feeling has moved.

let-go-change = It was { $before } then, and { $after } now.
    .v2 = { $before } after the interview, { $after } today.
    .v3 = From { $before } to { $after }: that is the way it has gone.

let-go-change-by-steps = It was { $before } at first, { $between } when we looked back, and { $after } now.
    .v2 = { $before } after the interview, { $between } after looking back, { $after } today.
    .v3 = First { $before }, then { $between }, now { $after }.

let-go-same = { $after }, as on the first day.
    .v2 = Still { $after }.
    .v3 = The same { $after } as at first.

let-go-still-heavy = Still a lot. If it stays so, a doctor can do more than I can.
    .v2 = Still heavy, then. If it goes on like this, a doctor can do what I cannot.
    .v3 = So it still weighs. Should it not get lighter, a doctor is one to tell.

let-go-keep = What is left, if you want it: { $left }. Shall that come?
    .v2 = Still planned: { $left }. Keep it, or close it?
    .v3 = There would still be { $left }. What of it do you want?
    .short = Keep { $left }?
    .why = Nothing comes about this interview any more unless you want it to.
    .both = Keep both
    .both-like = both | all of it | keep it all | keep them | everything
    .check-in = Keep the check-in
    .check-in-like = check-in | check in | checkin | the text | only the text | ask them
    .practice = Keep the practice
    .practice-like = practice | practise | practising | practicing
    .none = Close it
    .none-like = close it | close | none | nothing | neither | no more | leave it | drop it | end it | stop it

let-go-practice-on = practice on { DAY($day) }, { TIME($day) }
let-go-check-in-on = a text to ask where they stand, on { DAY($day) }, { TIME($day) }

let-go-closed = Then { $place } may rest, and nothing more comes from me about it. It was one experience; how you look at it shapes the next one.
    .v2 = Set down. You will hear nothing more from me about { $place }. It was one experience, and how you answer it shapes the ones to come.
    .v3 = That is the end of { $place } here; nothing more comes. One interview is one experience, and what follows depends on what you make of it.

let-go-closed-plain = Then { $place } may rest, and nothing more comes from me about it.
    .v2 = Set down. You will hear nothing more from me about { $place }.
    .v3 = That is the end of { $place } here; nothing more is needed, and nothing more comes.

let-go-rests = Then it rests, and nothing more comes from me about { $place }. When they answer, tell me if you like. It was one experience, and how you look at it shapes the next.
    .v2 = Set down. Nothing more comes from me about { $place }; their answer, when it comes, you can bring here. It is one experience, and how you take it shapes the ones to come.
    .v3 = So it may rest; nothing more comes about { $place } until you write. One interview is one experience; what follows depends on what you make of it.

let-go-rests-plain = Then it rests, and nothing more comes from me about { $place }. When they answer, tell me if you like.
    .v2 = Set down. Nothing more comes from me about { $place }; their answer, when it comes, you can bring here.
    .v3 = So it may rest; nothing more comes about { $place } until you write.

let-go-closed-apart = Then it rests here, and nothing more comes from me about { $place }. What they did stays written down, yours to use or to leave.
    .v2 = Set down. You will hear nothing more from me about { $place }; your account of it stays as you wrote it.
    .v3 = That is the end of { $place } here. Nothing more comes, and nothing of what you wrote is lost, should you need it.

let-go-closed-but = Then { $place } rests but for this: { $kept }.
    .v2 = Set down. About { $place } only this still comes: { $kept }.
    .v3 = { $place } may rest now. Only this still comes: { $kept }.

let-go-the-interview = that interview

let-go-closed-already = That one is closed already. What you wrote about it is kept.
    .v2 = It has been set down before; nothing more comes about it, but what you kept for yourself.
    .v3 = We closed that one. Your notes are still here.

let-go-next-round = With a next round there is nothing to let go of. What you kept of the first one is good material for it.
    .v2 = It goes on, so this one is not for letting go. Your answers and their questions are kept for the next round.
    .v3 = Then it stays open, and rightly: the next round builds on what you wrote down.

let-go-an-offer = With an offer on the table this one has settled itself; there is nothing to let go of.
    .v2 = They said yes, so nothing is left here to be set down.
    .v3 = An offer: then this chapter needs no closing from me.

let-go-withdrawn = You took yourself out, and with that it is closed. Your notes are kept.
    .v2 = That one ended when you withdrew; nothing is left here to set down.
    .v3 = It is closed already, by your own decision. What you wrote stays.

let-go-request-open = Your request for a second chance is open until { DAY($day) }. After that it is closed; I do not bring it up again.
    .v2 = They may still answer your request, until { DAY($day) }; then it is closed, and nothing more is said about it here.
    .v3 = The second chance you asked for stays open until { DAY($day) }, and ends with that day.

let-go-request-closed = { DAY($day) } was the day for your request. No yes has come, so that matter is closed now, and I do not bring it up again.
    .v2 = You asked once for a second chance, and its day, { DAY($day) }, has come without a yes. We close it here.
    .v3 = The request you sent is closed with { DAY($day) }, as agreed. You asked well, and once is all.
