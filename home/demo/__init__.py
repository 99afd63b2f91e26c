"""A sample site about an invented country: built by `build_demo`, taken away by `clear_demo`."""
