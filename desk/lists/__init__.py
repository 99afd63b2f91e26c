"""News, events and topics as flat lists: found by year, topic, stream, status and words, and changed many at once."""
