"""How an editor finds a page again: by its address, in a chooser, by what links to it."""
