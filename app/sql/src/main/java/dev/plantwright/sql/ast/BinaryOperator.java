package dev.plantwright.sql.ast;

/** Operators between two values, with how tightly they bind. */
public enum BinaryOperator {
  OR("OR", 1),
  AND("AND", 2),
  EQ("=", 3),
  NEQ("!=", 3),
  LT("<", 3),
  LTE("<=", 3),
  GT(">", 3),
  GTE(">=", 3),
  ADD("+", 4),
  SUB("-", 4),
  BIT_OR("|", 4),
  BIT_XOR("^", 4),
  MUL("*", 5),
  DIV("/", 5),
  MOD("%", 5),
  BIT_AND("&", 5);

  private final String shown;
  private final int precedence;

  BinaryOperator(String shown, int precedence) {
    this.shown = shown;
    this.precedence = precedence;
  }

  /** As it is written. */
  public String shown() {
    return shown;
  }

  /** 5 binds most tightly. */
  public int precedence() {
    return precedence;
  }
}
