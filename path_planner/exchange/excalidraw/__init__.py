"""The elements of Excalidraw, the drawing program on the wall, made of our marks and back."""
