package dev.plantwright.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The past of value rows, per time bucket, for charts. What every row keeps of its last five
 * minutes is {@link Latest#spark}; a chart asks for more with {@link Live#series}. Confined to the
 * writing thread.
 */
final class Summary implements RowWriter.Watcher {
  private final Tree tree;
  private final Latest latest;
  private final Map<Integer, List<Series>> byRow = new HashMap<>();
  private final List<Series> waiting = new ArrayList<>();
  private int known;

  Summary(Tree tree, Latest latest) {
    this.tree = tree;
    this.latest = latest;
  }

  @Override
  public void number(int row, double number, long epochMs) {
    for (Series series : byRow.getOrDefault(row, List.of())) {
      series.add(number, epochMs);
    }
  }

  void add(Series series, long nowMs) {
    if (!attach(series, nowMs)) {
      waiting.add(series);
    }
  }

  void remove(Series series) {
    waiting.remove(series);
    byRow.values().forEach(list -> list.remove(series));
    byRow.entrySet().removeIf(entry -> unwatched(entry.getKey(), entry.getValue()));
  }

  /** Looks whether rows that somebody waits for have come since. */
  void rowsAdded(long nowMs) {
    if (!waiting.isEmpty() && tree.size() != known) {
      known = tree.size();
      waiting.removeIf(series -> attach(series, nowMs));
    }
  }

  private boolean attach(Series series, long nowMs) {
    int row = latest.find(series.topic(), series.member());
    if (row == Latest.NONE) {
      return false;
    }
    past(series, row, nowMs);
    byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(series);
    tree.page(row).watched[row & Page.MASK] = true;
    return true;
  }

  private void past(Series series, int row, long nowMs) {
    float[] spark = new float[Spark.BUCKETS];
    latest.spark(row, nowMs, spark);
    long newest = nowMs - nowMs % Spark.BUCKET_MS;
    for (int k = 0; k < spark.length; k++) {
      if (!Float.isNaN(spark[k])) {
        series.addPast(spark[k], newest - (spark.length - 1 - k) * Spark.BUCKET_MS);
      }
    }
    Reading reading = latest.read(row);
    if (reading.valueMs() > 0) {
      series.add(latest.number(row), reading.valueMs());
    }
  }

  private boolean unwatched(int row, List<Series> list) {
    if (list.isEmpty()) {
      tree.page(row).watched[row & Page.MASK] = false;
    }
    return list.isEmpty();
  }
}
