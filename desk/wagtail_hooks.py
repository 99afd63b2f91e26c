"""What the editors' desk adds to Wagtail; each file registers its own part."""
