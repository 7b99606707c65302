package dev.plantwright.plugins.namespace;

import dev.plantwright.api.ValueRef;
import dev.plantwright.api.controls.Status;
import dev.plantwright.live.Format;
import dev.plantwright.live.Latest;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Quality;
import dev.plantwright.live.Reading;
import dev.plantwright.live.Value;
import dev.plantwright.live.rows.Row;
import java.util.Optional;

/** What the cells of a row say. */
final class RowWords {
  private RowWords() {}

  static boolean isValue(Row row) {
    return row.reading().kind() == Reading.Kind.VALUE;
  }

  static String name(Row row) {
    return row.name().isEmpty() ? "(empty level)" : row.name();
  }

  static String value(Row row) {
    if (!isValue(row)) {
      return row.branch() ? topics(row.topics()) : Format.NOTHING;
    }
    return hasValue(row) ? row.meaning().show(row.reading().value()) : Format.NOTHING;
  }

  /** Whether a value is shown: not while the publisher says that there is none. */
  static boolean hasValue(Row row) {
    return !(row.reading().value() instanceof Value.Missing)
        && row.quality().state() != Quality.State.BAD
        && row.quality().state() != Quality.State.NONE;
  }

  static String unit(Row row) {
    return isValue(row) ? row.meaning().unit() : "";
  }

  static String rate(Row row) {
    return isValue(row) || row.topics() > 0 ? Format.rate(row.perSecond()) : "";
  }

  static String age(Row row, long nowMs) {
    return row.latestMs() == 0 ? Format.NOTHING : Format.age(nowMs - row.latestMs());
  }

  static String quality(Row row) {
    return isValue(row) ? row.quality().word() : "";
  }

  static boolean isStale(Row row) {
    return isValue(row) && row.quality().state() == Quality.State.STALE;
  }

  /** Words are written as machines read them: states, true and false. */
  static boolean isWord(Row row) {
    Value value = row.reading().value();
    return value instanceof Value.Text
        || value instanceof Value.Flag
        || !row.meaning().states().isEmpty();
  }

  static String topics(int count) {
    return Format.count(count) + (count == 1 ? " topic" : " topics");
  }

  static Status status(Quality.State state) {
    return switch (state) {
      case NONE -> Status.NO_VALUE;
      case GOOD -> Status.GOOD;
      case UNCERTAIN -> Status.UNCERTAIN;
      case STALE -> Status.STALE;
      case BAD -> Status.BAD;
    };
  }

  /** The icon of a row by its rank in the plant. */
  static String icon(Row row) {
    return row.meaning()
        .level()
        .map(RowWords::icon)
        .orElse(isValue(row) ? "mdi2t-tag-outline" : "mdi2f-file-tree");
  }

  static ValueRef ref(Latest latest, int row) {
    String member = latest.member(row);
    return new ValueRef(
        latest.topic(row), member.isEmpty() ? Optional.empty() : Optional.of(member));
  }

  private static String icon(Meaning.Level level) {
    return switch (level) {
      case ENTERPRISE -> "mdi2d-domain";
      case SITE -> "mdi2m-map-marker-outline";
      case AREA -> "mdi2s-select-group";
      case LINE -> "mdi2t-transit-connection-horizontal";
      case CELL, ASSET -> "mdi2r-robot-industrial";
    };
  }
}
