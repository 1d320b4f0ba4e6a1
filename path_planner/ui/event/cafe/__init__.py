"""The pages World Café and Harvest, and what the shared screen shows of them."""
