"""What may tell who somebody is: found, taken out, and told before anything is printed."""
