"""Many readers at once: a driver that speaks with the server as their browsers would."""
