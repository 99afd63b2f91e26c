"""What happens by itself: publishing and expiry at their moment, and tidying up.

`lease` says who works, `publishing` and `tidying` are the work, `rounds` does what is due, `loop`
goes on doing it, `watch` says whether all is well.
"""
