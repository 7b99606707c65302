package dev.plantwright.sql.value;

/** A nothing that is shown as {@code null} where a plain null is left out. */
public enum TypedNil implements GoJson.JsonForm {
  NIL;

  @Override
  public void writeJson(StringBuilder json) {
    json.append("null");
  }

  @Override
  public String toString() {
    return "[]";
  }
}
