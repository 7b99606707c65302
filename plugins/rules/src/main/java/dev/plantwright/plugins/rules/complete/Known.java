package dev.plantwright.plugins.rules.complete;

import java.util.List;

/** What can be named in a statement; immutable. */
public record Known(List<Stream> streams) {
  /**
   * A stream or table.
   *
   * @param source where its rows come from, such as a topic
   */
  public record Stream(String name, String source, List<Column> columns) {
    public Stream {
      columns = List.copyOf(columns);
    }
  }

  public Known {
    streams = List.copyOf(streams);
  }
}
