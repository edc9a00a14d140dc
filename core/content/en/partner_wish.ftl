### Looking for another member to practise with. What the other one learns is said before the yes, all of it.

partner-wish-agree = Another member of { $place } who also wants to practise can be your partner, if both of you agree. They learn the name you choose, your account { $surface ->
        [slack] on Slack,
       *[discord] on Discord,
    } so that you can write to each other, and the hour. Nothing else. Shall I look?
    .v2 = I can look for another member of { $place } who wants to practise too. You would each learn a name the other chose, the account { $surface ->
        [slack] on Slack,
       *[discord] on Discord,
    } and the hour you both can; nothing else of what you told me. You can leave at any time. Look for one?
    .v3 = There may be somebody at { $place } who has an interview ahead as well. What they would learn: a name you choose, your account { $surface ->
        [slack] on Slack
       *[discord] on Discord
    } to write to you, and the hour. No more than that. Do you want it?
    .short = Look for another member to practise with?
    .why = Two people who both have an interview ahead can ask each other the questions.
    .yes = Yes, look for one
    .yes-like = look for one | find one | find me one | go ahead
    .no = No, thanks
    .no-like = no thanks | rather not | i'd rather not | leave it

partner-wish-called = Which name shall they read? A first name is enough.
    .v2 = What shall your partner call you? Any name you like.
    .v3 = Under which name do they meet you? A first name will do.
    .short = Which name?
    .why = They have to call you something; it need not be your full name.
    .leave = Leave it
    .leave-like = leave it | never mind | forget it

partner-wish-day = On which day could you? It takes an hour at most.
    .v2 = Which day suits you, for up to an hour?
    .v3 = When could you? Begin with a day; an hour is enough.
    .short = Which day?
    .why = You are paired with somebody who can at the same time.

partner-wish-another-day = Another time as well? More of them make it likelier that somebody fits.
    .v2 = Is there another day you could? Each one raises the chance.
    .v3 = And another one? With several it is easier to find somebody.
    .short = Another day, or is that all?
    .why = You are paired with somebody who can at the same time, so more times help.
    .enough = That is all
    .enough-like = that's all | thats all | enough | no more | only that | no | done

partner-wish-part = At what time on { DAY($on) }?
    .v2 = { DAY($on) }: which part of the day?
    .v3 = And when on { DAY($on) }?
    .short = Which part of the day?
    .why = The full hour in it that suits both of you becomes the time.
    .morning = Morning, 10 to 12
    .morning-like = morning | before noon
    .afternoon = Afternoon, 13 to 17
    .afternoon-like = afternoon | after lunch
    .evening = Evening, 18 to 21
    .evening-like = evening | after work | night
    .all-day = Any of these
    .all-day-like = any | whenever | all day | any time | anytime | doesn't matter

partner-wish-send = That is all they learn, with the hour. You can { $times }. Shall I look, for seven days at most?
    .v2 = So you can { $times }. Your partner sees what stands above and the hour you both can. Look now, for up to seven days?
    .v3 = You can { $times }. What stands above goes to the one who is found, with the hour, and to nobody else. Start looking? I stop after seven days.
    .short = Start looking?
    .why = It goes to another person, so I ask once more.
    .yes = Yes, look
    .yes-like = look | start | go ahead | send it
    .name = Another name
    .name-like = another name | change the name | different name
    .leave = Leave it
    .leave-like = leave it | don't | dont | no | never mind

partner-wish-looking = I look, and write as soon as somebody fits. "No partner" ends it at any time.
    .v2 = I am looking now, and tell you either way. You can say "no partner" whenever you like.
    .v3 = You are on the list, and hear from me when there is somebody, or when there was nobody. "No partner" takes you off.

partner-wish-not-looking = Then I look for nobody. "Find me a partner" works another time.
    .v2 = All right, nobody hears of it. If you want it later: "find me a partner".
    .v3 = Left. Say "find me a partner" if you change your mind.

partner-wish-on = { DAY($on) }
partner-wish-at = on { DAY($on) } { $part ->
        [morning] in the morning
        [afternoon] in the afternoon
        [evening] in the evening
       *[all-day] at any time
    }
partner-wish-learns = What your partner learns
partner-wish-learns-name = Your name: { $name }.
partner-wish-learns-account = Your account { $surface ->
        [slack] on Slack, as everybody here sees it.
       *[discord] on Discord, as everybody here sees it.
    }
