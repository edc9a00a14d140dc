### Just talking, with the questions set aside.

telling-told = I keep it as you write it, so that nothing is asked twice. Say "that's all" when you are through.
    .v2 = It stays in your words. When it is all out, say "that's all".
    .v3 = I will not break in with questions. "That's all" is the end of it.
    .short = Tell it as it comes.
    .why = Your own order is as good as mine.
    .enough = That's all
    .enough-like = that's all | thats all | that is all | that's it | thats it | i'm done | finished | the end | nothing else | nothing more | go on

telling-more = I have that. More, or was that all?
    .v2 = That is kept too. Is there more to it?
    .v3 = Kept, in your words. What else, if anything?
    .short = More, or that's all?
    .why = You end it, not I.
    .enough = That's all
    .enough-like = that's all | thats all | that is all | that's it | thats it | i'm done | finished | the end | nothing else | nothing more | go on

telling-kept = All of that is kept as you told it.
    .v2 = It stands here in your words now.
    .v3 = Nothing of that is lost.
