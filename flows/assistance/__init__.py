"""Social assistance (社会救助): what one application with one authorisation letter (一证一书) needs."""
