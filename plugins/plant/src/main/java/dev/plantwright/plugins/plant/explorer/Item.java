package dev.plantwright.plugins.plant.explorer;

import java.util.List;
import java.util.Optional;

/**
 * A line of the plant explorer: a thing, not a file.
 *
 * @param key unique, stays the same when the plant is read anew
 * @param file plant file that opens it
 * @param folder problems of files below it count for it; the file itself if there is none
 */
record Item(
    String key,
    String title,
    String icon,
    Optional<String> file,
    Optional<String> folder,
    Kind kind,
    List<Item> children) {
  /** What decides where its state comes from. */
  enum Kind {
    PLANT,
    HEADING,
    FILE,
    NODE,
    STREAM,
    RULE,
    DEVICE
  }

  Item {
    children = List.copyOf(children);
  }

  static Item heading(String title, String icon, String folder, List<Item> children) {
    return new Item(
        "heading:" + folder,
        title,
        icon,
        Optional.empty(),
        Optional.of(folder),
        Kind.HEADING,
        children);
  }

  static Item leaf(Kind kind, String title, String icon, String file) {
    return new Item(
        kind + ":" + title, title, icon, Optional.of(file), Optional.empty(), kind, List.of());
  }

  /** Whether a problem in this file counts for it. */
  boolean covers(String problemFile) {
    return folder.filter(problemFile::startsWith).isPresent()
        || file.filter(problemFile::equals).isPresent();
  }
}
