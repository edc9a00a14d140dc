### A person instead: a note to the community's staff. Have every change here read by somebody who answers such notes.

talk-to-staff-how = I am a program. A person at { $place } can read a note from you: I pass it on, and you see every word before it goes. Or contact them yourself.
    .v2 = There are people at { $place } for that. I can take a note to them, only what you write and only after your yes. Or you reach them yourself.
    .v3 = Yes, there is a person for you at { $place }. Shall I pass a note on, which you see first, or do you want to contact them yourself?
    .short = Pass a note on, or contact them yourself?
    .why = Nothing you tell me goes to anybody by itself. So whether a person hears of it, and what, is yours to say.
    .note = Pass a note on
    .note-like = pass it on | pass a note | a note | write to them | send a note
    .myself = I contact them myself
    .myself-like = myself | my self | on my own | call them | their contact | how do i reach
    .not-now = Not now
    .not-now-like = not now | no | leave it | rather not | never mind

talk-to-staff-called = Which name shall stand above it? Any name you like, or none.
    .v2 = What name do you want above the note? It can be any, or none at all.
    .v3 = Under which name shall they read it? Your own, another, or none.
    .short = Which name, or none?
    .why = They see the name you choose and no other; your answer finds you either way.
    .no-name = No name
    .no-name-like = no name | none | anonymous | without a name | without | nobody | no

talk-to-staff-note = What do you want them to read? Write it as it shall stand; what you told me before is not in it.
    .v2 = Write the note now, in your words. Nothing of what you told me is added.
    .v3 = What shall it say? Only what you write next goes into it.
    .short = What shall the note say?
    .why = Staff know nothing of what you told me. Only this message is for them.
    .leave = Leave it
    .leave-like = leave it | never mind | forget it | nothing | no note

talk-to-staff-anew = Then write it again as it shall stand, the whole note.
    .v2 = Write the whole note once more, the way you want it.
    .v3 = How shall it read instead? Send me all of it.
    .short = The whole note, once more?
    .why = I change nothing in it by myself, so that it stays your note.
    .name = Another name
    .name-like = name | the name | another name | a different name | change the name | only the name
    .leave = Leave it
    .leave-like = leave it | never mind | forget it | nothing | no note

talk-to-staff-shorter = That has { $count } letters, and { $most } fit. Can you say it in fewer?
    .v2 = It is too long to be sent whole: { $count } letters, and there is room for { $most }. A shorter one?
    .v3 = { $most } letters fit into a note, and this has { $count }. Write me a shorter one?
    .short = A shorter note, up to { $most } letters?
    .why = It has to fit into one message, and I leave nothing out for you.
    .leave = Leave it
    .leave-like = leave it | never mind | forget it | nothing | no note

talk-to-staff-send = This goes out, word for word. Staff of { $place } read it in a private channel { $surface ->
        [slack] on Slack, and Slack keeps it.
       *[discord] on Discord, and Discord keeps it.
    } Their answer comes to you here. Send it?
    .v2 = That is all they will see. It goes to a private channel { $surface ->
        [slack] on Slack, which keeps it;
       *[discord] on Discord, which keeps it;
    } the staff of { $place } read there, and what they answer I bring you. Shall I send it?
    .v3 = Word for word, this is what the staff of { $place } get, in a private channel { $surface ->
        [slack] on Slack. Slack keeps a copy.
       *[discord] on Discord. Discord keeps a copy.
    } I bring you their answer. Does it go?
    .short = Send it to the staff of { $place }?
    .why = What is sent has been read as soon as somebody looks, so I ask before.
    .yes = Yes, send it
    .yes-like = send it | send | go ahead | pass it on | it goes
    .change = Change it
    .change-like = change | edit | different | not yet | rewrite | another name
    .leave = Leave it
    .leave-like = leave it | don't | dont | do not | no | never mind | drop it

talk-to-staff-contact = Here you reach them: { $staff }. What you wrote here stays here; what they hear is up to you.
    .v2 = { $staff }: that is whom you can turn to. They know nothing of what you told me.
    .v3 = You can turn to { $staff }. Say as much as you like; nothing went ahead of you.

talk-to-staff-no-contact = They have put no address or number here, so ask them where you usually meet them. A note through me works as well: "pass a note on".
    .v2 = No contact of theirs is set up with me. You may know where they sit; or say "pass a note on", and I take one.
    .v3 = How to reach them they have not told me. If you do not know either, "pass a note on" is a way.

talk-to-staff-too-many = { $count } notes of yours wait for an answer already, and more I do not pass on at once. "Take my note back" makes room.
    .v2 = They have { $count } notes of yours to answer; that is as many as I pass on. You can take one back: "take my note back".
    .v3 = { $count } notes from you are with them and open. One more goes when one is answered, or after "take my note back".

talk-to-staff-passed-on = It is on its way to them. If it does not get there, I tell you. "Take my note back" removes it from their channel.
    .v2 = Sent. Should it not arrive, you hear it from me; and "take my note back" takes it out of their channel again.
    .v3 = Off it goes. I tell you if it fails. You can have it removed from their channel: "take my note back".

talk-to-staff-not-sent = Nothing was sent. "Pass a note on" is there whenever you want it.
    .v2 = Then nothing goes out. Say "pass a note on" if you want to, another time.
    .v3 = All right, nothing has left this chat. "Pass a note on" works at any time.

talk-to-staff-title = To the staff of { $place }
talk-to-staff-your-community = your community
talk-to-staff-from = From { $name }:
talk-to-staff-from-nobody = From a member who gives no name:
talk-to-staff-no-name = a member who gives no name
talk-to-staff-report = A report from { $name } ({ $id }) about their practice partner { $partner } ({ $partner_id }):
