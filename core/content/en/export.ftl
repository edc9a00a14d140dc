### The file a person keeps.

export-title = My interviews
export-made = Made on { $on } at { TIME($at) }, { $clock } time. What is set off is in your words.
export-nothing = Nothing has been told yet.
export-coming = Still to come
export-entry = Rebound: { $about }
export-entry-why = Rebound writes to you then; there is nothing to prepare. When the day or the hour changes, this entry does not move with it.
