"""Methods of gathering as data and words: each module that defines METHOD is one."""
