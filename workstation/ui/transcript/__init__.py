"""What was said on a contact, painted by hand so that a long one opens as fast as a short one."""
