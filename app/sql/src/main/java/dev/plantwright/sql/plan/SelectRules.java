package dev.plantwright.sql.plan;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Expressions;
import dev.plantwright.sql.ast.Field;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.ast.Window;
import dev.plantwright.sql.function.FunctionKind;
import dev.plantwright.sql.function.Functions;
import dev.plantwright.sql.text.Span;
import dev.plantwright.sql.text.SqlProblem;
import dev.plantwright.sql.value.LikePattern;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the product refuses of a statement whose names are known, and what ours refuses yet. */
final class SelectRules {
  private final String text;
  private final Statement.Select select;
  private final Statement.Create source;
  private final PlanOptions options;

  SelectRules(String text, Statement.Select select, Statement.Create source, PlanOptions options) {
    this.text = text;
    this.select = select;
    this.source = source;
    this.options = options;
  }

  void check() {
    duplicates();
    eventTime();
    groupBy();
    aggregates();
    having();
    patterns();
    unsupported();
  }

  private PlanFailure refuse(Span span, String code, String product) {
    return new PlanFailure(SqlProblem.error(text, span, code, product, product));
  }

  private void duplicates() {
    Set<String> names = new HashSet<>();
    Set<String> aliases = new HashSet<>();
    for (Field field : select.fields()) {
      if (field.expression() instanceof Expression.Wildcard) {
        continue;
      }
      String name = field.name();
      if (field.alias().isEmpty() && !names.add(name)) {
        throw refuse(field.span(), "SQL-DUPLICATE", "duplicate field definition " + name);
      }
      if (field.alias().isPresent() && !aliases.add(name) && !source.hasSchema()) {
        throw refuse(field.span(), "SQL-DUPLICATE", "duplicate alias " + name);
      }
    }
  }

  private void eventTime() {
    if (!options.eventTime()) {
      return;
    }
    if (source.options().get("TIMESTAMP").isEmpty()) {
      throw refuse(
          select.from().span(),
          "SQL-TIMESTAMP",
          "preprocessor is set to be event time but stream option TIMESTAMP not found");
    }
    boolean counting = select.window().filter(w -> w.kind() == Window.Kind.COUNTWINDOW).isPresent();
    if (counting) {
      throw refuse(select.window().get().span(), "SQL-WINDOW", "unsupported window type 5");
    }
    throw Unsupported.at(text, select.span(), "isEventTime");
  }

  private void groupBy() {
    if (select.window().isPresent() && options.sendMetadata()) {
      throw refuse(
          select.window().get().span(),
          "SQL-WINDOW",
          "Invalid option sendMetaToSink, it can not be applied to window");
    }
    if (!select.groupBy().isEmpty() && select.window().isEmpty()) {
      throw refuse(
          select.groupBy().getFirst().span(),
          "SQL-GROUP-BY",
          "select stmt group by should be used with window");
    }
  }

  private void aggregates() {
    everywhere()
        .flatMap(Expressions::calls)
        .filter(SelectRules::isAggregate)
        .forEach(
            call -> {
              boolean nested =
                  call.arguments().stream()
                      .flatMap(Expressions::calls)
                      .anyMatch(SelectRules::isAggregate);
              if (nested) {
                throw refuse(
                    call.span(),
                    "SQL-AGGREGATE",
                    "invalid argument for func %s: aggregate argument is not allowed"
                        .formatted(call.name()));
              }
            });
  }

  private static boolean isAggregate(Expression.Call call) {
    return Functions.kind(call.name()) == FunctionKind.AGGREGATE;
  }

  private void having() {
    Optional<Expression> having = select.having();
    if (having.isPresent() && !isOfAggregates(having.get())) {
      String shown = new BoundText(Scope.ofClauses(text, select, source)).of(having.get());
      throw refuse(
          having.get().span(),
          "SQL-HAVING",
          "Not allowed to call non-aggregate functions in HAVING clause: " + shown + ".");
    }
  }

  private boolean isOfAggregates(Expression expression) {
    return switch (expression) {
      case Expression.Call call -> isAggregate(call);
      case Expression.Column column -> isAggregateAlias(column);
      default -> Expressions.parts(expression).stream().allMatch(this::isOfAggregates);
    };
  }

  private boolean isAggregateAlias(Expression.Column column) {
    return select.fields().stream()
        .filter(field -> field.alias().filter(column.name()::equals).isPresent())
        .anyMatch(
            field -> Expressions.calls(field.expression()).anyMatch(SelectRules::isAggregate));
  }

  /** A pattern is a regular expression and may be a broken one. */
  private void patterns() {
    everywhere()
        .flatMap(Expressions::all)
        .filter(Expression.Like.class::isInstance)
        .map(like -> ((Expression.Like) like).pattern())
        .forEach(this::pattern);
  }

  private void pattern(Expression pattern) {
    if (pattern instanceof Expression.StringLiteral(String like, var span)) {
      try {
        Pattern.compile(LikePattern.expression(like));
      } catch (PatternSyntaxException e) {
        throw refuse(span, "SQL-LIKE", e.getMessage());
      }
    }
  }

  private void unsupported() {
    if (!select.joins().isEmpty()) {
      throw Unsupported.at(text, select.joins().getFirst().span(), "JOIN");
    }
    if (!source.format().equalsIgnoreCase("json")) {
      throw Unsupported.at(text, select.from().span(), "FORMAT " + source.format());
    }
    if (source.options().isTrue("STRICT_VALIDATION")) {
      throw Unsupported.at(text, select.from().span(), "STRICT_VALIDATION");
    }
    if (source.kind() == Statement.Kind.TABLE) {
      throw Unsupported.at(text, select.from().span(), "reading a table");
    }
    everywhere()
        .flatMap(Expressions::calls)
        .filter(call -> Functions.find(call.name()).isEmpty())
        .findFirst()
        .ifPresent(
            call -> {
              throw Unsupported.at(text, call.nameSpan(), "function " + call.name());
            });
    Stream.concat(select.where().stream(), select.groupBy().stream())
        .filter(this::dependsOnAggregate)
        .findFirst()
        .ifPresent(
            clause -> {
              throw Unsupported.at(text, clause.span(), "an aggregate in WHERE or GROUP BY");
            });
  }

  private boolean dependsOnAggregate(Expression expression) {
    return Expressions.calls(expression).anyMatch(SelectRules::isAggregate)
        || Expressions.all(expression)
            .anyMatch(part -> part instanceof Expression.Column column && isAggregateAlias(column));
  }

  private Stream<Expression> everywhere() {
    return Stream.concat(
        select.fields().stream().map(Field::expression), SourceColumns.clauses(select));
  }
}
