### The community's links, when something has come to its end.

links-further = For whenever you want to look further: { $links }
    .v2 = No hurry with these, they are for later: { $links }
    .v3 = When it is time for the next one: { $links }
links-jobs = jobs at { $address }
links-job-search = how to search at { $address }
links-careers-advice = free careers advice at { $address }
