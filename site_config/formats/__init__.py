"""How moments are written in the admin: never without their zone. Public pages write their own."""
