"""Who passes when something is asked at the camera: a puppet that hears the page, and what only looks so."""
