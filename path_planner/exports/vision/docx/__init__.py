"""The plan for those who must edit it: what the chapters tell, written as a word processor's."""
