### Some days after a no: what may still be asked, offered once.

after-no-offer = { $what ->
        [feedback] After their no, and only if it helps: you could ask them once what would have made the difference. Or leave it.
        [second-chance] After their no, and only if you want: ask them once for a second chance; it is rare. Or leave it.
        [feedback-more] After their no, and only if it helps: beyond the reason they gave, you could ask once what would have helped most. Or leave it.
        [both-more] After their no, two things are open, neither a must: ask for more about the reason they gave, or ask once for a second chance, which is rare.
       *[both] After their no, two things are open, neither a must: ask what would have made the difference, or ask once for a second chance, which is rare.
    }
    .v2 = { $what ->
        [feedback] As announced: a few lines could ask them what would have made the difference. Only if it is of use to you.
        [second-chance] As announced: one may ask once for a second chance. Few are given; it costs one careful text.
        [feedback-more] As announced: a few lines could ask them for more about the reason they gave. Only if it is of use to you.
        [both-more] As announced, and only if you want it: ask them for more about the reason they gave, or ask once for a second chance, knowing that few are given.
       *[both] As announced, and only if you want it: ask them what would have made the difference, or ask once for a second chance, knowing that few are given.
    }
    .v3 = { $what ->
        [feedback] One thing may still be asked after a no: what would have made the difference. Shall I show you the lines?
        [second-chance] One thing may still be asked after a no: a second chance, once. It seldom comes, and it harms nothing.
        [feedback-more] They gave a reason, and one may ask once for more about it. Shall I show you the lines?
        [both-more] They gave a reason. Two things may still be asked: more about it, or a second chance. Either, or neither?
       *[both] After a no, two things may still be asked: what would have made the difference, or a second chance. Either, or neither?
    }
    .short = { $what ->
        [feedback] Ask them what would have made the difference?
        [second-chance] Ask for a second chance?
        [feedback-more] Ask them for more about the reason?
        [both-more] Ask for more about the reason, ask again, or neither?
       *[both] Ask what would have made the difference, ask again, or neither?
    }
    .why = Both are easier with a day or two in between. I bring it up once and never again.
    .feedback = { $what ->
        [feedback-more] Ask for more about it
        [both-more] Ask for more about it
       *[both] Ask what was missing
    }
    .feedback-like = ask for more | more about the reason | more about it | what was missing | what would have made | feedback | ask what | ask them what | what i lacked
    .second-chance = Ask for a second chance
    .second-chance-like = second chance | another chance | ask again | one more chance | reconsider
    .tomorrow = Tomorrow
    .neither = Neither
    .neither-like = neither | no | nothing | none | leave it | not asking | leave them | let it be
    .leave = Leave it
    .leave-like = neither | no | nothing | none | leave it | not asking | leave them | let it be

after-no-left = Then nothing goes to them, and I leave it there.
    .v2 = Nothing, then. That is a complete answer.
    .v3 = All right, nothing is asked of them. I do not come back to it.

after-no-as-wished = You had wanted to ask them for feedback; today or another day, it can be asked.
    .v2 = Feedback was what you wanted to ask for, and now it can be asked.
    .v3 = You asked about feedback before; after a no it may be asked.
