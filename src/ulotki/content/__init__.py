"""What we say: scams, numbers, places, campaigns, and the leaflet they become. No files, no paper."""
