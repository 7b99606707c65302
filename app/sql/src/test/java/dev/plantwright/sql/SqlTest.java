package dev.plantwright.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.lexer.Token;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.plan.Catalog;
import dev.plantwright.sql.text.SqlProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {
  private static final Statement.Create FILLER =
      create("CREATE STREAM filler () WITH (DATASOURCE=\"acme/filler\", FORMAT=\"json\")");

  @Test
  void aCorrectRuleHasNoProblems() {
    String rule = "SELECT values->temperature AS temperature FROM filler WHERE values->t > 80";
    assertThat(Sql.check(rule, Catalog.of(List.of(FILLER)))).isEmpty();
  }

  @Test
  void aSyntaxErrorSaysWhereAndWhatIsExpected() {
    assertThat(Sql.check("SELECT a,\n  FROM filler", Catalog.of(List.of(FILLER))))
        .singleElement()
        .returns(2, SqlProblem::line)
        .returns(3, SqlProblem::column)
        .returns(4, SqlProblem::length)
        .returns("expected expression, but found FROM", SqlProblem::message)
        .returns("found \"FROM\", expected expression.", SqlProblem::productText);
  }

  @Test
  void anUnknownStreamIsFoundWithItsNeighbour() {
    assertThat(Sql.check("SELECT * FROM filer", Catalog.of(List.of(FILLER))))
        .singleElement()
        .returns("SQL-UNKNOWN-STREAM", SqlProblem::code)
        .returns("there is no stream filer; did you mean filler?", SqlProblem::message)
        .returns(15, SqlProblem::column);
  }

  @Test
  void aMistypedFunctionIsFoundWithItsNeighbour() {
    assertThat(Sql.check("SELECT uper(a) FROM filler", Catalog.of(List.of(FILLER))))
        .singleElement()
        .returns("function uper not found; did you mean upper?", SqlProblem::message)
        .returns("function uper not found", SqlProblem::productText);
  }

  @Test
  void piecesAreColouredByKind() {
    String text = "SELECT `a b`, sum(x) -- why\nFROM s WHERE x >= 1.5 AND y = 'z";
    assertThat(Sql.tokens(text))
        .extracting(t -> t.kind() + ":" + text.substring(t.start(), t.start() + t.length()))
        .containsExactly(
            "KEYWORD:SELECT",
            "IDENTIFIER:`a b`",
            "OPERATOR:,",
            "FUNCTION:sum",
            "OPERATOR:(",
            "IDENTIFIER:x",
            "OPERATOR:)",
            "COMMENT:-- why",
            "KEYWORD:FROM",
            "IDENTIFIER:s",
            "KEYWORD:WHERE",
            "IDENTIFIER:x",
            "OPERATOR:>=",
            "NUMBER:1.5",
            "KEYWORD:AND",
            "IDENTIFIER:y",
            "OPERATOR:=",
            "ERROR:'z");
    assertThat(Sql.tokens("")).isEqualTo(List.<Token>of());
  }

  private static Statement.Create create(String text) {
    return switch (Sql.parse(text)) {
      case Parsed.Ok<Statement>(Statement.Create create) -> create;
      case Parsed<Statement> other -> throw new AssertionError(other.toString());
    };
  }
}
