package dev.plantwright.sql.parse;

import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Field;
import dev.plantwright.sql.ast.Join;
import dev.plantwright.sql.ast.SortKey;
import dev.plantwright.sql.ast.Source;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.ast.Window;
import dev.plantwright.sql.lexer.Lexeme;
import dev.plantwright.sql.lexer.Symbol;
import dev.plantwright.sql.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The statement of a rule. */
final class SelectParser {
  private static final Set<Symbol> TOPIC =
      Set.of(Symbol.IDENTIFIER, Symbol.QUOTED_IDENTIFIER, Symbol.DIV, Symbol.HASH, Symbol.ADD);

  private final Cursor cursor;
  private final ExpressionParser expressions;
  private final CallParser calls;
  private final WindowParser windows;
  private final List<Expression> groupBy = new ArrayList<>();
  private Optional<Window> window = Optional.empty();
  private int unnamed;

  SelectParser(Cursor cursor) {
    this.cursor = cursor;
    this.expressions = new ExpressionParser(cursor, sourceNames());
    this.calls = new CallParser(cursor, expressions);
    this.windows = new WindowParser(cursor, expressions, calls);
  }

  /** Names of sources stand behind the select list, but decide how {@code a.b} there is read. */
  private Set<String> sourceNames() {
    int start = cursor.position();
    Set<String> names = new HashSet<>();
    while (!cursor.peek().is(Symbol.END_OF_TEXT) && !cursor.peek().is(Symbol.SEMICOLON)) {
      Symbol symbol = cursor.next().symbol();
      if ((symbol == Symbol.FROM || symbol == Symbol.JOIN) && isTopic(cursor.peek())) {
        Source source = source();
        names.add(source.name());
        source.alias().ifPresent(names::add);
      }
    }
    cursor.moveTo(start);
    return names;
  }

  /** From {@code SELECT} to the semicolon or the end of the text. */
  Statement.Select select() {
    Span start = cursor.next().span();
    List<Field> fields = fields();
    cursor.expect(Symbol.FROM, "expected FROM");
    Source from = source();
    List<Join> joins = joins();
    Optional<Expression> where = clause(Symbol.WHERE);
    groupBy();
    Optional<Expression> having = clause(Symbol.HAVING);
    List<SortKey> order = calls.order();
    OptionalLong limit = limit();
    if (!cursor.peek().is(Symbol.SEMICOLON) && !cursor.peek().is(Symbol.END_OF_TEXT)) {
      throw cursor.found("expected EOF");
    }
    Span span = start.to(cursor.last());
    return new Statement.Select(
        fields, from, joins, where, List.copyOf(groupBy), window, having, order, limit, span);
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    do {
      fields.add(field());
    } while (cursor.accept(Symbol.COMMA));
    return List.copyOf(fields);
  }

  private Field field() {
    Expression expression = expressions.expression();
    Optional<String> alias = Optional.empty();
    if (cursor.accept(Symbol.AS)) {
      if (expression instanceof Expression.Wildcard) {
        throw cursor.failure(expression.span(), "alias is not supported for *");
      }
      if (!cursor.peek().isName()) {
        throw cursor.found("expected as alias");
      }
      alias = Optional.of(cursor.next().text());
    }
    boolean invisible = cursor.accept(Symbol.INVISIBLE);
    String name = alias.orElseGet(() -> ownName(expression));
    Span span = expression.span().to(cursor.last());
    return new Field(expression, name, alias, invisible, span);
  }

  private String ownName(Expression expression) {
    return switch (expression) {
      case Expression.Column column -> column.name();
      case Expression.Call call -> call.name();
      case Expression.Wildcard _ -> "*";
      default -> "kuiper_field_" + unnamed++;
    };
  }

  private Source source() {
    Span start = cursor.peek().span();
    StringBuilder name = new StringBuilder();
    while (isTopic(cursor.peek())) {
      name.append(cursor.next().shown());
    }
    Optional<String> alias = Optional.empty();
    if (cursor.accept(Symbol.AS)) {
      if (!cursor.peek().isName()) {
        throw cursor.found("expected JOIN source alias name");
      }
      alias = Optional.of(cursor.next().text());
    }
    Span span = name.isEmpty() ? new Span(start.start(), 1) : start.to(cursor.last());
    return new Source(name.toString(), alias, span);
  }

  private static boolean isTopic(Lexeme lexeme) {
    return TOPIC.contains(lexeme.symbol());
  }

  private List<Join> joins() {
    List<Join> joins = new ArrayList<>();
    for (Optional<Join.Kind> kind = joinKind(); kind.isPresent(); kind = joinKind()) {
      joins.add(join(kind.get()));
    }
    return List.copyOf(joins);
  }

  private Optional<Join.Kind> joinKind() {
    return switch (cursor.peek().symbol()) {
      case INNER -> Optional.of(Join.Kind.INNER);
      case LEFT -> Optional.of(Join.Kind.LEFT);
      case RIGHT -> Optional.of(Join.Kind.RIGHT);
      case FULL -> Optional.of(Join.Kind.FULL);
      case CROSS -> Optional.of(Join.Kind.CROSS);
      default -> Optional.empty();
    };
  }

  private Join join(Join.Kind kind) {
    Lexeme start = cursor.next();
    if (!cursor.accept(Symbol.JOIN)) {
      throw cursor.found(start, "expected JOIN key word");
    }
    Source source = source();
    Optional<Expression> on = Optional.empty();
    if (cursor.peek().is(Symbol.ON)) {
      if (kind == Join.Kind.CROSS) {
        throw cursor.failure(
            cursor.peek().span(), "On expression is not required for cross join type.\n");
      }
      cursor.next();
      on = Optional.of(expressions.expression());
    }
    return new Join(kind, source, on, start.span().to(cursor.last()));
  }

  private Optional<Expression> clause(Symbol keyword) {
    return cursor.accept(keyword) ? Optional.of(expressions.expression()) : Optional.empty();
  }

  private void groupBy() {
    if (!cursor.accept(Symbol.GROUP)) {
      return;
    }
    cursor.expect(Symbol.BY, "expected BY statement");
    do {
      Optional<Window.Kind> kind = windows.kind();
      if (kind.isPresent()) {
        window = Optional.of(windows.window(kind.get()));
      } else {
        groupBy.add(expressions.expression());
      }
    } while (cursor.accept(Symbol.COMMA));
  }

  private OptionalLong limit() {
    if (!cursor.accept(Symbol.LIMIT)) {
      return OptionalLong.empty();
    }
    Expression limit = expressions.expression();
    if (limit instanceof Expression.IntegerLiteral(long value, var span)) {
      return OptionalLong.of(value);
    }
    throw cursor.failure(limit.span(), "limit should be integer");
  }
}
