### Just talking, with the questions set aside.

telling-told = I keep it as you write it, so that nothing is asked twice. Say "that's all" when you are through.
    .v2 = It stays in your words. When it is all out, say "that's all".
    .v3 = I will not break in with questions. "That's all" is the end of it.
    .short = Tell it as it comes.
    .why = Your own order is as good as mine.
    .enough = That's all
    .enough-like = that's all | thats all | that is all | that's it | thats it | i'm done | finished | the end | nothing else | nothing more | go on

telling-heard = { $what ->
        [told-already] You had already told somebody that you had it. That makes it harder to carry.
        [family] There are people at home in this as well. That makes it weigh more.
        [long] That is a long time to keep at it. It would wear anybody out.
        [money] With money in it too, it is more than one job.
        [talked-over] To be treated like that in there is galling, and you may be cross about it.
        [hoped] You had reason to hope. That is a long way to fall.
        [anger] That is anger, and it may be said here as it is.
       *[tired] That is tiring, and it may be said.
    }
    .v2 = { $what ->
        [told-already] And somebody has heard from you that it was yours. That is a hard thing on top.
        [family] It is not only about you, then; somebody at home is in it too. That is a lot.
        [long] So long, and then this. That is a lot to carry.
        [money] Then there is money in it as well, and that does not wait.
        [talked-over] Nobody should have to sit through that.
        [hoped] To have hoped so, and then this: that hurts.
        [anger] You are angry. Nothing here has to be polite.
       *[tired] You are worn out by it. That is allowed.
    }
    .v3 = { $what ->
        [told-already] You said it was yours before it was, because you believed it. That stings twice.
        [family] And somebody at home is part of it. That is no small thing.
        [long] That is long. No wonder that it gets to you.
        [money] And it has to be paid for, all of it. That presses.
        [talked-over] That was no way to treat you.
        [hoped] You believed it, with reason. Then it is a hard drop.
        [anger] That makes you angry, and it may.
       *[tired] It has tired you out. No wonder.
    }

telling-more = I am listening. More, or was that all?
    .v2 = Take your time. Is there more to it?
    .v3 = It stays in your words. What else, if anything?
    .short = More, or that's all?
    .why = You end it, not I.
    .enough = That's all
    .enough-like = that's all | thats all | that is all | that's it | thats it | i'm done | finished | the end | nothing else | nothing more | go on

telling-kept = All of that is kept as you told it.
    .v2 = It stands here in your words now.
    .v3 = Nothing of that is lost.
