### A draft in the version that somebody wants: shorter, warmer, more formal, without a point, their own, as it was.

settling-too-long = This has { $count } words; up to { $most } get read to the end. What should go? Your sentences I do not cut.
    .v2 = { $count } words: that is long, { $most } is what a busy reader takes in. Which part may go? I leave your words whole.
    .v3 = It has grown to { $count } words, and { $most } is a good most. Choose what goes out; I take nothing out by myself.
    .short = { $count } words: what goes?
    .why = What is short is read to the end. It may stay long, if you want it so.
    .frame = Only my part, shorter
    .frame-like = your part | less of yours | the frame | only your part
    .edit = Write it myself
    .edit-like = myself | my own | edit | rewrite | i write it | change it
    .keep-all = Keep all of it
    .keep-all-like = keep all | keep it | all of it | everything | nothing goes | none | nothing | leave it | as it is | it stays | it is fine | its fine

settling-too-long-spoken = Spoken, this takes about { $count } seconds; up to { $most } is easier to listen to. Which part may go, if any?
    .v2 = That is about { $count } seconds of talking; a message of { $most } is heard to the end more easily. Which part may go, if any?
    .v3 = About { $count } seconds aloud, where { $most } is a good most. Choose what goes; I take nothing out by myself.
    .short = { $count } seconds: what goes?
    .why = A long message is stopped half-way, by the machine or by the listener.
    .frame = Only my part, shorter
    .frame-like = your part | less of yours | the frame | only your part
    .edit = Write it myself
    .edit-like = myself | my own | edit | rewrite | i write it | change it
    .keep-all = Keep all of it
    .keep-all-like = keep all | keep it | all of it | everything | nothing goes | none | nothing | leave it | as it is | it stays | it is fine | its fine | later | call later | will call | i'll call | ill call | going to call | not now

settling-own-text = Write it as you want it, in one message; your text takes the place of mine.
    .v2 = Your version in one message, from the first word to the last, please.
    .v3 = The whole text as it should be, in one message. It replaces this one.
    .short = The whole text, in one message?
    .why = In your own words it is better than in mine.
    .leave = Leave it as it was
    .leave-like = leave it | as it was | never mind | nevermind | keep it | keep the old | forget it | don't change | it's fine | it is fine | i'll send | ill send | cancel

settling-left-out = Left out: { $points }. "As it was" brings it back.
    .v2 = Without { $points } now. Say "put it back" if you miss it.
    .v3 = { $points }: out of this one, and still kept here. "As it was" undoes it.

settling-no-such-point = What can come out or go back in is what you wrote: { $points }. For anything else, "edit".
    .v2 = I did not find that one. Yours to leave out are: { $points }; the rest you can change with "edit".
    .v3 = Which do you mean? There is { $points }. Other words are changed with "edit".

settling-no-point = It is down to the thanks already; less would be none. "Edit" makes it your own.
    .v2 = Nothing of yours stands in it, so there is nothing to leave out. With "edit" you write it yourself.
    .v3 = It carries no point. Change the words with "edit", if you like.

settling-no-further = That is as far as my part of it goes; your own sentences I leave alone. "Edit" changes those.
    .v2 = It is that already, as far as my words go. Yours stay yours; "edit" takes them up.
    .v3 = My part cannot go further that way. For your own words there is "edit".

settling-not-in-own = Nothing in your text is about that, as far as I can tell, so it stays as it is. "Edit" takes a new one.
    .v2 = I do not find that in your text, and have left it as it is. "Edit" takes it as you want it.
    .v3 = That does not stand in your text, by its words at least; nothing was changed. For anything else, "edit".

settling-own-stays = This is your own text, so I change nothing in it. "Edit" takes a new one, "as it was" brings mine back.
    .v2 = Your words stay as you typed them. For another version say "edit"; for my draft, "as it was".
    .v3 = I leave a text of yours alone. "Edit" for a new one, "as it was" for the draft.

settling-own-long = It has { $count } words; up to { $most } get read to the end. It stays as you wrote it.
    .v2 = For your information: { $count } words, where { $most } is a good most. Nothing is cut.
    .v3 = { $count } words, a little long beside the usual { $most }. It is your text, and it stays.

settling-own-long-spoken = Spoken, that takes about { $count } seconds; { $most } is what a voicemail bears. It stays as you wrote it.
    .v2 = About { $count } seconds aloud, where { $most } is a good most. Nothing is cut.
    .v3 = That is about { $count } seconds of talking; many voicemails stop soon after { $most }. It is your text, and it stays.
