"""What people take away: each module that defines EXPORT writes one kind of file."""
