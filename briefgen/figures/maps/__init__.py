"""What a map is made of: projection, extent, outlines, numbers by place, labels."""
