"""The community plan: each module is a chapter, or something that chapters are made of."""
