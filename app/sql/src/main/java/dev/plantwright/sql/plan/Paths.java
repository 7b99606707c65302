package dev.plantwright.sql.plan;

import dev.plantwright.sql.row.Evaluator;
import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members of objects, elements of arrays. */
final class Paths {
  private Paths() {}

  static Evaluator member(Evaluator object, String name) {
    return frame ->
        switch (object.evaluate(frame)) {
          case null -> null;
          case Map<?, ?> map -> map.get(name);
          case List<?> list ->
              throw new SqlError(
                  "the result %s is not a type of map[string]interface{}"
                      .formatted(GoText.of(list)));
          default -> null;
        };
  }

  static Evaluator index(Evaluator array, Evaluator index) {
    return frame -> {
      Object value = array.evaluate(frame);
      Object position = index.evaluate(frame);
      return value == null || position == null ? null : element(list(value), position(position));
    };
  }

  private static Object element(List<?> list, long index) {
    long at = index < 0 ? list.size() + index : index;
    if (at < 0 || at >= list.size()) {
      throw new SqlError("out of index: %d of %d".formatted(index, list.size()));
    }
    return list.get((int) at);
  }

  static Evaluator slice(Evaluator array, Optional<Evaluator> from, Optional<Evaluator> to) {
    return frame -> {
      Object value = array.evaluate(frame);
      if (value == null) {
        return null;
      }
      List<?> list = list(value);
      long start = from.map(e -> position(e.evaluate(frame))).orElse(0L);
      long end = to.map(e -> position(e.evaluate(frame))).orElse((long) list.size());
      return slice(list, start, end, from.isPresent() && to.isPresent());
    };
  }

  /** Equal bounds mean one element, as in the product. */
  private static Object slice(List<?> list, long start, long end, boolean both) {
    if (both && start == end) {
      return element(list, start);
    }
    int size = list.size();
    long first = start < 0 ? size + start : start;
    long last = end < 0 ? size + end : end;
    if (first < 0 || (first >= size && size > 0)) {
      throw new SqlError("start value is out of index: %d of %d".formatted(start, size));
    }
    if (last < 0 || last > size) {
      throw new SqlError("end value is out of index: %d of %d".formatted(end, size));
    }
    if (first > last) {
      throw new SqlError(
          "start cannot be greater than end. start:%d  end:%d".formatted(start, end));
    }
    return new ArrayList<>(list.subList((int) first, (int) last));
  }

  private static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new SqlError(GoText.typed(value) + " is an invalid operation for []");
  }

  private static long position(Object value) {
    return switch (value) {
      case Long number -> number;
      case Double number -> number.longValue();
      case null, default -> throw new SqlError("invalid index " + GoText.typed(value));
    };
  }
}
