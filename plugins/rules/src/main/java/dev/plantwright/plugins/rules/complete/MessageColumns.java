package dev.plantwright.plugins.rules.complete;

import dev.plantwright.live.Meaning;
import dev.plantwright.live.Meanings;
import dev.plantwright.live.PayloadLine;
import dev.plantwright.live.PayloadReader;
import dev.plantwright.live.Value;
import java.util.ArrayList;
import java.util.List;

/** The columns that a message shows a stream to have. */
final class MessageColumns {
  private static final int MOST = 300;
  private static final int LONGEST_VALUE = 24;

  private final Meanings meanings;
  private final PayloadReader reader = new PayloadReader();

  MessageColumns(Meanings meanings) {
    this.meanings = meanings;
  }

  List<Column> of(String stream, String topic, byte[] payload) {
    List<Column> columns = new ArrayList<>();
    List<String> path = new ArrayList<>();
    int list = Integer.MAX_VALUE;
    for (PayloadLine line : reader.lines(payload, MOST)) {
      if (line.depth() > list) {
        continue;
      }
      list = line.kind() == PayloadLine.Kind.LIST ? line.depth() : Integer.MAX_VALUE;
      while (path.size() > line.depth()) {
        path.removeLast();
      }
      path.add(line.name());
      columns.add(new Column(stream, path, type(line), now(topic, line)));
    }
    return columns;
  }

  private static String type(PayloadLine line) {
    return switch (line.kind()) {
      case OBJECT -> "STRUCT";
      case LIST -> "ARRAY";
      case TEXT -> "STRING";
      case NUMBER -> line.text().matches("-?[0-9]+") ? "BIGINT" : "FLOAT";
      case WORD -> line.text().equals("null") ? "" : "BOOLEAN";
    };
  }

  private String now(String topic, PayloadLine line) {
    return switch (line.kind()) {
      case OBJECT, LIST -> "";
      case NUMBER -> number(topic, line);
      case TEXT, WORD ->
          line.text().length() <= LONGEST_VALUE
              ? line.text()
              : line.text().substring(0, LONGEST_VALUE) + "…";
    };
  }

  /** A number as the namespace shows it. What a report holds in values stands below its topic. */
  private String number(String topic, PayloadLine line) {
    String member = line.path().replaceFirst("^values\\.", "").replace('.', '/');
    Meaning meaning = meanings.of(topic + "/" + member);
    boolean whole = line.text().matches("-?[0-9]{1,18}");
    Value value =
        whole
            ? new Value.Whole(Long.parseLong(line.text()))
            : new Value.Real(Double.parseDouble(line.text()));
    String text = meaning.show(value);
    return meaning.unit().isEmpty() ? text : text + " " + meaning.unit();
  }
}
