"""Pure adapters between our marks and foreign formats."""
