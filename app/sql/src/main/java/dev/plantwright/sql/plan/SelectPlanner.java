package dev.plantwright.sql.plan;

import dev.plantwright.sql.ast.BinaryOperator;
import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Expressions;
import dev.plantwright.sql.ast.Field;
import dev.plantwright.sql.ast.SortKey;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.ast.Window;
import dev.plantwright.sql.function.FunctionKind;
import dev.plantwright.sql.function.Functions;
import dev.plantwright.sql.row.Condition;
import dev.plantwright.sql.row.Evaluator;
import dev.plantwright.sql.row.GroupGathering.Grouping;
import dev.plantwright.sql.row.RowLayout;
import dev.plantwright.sql.run.Program;
import dev.plantwright.sql.run.Projection;
import dev.plantwright.sql.run.WindowSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Plans one statement whose source is known. */
final class SelectPlanner {
  private static final Set<Window.Kind> WHERE_BELOW =
      Set.of(
          Window.Kind.TUMBLINGWINDOW,
          Window.Kind.HOPPINGWINDOW,
          Window.Kind.SESSIONWINDOW,
          Window.Kind.STATEWINDOW);

  private final Statement.Select select;
  private final Statement.Create source;
  private final PlanOptions options;
  private final Scope clauses;
  private final Slots slots;
  private final ExpressionCompiler compiler;
  private final boolean whole;

  SelectPlanner(
      String text, Statement.Select select, Statement.Create source, PlanOptions options) {
    this.select = select;
    this.source = source;
    this.options = options;
    this.clauses = Scope.ofClauses(text, select, source);
    this.whole = SourceColumns.wantsWhole(select);
    this.slots = new Slots(SourceColumns.of(select, clauses), select.fields().size());
    this.compiler = new ExpressionCompiler(clauses, slots);
  }

  Plan plan() {
    Optional<WindowSpec> window =
        select.window().map(w -> WindowPlanner.plan(w, clauses, compiler));
    Optional<Expression> before = before();
    Optional<Expression> after = whereIsBelow() ? Optional.empty() : select.where();
    Optional<Condition> beforeCondition = before.map(e -> condition(e, "run Where error: ", true));
    Optional<Condition> afterCondition = after.map(e -> condition(e, "run Where error: ", true));
    List<Evaluator> keys = select.groupBy().stream().map(compiler::compile).toList();
    Projection projection = new Projection(items(), options.sendNull(), options.sendMetadata());
    Optional<Condition> having =
        select.having().map(e -> condition(e, "run Having error: ", false));
    List<Program.Sort> order = select.orderBy().stream().map(this::sort).toList();
    boolean grouped = isGrouped();
    RowLayout layout = new RowLayout(slots.columns(), slots.width(), whole, source.columns());
    Grouping grouping = new Grouping(keys, slots.columns().size(), slots.aggregates());
    Program program =
        new Program(
            layout,
            beforeCondition,
            window,
            afterCondition,
            grouped ? Optional.of(grouping) : Optional.empty(),
            having,
            order,
            projection,
            select.limit().orElse(-1),
            operators(before, after));
    List<String> outputs =
        select.fields().stream()
            .filter(field -> !(field.expression() instanceof Expression.Wildcard))
            .filter(field -> !field.invisible())
            .map(Field::name)
            .toList();
    return new Plan(source, program, nodes(before, after), outputs);
  }

  private boolean isGrouped() {
    return !select.groupBy().isEmpty()
        || select.having().isPresent()
        || select.fields().stream().anyMatch(field -> hasAggregate(field.expression()));
  }

  private static boolean hasAggregate(Expression expression) {
    return Expressions.calls(expression)
        .anyMatch(call -> Functions.kind(call.name()) == FunctionKind.AGGREGATE);
  }

  /** Does WHERE keep rows out of the window, or is it asked when the window fires? */
  private boolean whereIsBelow() {
    return select.window().isEmpty()
        || (WHERE_BELOW.contains(select.window().get().kind()) && !options.eventTime());
  }

  private Optional<Expression> before() {
    Optional<Expression> filter = select.window().flatMap(Window::filter);
    Optional<Expression> where = whereIsBelow() ? select.where() : Optional.empty();
    if (filter.isPresent() && where.isPresent()) {
      Expression a = where.get();
      Expression b = filter.get();
      return Optional.of(new Expression.Binary(BinaryOperator.AND, a, b, a.span().to(b.span())));
    }
    return where.or(() -> filter);
  }

  private Condition condition(Expression expression, String prefix, boolean nullIsFalse) {
    return new Condition(compiler.compile(expression), nullIsFalse, prefix);
  }

  private Program.Sort sort(SortKey key) {
    return new Program.Sort(compiler.compile(key.expression()), key.descending());
  }

  private List<Projection.Item> items() {
    List<Projection.Item> items = new ArrayList<>();
    for (int i = 0; i < select.fields().size(); i++) {
      items.add(item(select.fields().get(i), i));
    }
    return items;
  }

  private Projection.Item item(Field field, int index) {
    Scope scope = clauses.ofField(index);
    ExpressionCompiler own = new ExpressionCompiler(scope, slots);
    if (field.expression() instanceof Expression.Wildcard wildcard) {
      return everything(wildcard, scope, own);
    }
    if (field.alias().isEmpty()
        && !field.invisible()
        && field.expression() instanceof Expression.Column column
        && scope.resolve(column) instanceof Scope.Meaning.SourceColumn(String name)
        && slots.column(name).isPresent()) {
      return new Projection.Item.Plain(field.name(), slots.column(name).getAsInt());
    }
    String text = new BoundText(scope).errorText(field);
    Evaluator evaluator =
        field.alias().isPresent()
            ? new ExpressionCompiler(clauses, slots).alias(index)
            : own.compile(field.expression());
    return new Projection.Item.Computed(field.name(), !field.invisible(), evaluator, text);
  }

  private Projection.Item everything(
      Expression.Wildcard wildcard, Scope scope, ExpressionCompiler own) {
    boolean foreign = wildcard.stream().filter(s -> !s.equals(source.name())).isPresent();
    List<Projection.Item.Computed> replace = new ArrayList<>();
    for (Expression.Replacement replacement : wildcard.replace()) {
      String text = "expr: " + new BoundText(scope).of(replacement.value());
      replace.add(
          new Projection.Item.Computed(
              replacement.name(), true, own.compile(replacement.value()), text));
    }
    return new Projection.Item.Everything(foreign, wildcard.except(), replace);
  }

  private List<String> operators(Optional<Expression> before, Optional<Expression> after) {
    List<String> names = new ArrayList<>();
    boolean window = select.window().isPresent();
    before.ifPresent(e -> names.add(whereIsBelow() ? "filter" : "windowFilter"));
    if (window) {
      names.add("window");
    }
    after.ifPresent(e -> names.add("filter"));
    if (!select.groupBy().isEmpty()) {
      names.add("aggregate");
    }
    select.having().ifPresent(e -> names.add("having"));
    if (!select.orderBy().isEmpty()) {
      names.add("order");
    }
    names.add("project");
    return List.copyOf(names);
  }

  private List<PlanNode> nodes(Optional<Expression> before, Optional<Expression> after) {
    BoundText text = new BoundText(clauses);
    List<PlanNode> nodes = new ArrayList<>();
    nodes.add(new PlanNode("ProjectPlan", text.fields(select)));
    if (!select.orderBy().isEmpty()) {
      nodes.add(new PlanNode("OrderPlan", text.order(select.orderBy())));
    }
    select.having().ifPresent(e -> nodes.add(filter("HavingPlan", text, e)));
    if (!select.groupBy().isEmpty()) {
      nodes.add(new PlanNode("AggregatePlan", text.dimensions(select.groupBy())));
    }
    after.ifPresent(e -> nodes.add(filter("FilterPlan", text, e)));
    select.window().ifPresent(w -> nodes.add(new PlanNode("WindowPlan", BoundText.window(w))));
    before.ifPresent(e -> nodes.add(filter("FilterPlan", text, e)));
    nodes.add(new PlanNode("DataSourcePlan", dataSource()));
    return nodes;
  }

  private static PlanNode filter(String operator, BoundText text, Expression condition) {
    return new PlanNode(operator, "Condition:{ " + text.of(condition) + " }, ");
  }

  private String dataSource() {
    Set<String> fields = new TreeSet<>(slots.columns());
    if (whole && !source.hasSchema()) {
      return "StreamName: " + source.name();
    }
    if (whole) {
      source.columns().forEach(column -> fields.add(column.name()));
      select.fields().stream()
          .map(Field::expression)
          .filter(Expression.Wildcard.class::isInstance)
          .forEach(w -> fields.removeAll(((Expression.Wildcard) w).except()));
    }
    return "StreamName: %s, StreamFields:[ %s ]"
        .formatted(source.name(), String.join(", ", fields));
  }
}
