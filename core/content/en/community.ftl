### What several pages for staff share.

community-back = Back
