"""What happens by itself: publishing and expiry at their moment, asking about old notices, tidying up.

`lease` says who works, `publishing`, `reminding` and `tidying` are the work, `rounds` does what is
due, `loop` goes on doing it, `watch` says whether all is well.
"""
