"""What the web server answers besides the application: headers, addresses of slices, pictures and slides."""
