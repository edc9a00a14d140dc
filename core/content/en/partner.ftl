### A practice partner found, given up, reported.

partner-suits = Does that suit you?
    .v2 = Can you make it?
    .v3 = Is that all right with you?
    .short = Does it suit you?
    .why = If not, { $name } should know in time.
    .yes = It suits me
    .yes-like = suits me | good | great | fine | i can | perfect | i'll be there
    .cannot = I can't after all
    .cannot-like = i can't | i cant | cannot | doesn't suit | doesnt suit | no partner | not any more
    .report = Report my partner
    .report-like = report | report them | report him | report her

partner-again = Shall I look for somebody else? I only need the times you can.
    .v2 = Do you want me to look for another one? With new times it is quickly done.
    .v3 = Another try, with times that suit you now?
    .short = Look for somebody else?
    .why = It was not about you, and somebody else may fit.
    .yes = Look again
    .yes-like = look again | look | again | find another | somebody else
    .no = No, thanks
    .no-like = no thanks | leave it | enough

partner-settled = Then write { $name } a line, so that both of you know where: a call, a chat, a bench. "No partner" still gets you out of it.
    .v2 = Settled. One of you begins, why not you: a line to { $name } about how you meet. If it becomes too much, say "no partner".
    .v3 = Write to { $name } how you want to do it, by phone or here. And if you cannot after all, "no partner" is enough.

partner-given-up = { $name } hears from me that you cannot, and not why. Nothing more comes about it.
    .v2 = I let { $name } know, kindly and without a reason. It is off your list.
    .v3 = Done: { $name } is told that it does not work out, and no more.

partner-not-again = Then not. Saying the answers aloud by yourself counts too. "Find me a partner" works at any time.
    .v2 = Fine. A friend or the wall will do as well; and "find me a partner" is still there.
    .v3 = All right. By yourself works too, standing up and aloud. If you want one later: "find me a partner".

partner-report = From now on I never bring you and { $name } together, and the practice is off; { $name } hears only that it does not work out. Now to what staff shall know.
    .v2 = You and { $name } are not paired again, and this meeting is cancelled without a reason. Staff hear only what you write now.
    .v3 = It ends here: no meeting with { $name }, now or later, and they are not told why. What staff learn is yours to write.

partner-nobody-reads = You and { $name } are never paired again, and the practice is off. I have nobody here to pass a report on to: if something happened, tell the people who run this place, and keep the messages.
    .v2 = The practice is off, and { $name } is not brought to you again. No staff are set up with me for reports, so please tell those who run this place, and keep what was written.
    .v3 = That meeting is cancelled, and I do not pair you with { $name } any more. A report I cannot pass on here; those who run this place can act, and your messages with { $name } show what happened.
