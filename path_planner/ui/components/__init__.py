"""What several pages share: fields, buttons, lists, messages."""
