"""Who works here: accounts and invitations, who may do what, review, and the mail people get."""
