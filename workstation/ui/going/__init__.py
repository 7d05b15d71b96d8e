"""Going back and forward like in a browser, and links that open the desk."""
