package dev.plantwright.plugins.namespace;

import dev.plantwright.api.controls.Sparkline;
import dev.plantwright.live.Spark;
import dev.plantwright.live.rows.Row;

/** The last five minutes as a line; drawn anew once a second, or when another row is shown. */
final class SparkCell extends LiveCell {
  private static final long REDRAW_MS = 1_000;

  private final Sparkline line = new Sparkline();
  private final SparkPoints points = new SparkPoints();
  private int shownRow = -1;
  private long shownMs;

  SparkCell(RowTable table) {
    super(table);
    line.setPrefSize(148, 20);
  }

  @Override
  void show(Row row) {
    if (!RowWords.isValue(row)) {
      clear();
      return;
    }
    long now = table().rows().nowMs();
    if (row.row() == shownRow && Math.abs(now - shownMs) < REDRAW_MS && getGraphic() == line) {
      return;
    }
    shownRow = row.row();
    shownMs = now;
    boolean any = points.read(table().latest(), row.reading(), now);
    if (!any) {
      setGraphic(null);
      return;
    }
    boolean old = RowWords.isStale(row) || !RowWords.hasValue(row);
    line.show(points.values(), Spark.BUCKETS, old);
    if (getGraphic() != line) {
      setGraphic(line);
    }
  }

  @Override
  void clear() {
    shownRow = -1;
    setGraphic(null);
  }
}
