"""Content: scams, register values, places, campaigns, and the leaflet made of them. It has nothing to do with files or paper."""
