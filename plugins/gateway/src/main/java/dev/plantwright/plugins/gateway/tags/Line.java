package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.TagRef;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Tag;
import dev.plantwright.plant.tags.TagRow;
import dev.plantwright.sites.deploy.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line of the tag table on screen. */
sealed interface Line {
  String group();

  /**
   * The bar over the tags of a group.
   *
   * @param facts interval, tags and requests in words
   */
  record Bar(String group, String interval, String facts, boolean open) implements Line {}

  /**
   * A row of the file.
   *
   * @param cells as written, by column
   * @param tag empty while the row has an error
   */
  record Entry(
      TagRef ref,
      TagRow row,
      Map<String, String> cells,
      Optional<Tag> tag,
      List<Problem> problems,
      Optional<Change> change)
      implements Line {
    @Override
    public String group() {
      return ref.group();
    }

    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /** A tag that is not in the file any more and still runs. */
  record Gone(TagRef ref, Change change) implements Line {
    @Override
    public String group() {
      return ref.group();
    }

    /** What the site has, piece by piece: address, type, use. */
    String piece(int at) {
      String[] pieces = change.before().orElse("").split(", ");
      return at < pieces.length ? pieces[at] : "";
    }
  }
}
