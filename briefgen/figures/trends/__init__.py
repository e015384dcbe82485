"""What a trend is made of: bins of time, what is counted in them, and how it is drawn and told."""
