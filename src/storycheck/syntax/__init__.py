"""From text to trees: story files, words, tags, the parser. The only room that imports lark."""
