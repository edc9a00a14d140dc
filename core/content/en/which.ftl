### News that may be about one of their interviews, and may not. It is asked in one short sentence.

which-is-it = Is that { $outcome ->
        [rejected] a no
        [offer] a yes
        [next-round] a next round
       *[other] still no answer
    } from { $place }?
    .v2 = Just to be sure: { $outcome ->
        [rejected] a no
        [offer] a yes
        [next-round] a next round
       *[other] still no answer
    } from { $place }?
    .v3 = From { $place }, is that? I read { $outcome ->
        [rejected] a no
        [offer] a yes
        [next-round] a next round
       *[other] no answer yet
    }.
    .short = { $outcome ->
        [rejected] A no
        [offer] A yes
        [next-round] A next round
       *[other] No answer yet
    } from { $place }?
    .why = News changes what I write and what I leave, so I would rather ask than guess.
    .yes = Yes, it is
    .yes-like = yes | it is | correct | right | exactly
    .no = Something else
    .no-like = no | something else | not that | neither | another one

which-is-out = Do you mean that you are out of { $place }, so that I end what I began for it? Or is it just how it feels today?
    .v2 = To be sure: are you taking yourself out at { $place }? Then everything I planned about it ends.
    .v3 = Is that decided, for { $place }: you are out, and nothing more is to come about it? It can be a feeling, too.
    .short = Out of { $place }, for good?
    .why = It would end all that is still to come, so I ask once before I drop it.
    .yes = Yes, I'm out
    .yes-like = yes | i'm out | im out | out of it | decided | it's decided | withdrawn | for good | end it | i withdrew
    .no = No, it stays open
    .no-like = no | not decided | stays open | keep it open | just a feeling | how it feels | not sure | don't know | dont know | maybe | leave it open | still want it

which-from = Which one is that from: { $outcome ->
        [rejected] the no
        [offer] the yes
        [next-round] the next round
        [withdrawn] your withdrawing
       *[other] the silence
    }?
    .v2 = { $outcome ->
        [rejected] A no
        [offer] A yes
        [next-round] A next round
        [withdrawn] You are out
       *[other] No answer yet
    }: from which of them?
    .v3 = Which of them do you mean? I read { $outcome ->
        [rejected] a no
        [offer] a yes
        [next-round] a next round
        [withdrawn] that you are out
       *[other] no answer yet
    }.
    .short = From which of them?
    .why = I keep them apart, and this belongs to one of them.
    .no = Neither
    .no-like = neither | none | no | something else | another one

which-left = Then I change nothing.
    .v2 = Good that I asked; all stays as it is.
    .v3 = Then that was about something else. Nothing is changed.

which-the-place = the interview

which-first = More than one, then. I keep them apart, and the other waits. Which one first?
    .v2 = I have taken them as separate interviews. Where do we begin? The other keeps its place.
    .v3 = One at a time: which of them shall we talk about first?
    .short = Which one first?
    .why = Two in one go get mixed up; one after the other, each keeps its own notes.
