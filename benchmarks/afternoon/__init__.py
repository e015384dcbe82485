"""What the peers print: one script and one template each, as somebody would write them who needs a page by tonight."""
