package dev.plantwright.sql.plan;

import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.row.Frame;
import dev.plantwright.sql.row.RowLayout;
import dev.plantwright.sql.run.Output;
import dev.plantwright.sql.run.Program;
import dev.plantwright.sql.run.Run;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** A statement that can run; immutable. */
public final class Plan {
  private final Statement.Create source;
  private final Program program;
  private final List<PlanNode> nodes;
  private final List<String> outputs;

  Plan(Statement.Create source, Program program, List<PlanNode> nodes, List<String> outputs) {
    this.outputs = outputs;
    this.source = source;
    this.program = program;
    this.nodes = nodes;
  }

  /** The stream it reads. */
  public Statement.Create source() {
    return source;
  }

  /** The layout of the rows its runs take. */
  public RowLayout layout() {
    return program.layout();
  }

  /** Names of its operators in the order of the flow, such as {@code filter, project}. */
  public List<String> operators() {
    return program.operators();
  }

  /** Names of the members of its results, as far as they are known; without those of a star. */
  public List<String> outputs() {
    return outputs;
  }

  /** The plan as the product explains it: one line a node, from the result to the source. */
  public String explain() {
    return PlanNode.explain(nodes);
  }

  /** A run that begins at the clock's present time; the clock is not asked again. */
  public Run run(String ruleId, InstantSource clock, ZoneId zone, Output output) {
    return new Run(program, new Frame(ruleId, clock.millis(), zone), output);
  }
}
