"""The plan for those who must edit it: the chapters' blocks, written as a word processor's."""
