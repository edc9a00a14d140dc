### Whose links and contacts to give, where somebody came here from more than one place.

whose-links = You came here from more than one place, and each has its own links and people. Whose shall I use?
    .v2 = More than one place has sent you here. Which of them do you want links and contacts from?
    .v3 = I know of more than one place that you belong to. Whose help shall I point you to?
    .short = Whose links and people shall I use?
    .why = Each place points to its own jobs and its own staff; with the wrong one you would knock at a door where nobody knows you.

whose-links-chosen = From now on I use what { $name } has set up. "Use the links of", with another name, changes it.
    .v2 = Then links and people are those of { $name }. To change it, say "use the links of" and the other name.
    .v3 = Noted: { $name }. It stays so until you say "use the links of" with another name.
