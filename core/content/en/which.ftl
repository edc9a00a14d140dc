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

which-from = Which one is that from: { $outcome ->
        [rejected] the no
        [offer] the yes
        [next-round] the next round
       *[other] the silence
    }?
    .v2 = { $outcome ->
        [rejected] A no
        [offer] A yes
        [next-round] A next round
       *[other] No answer yet
    }: from which of them?
    .v3 = Which of them do you mean? I read { $outcome ->
        [rejected] a no
        [offer] a yes
        [next-round] a next round
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
