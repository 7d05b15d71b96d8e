"""The bar over everything: who this is, finding, how the connection is, who I am."""
