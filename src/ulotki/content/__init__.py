"""Content: scams, register values, places, campaigns, and the leaflet made of them. It knows no files and no paper."""
