package dev.plantwright.sql.run;

import dev.plantwright.sql.function.CallContext.WindowRange;
import dev.plantwright.sql.row.Batch;
import dev.plantwright.sql.row.FilteredGathering;
import dev.plantwright.sql.row.Frame;
import dev.plantwright.sql.row.Gathering;
import dev.plantwright.sql.row.GroupGathering;
import dev.plantwright.sql.row.OutputRow;
import dev.plantwright.sql.row.Row;
import dev.plantwright.sql.row.RowGathering;
import dev.plantwright.sql.row.RowLayout;
import dev.plantwright.sql.value.SqlError;
import dev.plantwright.sql.window.Window;
import dev.plantwright.sql.window.WindowReceiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One execution of a plan. It pulls no data and owns no thread: whoever owns it feeds rows and
 * time, always from one thread at a time.
 *
 * <p>Rows that cannot be evaluated are dropped and reported; only a {@link
 * dev.plantwright.sql.value.SqlPanic} ends the run.
 */
public final class Run {
  private final Program program;
  private final Frame frame;
  private final Output output;
  private final Map<String, Counters> counters = new LinkedHashMap<>();
  private final Optional<Window> window;

  /**
   * Begins at the frame's time.
   *
   * @param output called on the thread that feeds the run
   */
  public Run(Program program, Frame frame, Output output) {
    this.program = program;
    this.frame = frame;
    this.output = output;
    program.operators().forEach(name -> counters.put(name, new Counters(name)));
    this.window = program.window().map(spec -> spec.open(frame, new Receiver()));
  }

  /** Takes a row; time moves on to the row's timestamp first. */
  public void accept(Row row) {
    advanceTo(row.timestamp());
    if (!passes(row)) {
      return;
    }
    if (window.isPresent()) {
      counters.get("window").received(frame.now());
      window.get().add(row);
    } else if (program.isGrouped()) {
      groupOfOne(row);
    } else {
      finish(new Batch(List.of(row), null));
    }
  }

  /** Moves time on, to milliseconds since 1970; windows that are due fire. Time never goes back. */
  public void advanceTo(long time) {
    frame.advanceTo(time);
    window.ifPresent(w -> w.advanceTo(frame.now()));
  }

  /** When time next matters, in milliseconds since 1970; empty: only rows matter. */
  public OptionalLong nextWake() {
    return window.map(Window::nextWake).orElse(OptionalLong.empty());
  }

  /** What the operators have done, in the order of the flow; may be read from any thread. */
  public List<Counters> counters() {
    return List.copyOf(counters.values());
  }

  /** The layout of the rows that {@link #accept} takes. */
  public RowLayout layout() {
    return program.layout();
  }

  private boolean passes(Row row) {
    if (program.before().isEmpty()) {
      return true;
    }
    Counters filter = counters.get(program.operators().getFirst());
    filter.received(frame.now());
    try {
      boolean passes = program.before().get().test(frame.with(row));
      filter.done(passes ? 1 : 0);
      return passes;
    } catch (SqlError e) {
      fail(filter, e);
      return false;
    }
  }

  private void groupOfOne(Row row) {
    Gathering gathering = new GroupGathering(program.grouping().orElseThrow(), frame);
    gathering.add(row);
    gathering.finish(null).ifPresent(this::finish);
  }

  private final class Receiver implements WindowReceiver {
    @Override
    public Gathering begin() {
      Gathering inner =
          program
              .grouping()
              .<Gathering>map(grouping -> new GroupGathering(grouping, frame))
              .orElseGet(RowGathering::new);
      return program
          .after()
          .<Gathering>map(condition -> new FilteredGathering(condition, frame, inner))
          .orElse(inner);
    }

    @Override
    public void fired(Gathering gathering, WindowRange range) {
      counters.get("window").done(1);
      Optional<Batch> batch;
      frame.within(range);
      try {
        batch = through("filter", program.after().isPresent(), gathering, range);
      } catch (SqlError e) {
        fail(counters.get(program.after().isPresent() ? "filter" : lastBeforeHaving()), e);
        return;
      }
      batch.map(Run.this::withEmptyGroup).ifPresent(Run.this::finish);
    }
  }

  private Optional<Batch> through(
      String operator, boolean present, Gathering gathering, WindowRange range) {
    if (present) {
      counters.get(operator).received(frame.now());
    }
    Optional<Batch> batch = gathering.finish(range);
    if (present) {
      counters.get(operator).done(batch.isPresent() ? 1 : 0);
    }
    return batch;
  }

  private String lastBeforeHaving() {
    return counters.containsKey("aggregate") ? "aggregate" : "window";
  }

  /** An empty window of a query with aggregates but no keys still has a group. */
  private Batch withEmptyGroup(Batch batch) {
    boolean one = program.grouping().filter(g -> g.keys().isEmpty()).isPresent();
    if (!one || !batch.rows().isEmpty()) {
      return batch;
    }
    Row empty = new Row(program.layout().empty(), Map.of(), batch.range().end(), Map.of());
    return new Batch(List.of(empty), batch.range());
  }

  private void finish(Batch batch) {
    frame.within(batch.range());
    List<Row> rows = batch.rows();
    String operator = "aggregate";
    try {
      if (counters.containsKey("aggregate")) {
        pass("aggregate", !rows.isEmpty());
        if (rows.isEmpty()) {
          return;
        }
      }
      operator = "having";
      if (program.having().isPresent()) {
        rows = having(rows);
        if (rows.isEmpty()) {
          return;
        }
      }
      operator = "order";
      rows = ordered(batch, rows);
      operator = "project";
      project(batch, rows);
    } catch (SqlError e) {
      fail(counters.get(operator), e);
    } finally {
      frame.within(null);
    }
  }

  private void pass(String operator, boolean given) {
    Counters passed = counters.get(operator);
    passed.received(frame.now());
    passed.done(given ? 1 : 0);
  }

  private List<Row> having(List<Row> rows) {
    counters.get("having").received(frame.now());
    List<Row> kept = new ArrayList<>();
    for (Row row : rows) {
      if (program.having().orElseThrow().test(frame.with(row))) {
        kept.add(row);
      }
    }
    counters.get("having").done(kept.isEmpty() ? 0 : 1);
    return kept;
  }

  private List<Row> ordered(Batch batch, List<Row> rows) {
    if (program.order().isEmpty()) {
      return rows;
    }
    counters.get("order").received(frame.now());
    List<Row> sorted = rows;
    if (batch.range() != null) {
      try {
        sorted = new Ordering(program.order()).sorted(rows, frame);
      } catch (SqlError e) {
        throw e.in("run Order By error: ");
      }
    }
    counters.get("order").done(1);
    return sorted;
  }

  private void project(Batch batch, List<Row> rows) {
    Counters project = counters.get("project");
    project.received(frame.now());
    long limit = program.limit() < 0 ? Long.MAX_VALUE : program.limit();
    List<OutputRow> results = new ArrayList<>(rows.size());
    for (Row row : rows) {
      boolean within = results.size() < limit;
      results.add(within ? program.projection().project(frame.with(row)) : raw(row));
    }
    boolean given = limit > 0;
    project.done(given ? 1 : 0);
    if (given) {
      output.emitted(results);
    }
  }

  /** Rows beyond the limit of a window follow with the columns they came with. */
  private OutputRow raw(Row row) {
    Map<String, Object> members = new LinkedHashMap<>(row.whole());
    List<String> columns = program.layout().columns();
    for (int i = 0; i < columns.size(); i++) {
      if (row.raw(i) != Row.MISSING) {
        members.put(columns.get(i), row.raw(i));
      }
    }
    return OutputRow.of(members);
  }

  private void fail(Counters operator, SqlError error) {
    operator.failed(error.getMessage(), frame.now());
    output.failed(operator.name(), error.getMessage());
  }
}
