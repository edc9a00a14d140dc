### The note, at the hour that was named for it.

note-due-ready = The note to { $reader } is ready. A minute to read it, and then it can go.
    .v2 = Here comes the note to { $reader }, whenever you want to look at it.
    .v3 = The note to { $reader } lies here, a minute's reading.
    .short = Shall I show you the note to { $reader }?
    .why = A note is read best within a day; that is why I bring it now.
    .now = Show the note
    .now-like = show | show me | see it | the note | read it | yes | ok | okay | go on | now
    .sent = Sent already
    .sent-like = sent it | sent | already sent | it's gone | its gone | it is out | did that | done
    .in-an-hour = In an hour
    .none = No note
    .none-like = no note | none | don't want | not sending | won't send | leave it | drop it

note-due-last-call = The note to { $reader } has not gone yet. Now it is simply a follow-up, and it still does its work; this is the last time I bring it up.
    .v2 = Last call for the note to { $reader }. Two days later it is a follow-up, and still worth sending.
    .v3 = One more time, then no more: the note to { $reader }. It goes out as a follow-up now, and that is fine.
    .short = The note to { $reader }, a last time?
    .why = After two days a note loses much of its use, so I ask once and then let it be.
    .now = Show the note
    .now-like = show | show me | see it | the note | read it | yes | ok | okay | go on | now
    .sent = Sent already
    .sent-like = sent it | sent | already sent | it's gone | its gone | it is out | did that | done
    .tomorrow = Tomorrow
    .none = No note
    .none-like = no note | none | don't want | not sending | won't send | leave it | drop it

note-due-only-call = The note to { $reader } is ready. It goes as a follow-up by now, and it still does its work; I bring it up this once.
    .v2 = Here comes the note to { $reader }. Two days on it is a follow-up, and still worth sending; I ask only now.
    .v3 = The note to { $reader } lies here. It goes out as a follow-up, and that is fine; this is the one time I bring it.
    .short = Shall I show you the note to { $reader }?
    .why = After two days a note loses much of its use, so I ask once and then let it be.
    .now = Show the note
    .now-like = show | show me | see it | the note | read it | yes | ok | okay | go on | now
    .sent = Sent already
    .sent-like = sent it | sent | already sent | it's gone | its gone | it is out | did that | done
    .tomorrow = Tomorrow
    .none = No note
    .none-like = no note | none | don't want | not sending | won't send | leave it | drop it

note-due-first = Two questions first, so that the note fits.
    .v2 = Before I show it, the two things that it stands on.
    .v3 = It needs two answers from you first.

note-due-left-out = No note, then.
    .v2 = Then it stays unsent, and that is fine.
    .v3 = Left out.

note-due-all-said = Then they know what there is to know, and you can leave it with them.
    .v2 = So nothing is missing. The rest is theirs.
    .v3 = Good: all is said. It is their turn.

note-due-read-first = Then one may ask once for a second chance. We can write it now; let the note be read first, and send this a day or two later.
    .v2 = There is one thing more to do, then: ask them once for a second chance. Written today, it had better go a day or two after the note.
    .v3 = For that there is a second chance, asked for once. Let us write it, and leave the note a day or two before it goes.
