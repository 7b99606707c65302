package dev.plantwright.sql.function;

import dev.plantwright.sql.ast.Expression;

/** What a literal in the place of an argument may be; other expressions always pass. */
public enum Argument {
  ANY("") {
    @Override
    boolean takes(Expression argument) {
      return true;
    }
  },
  NUMBER("number - float or int") {
    @Override
    boolean takes(Expression argument) {
      return !(argument instanceof Expression.StringLiteral)
          && !(argument instanceof Expression.UnitLiteral)
          && !(argument instanceof Expression.BooleanLiteral);
    }
  },
  INTEGER("int") {
    @Override
    boolean takes(Expression argument) {
      return NUMBER.takes(argument) && !(argument instanceof Expression.NumberLiteral);
    }
  },
  STRING("string") {
    @Override
    boolean takes(Expression argument) {
      return !(argument instanceof Expression.IntegerLiteral)
          && !(argument instanceof Expression.NumberLiteral)
          && !(argument instanceof Expression.UnitLiteral)
          && !(argument instanceof Expression.BooleanLiteral);
    }
  },
  BOOLEAN("bool") {
    @Override
    boolean takes(Expression argument) {
      return !(argument instanceof Expression.IntegerLiteral)
          && !(argument instanceof Expression.NumberLiteral)
          && !(argument instanceof Expression.UnitLiteral)
          && !(argument instanceof Expression.StringLiteral);
    }
  },
  METADATA("meta reference") {
    @Override
    boolean takes(Expression argument) {
      return argument instanceof Expression.Metadata
          || argument instanceof Expression.Wildcard
          || (argument instanceof Expression.Member member && takes(member.object()));
    }
  };

  private final String shown;

  Argument(String shown) {
    this.shown = shown;
  }

  abstract boolean takes(Expression argument);

  /** The product's complaint about an argument of the wrong kind. */
  String complaint(int index) {
    return "Expect %s type for parameter %d".formatted(shown, index + 1);
  }

  /** As help shows it. */
  public String shown() {
    return shown.isEmpty() ? "any" : shown;
  }
}
