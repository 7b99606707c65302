package dev.plantwright.plant.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.PlantOnDisk;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.plant.read.PlantRead;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TagChecksTest {
  private static final String FILE = "gateways/filler/tags.csv";

  @TempDir Path folder;
  private PlantOnDisk plant;

  @BeforeEach
  void plant() {
    plant = new PlantOnDisk(folder);
  }

  private PlantRead withTags(String... lines) {
    String text = PlantOnDisk.HEADER + String.join("\n", lines) + "\n";
    return plant.with(FILE, text).read();
  }

  @Test
  void tenMistakesAreTenProblemsAtTheirPlaces() {
    PlantRead read =
        withTags(
            "process,good,1!400001,Read,FLOAT,1,,,°C,",
            "proces,a,1!400003,Read,INT16,,,,,wrong group",
            "process,,1!400004,Read,INT16,,,,,no name",
            "process,good,1!400005,Read,INT16,,,,,name twice",
            "process,b,1!500006,Read,INT16,,,,,no such area",
            "process,c,1!400007,Raed,INT16,,,,,no such attribute",
            "process,d,1!400008,Read,INT61,,,,,no such type",
            "process,e,1!400009,Read,INT16,99,,,,precision",
            "process,f,1!400010,Read,INT16,,0;1,,,decimal",
            "process,g,1!400011,Read,INT16,,,x,,bias",
            "process,h,1!400012,Read,INT16",
            "counters,also_good,1!400013,Read,UINT32,,,,,");

    assertThat(read.in(FILE))
        .extracting(Problem::code, p -> p.place().line(), p -> p.place().column())
        .containsExactly(
            tuple("TAG-GROUP", 3, 1),
            tuple("TAG-NAME", 4, 9),
            tuple("TAG-DUPLICATE", 5, 9),
            tuple("TAG-ADDRESS", 6, 13),
            tuple("TAG-ATTRIBUTE", 7, 20),
            tuple("TAG-TYPE", 8, 25),
            tuple("TAG-PRECISION", 9, 31),
            tuple("TAG-DECIMAL", 10, 32),
            tuple("TAG-BIAS", 11, 33),
            tuple("TAG-CELLS", 12, 30));
    assertThat(read.problems()).hasSize(10).allMatch(p -> p.severity() == Severity.ERROR);
    assertThat(read.plant().driver("filler").orElseThrow().tags())
        .extracting(t -> t.name())
        .containsExactly("good", "also_good");
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        row("process,a,1!100001,Read Write,BIT,,,,,", "TAG-WRITE", 20, "discrete input"),
        row("process,a,1!300001,Write,INT16,,,,,", "TAG-WRITE", 20, "holding register (4)"),
        row("process,a,1!400001.3,Read Write,BIT,,,,,", "TAG-WRITE", 22, "bit of a register"),
        row("process,a,1!400001,Read,BIT,,,,,", "TAG-ADDRESS", 19, "Which bit"),
        row("process,a,256!400001,Read,INT16,,,,,", "TAG-ADDRESS", 11, "unit 256"),
        row("process,a,1!470000,Read,INT16,,,,,", "TAG-ADDRESS", 14, "70000"),
        row("process,a,1!465536,Read,FLOAT,,,,,", "TAG-ADDRESS", 11, "do not fit"),
        row("process,a,1!400001#ZZ,Read,FLOAT,,,,,", "TAG-ADDRESS", 19, "#ZZ"),
        row("process,a,1!000001,Read,INT16,,,,,", "TAG-TYPE", 25, "coil"),
        row("process,a,,Read,INT16,,,,,", "TAG-ADDRESS", 11, "missing"),
        row("process,a,1!400001,,INT16,,,,,", "TAG-ATTRIBUTE", 20, "missing"),
        row("process,a,1!400001,Read,,,,,,", "TAG-TYPE", 25, "missing"),
        row("process,a,1!400001,Read wirte,INT16,,,,,", "TAG-ATTRIBUTE", 25, "mean Write?"),
        row("process,a,1!400001,Read,FLAOT,,,,,", "TAG-TYPE", 25, "mean FLOAT?"),
        row("processs,a,1!400001,Read,FLOAT,,,,,", "TAG-GROUP", 1, "mean process?"),
        row(",a,1!400001,Read,FLOAT,,,,,", "TAG-GROUP", 1, "missing"),
        row("process,a,1!400001,Read,FLOAT,1.5,,,,", "TAG-PRECISION", 31, "1.5"),
        row("process,a,1!400001,Read,FLOAT,,NaN,,,", "TAG-DECIMAL", 32, "NaN"),
        row("process,a,1!400001,Read,FLOAT,,1e999,,,", "TAG-DECIMAL", 32, "1e999"),
        row("process,a,1!400001.8,Read,STRING,,2,,,", "TAG-DECIMAL", 35, "STRING"),
        row("process,a,1!000001,Read,BIT,,,1,,", "TAG-BIAS", 31, "BIT"),
        row("process,a,1!000001,Read,BIT,3,,,,", "TAG-PRECISION", 29, "BIT"),
        row("process,a,1!400001,Read,FLOAT,,,,,d,e", "TAG-CELLS", 37, "11 cells"),
        row("process,\"a\"b,1!400001,Read,FLOAT,,,,,d", "TAG-CSV", 12, "closing quote"),
        row("process,\"a,1!400001,Read,FLOAT,,,,,d", "TAG-CSV", 9, "never closed"),
        row("process," + "n".repeat(128) + ",1!400001,Read,FLOAT,,,,,", "TAG-NAME", 9, "128"),
        row("process,a,1!400001,Read,FLOAT,,,,," + "ä".repeat(128), "TAG-DESCRIPTION", 35, "255"));
  }

  private static Arguments row(String line, String code, int column, String words) {
    return Arguments.of(line, code, column, words);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("mistakes")
  void oneMistakeIsOneProblem(String line, String code, int column, String words) {
    PlantRead read = withTags(line);

    assertThat(read.problems()).hasSize(1);
    Problem problem = read.problems().getFirst();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.place()).isEqualTo(new Place(FILE, 2, column));
    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message()).contains(words).matches("(?s).*[.?]");
    assertThat(read.plant().driver("filler").orElseThrow().tags()).isEmpty();
  }

  @Test
  void addressInQuotesIsPointedInto() {
    assertThat(withTags("process,a,\"1!500001\",Read,INT16,,,,,").problems())
        .extracting(Problem::place)
        .containsExactly(new Place(FILE, 2, 14));
  }

  @Test
  void twoTagsOnTheSameRegistersAreDoubtful() {
    PlantRead read =
        withTags(
            "process,a,1!400001,Read,FLOAT,,,,,",
            "counters,b,1!400002,Read,INT16,,,,,",
            "process,c,1!400003,Read,INT16,,,,,",
            "process,d,2!400001,Read,FLOAT,,,,,");

    assertThat(read.problems())
        .containsExactly(
            Problem.warning(
                "TAG-OVERLAP",
                new Place(FILE, 3, 12),
                "Lies on the same registers as a in line 2. Change an address if this is not"
                    + " meant."));
    assertThat(read.plant().driver("filler").orElseThrow().tags()).hasSize(4);
  }

  @Test
  void bitsAndTheirRegisterAreMeantSo() {
    assertThat(
            withTags(
                    "process,word,1!400001,Read,UINT16,,,,,",
                    "process,bit0,1!400001.0,Read,BIT,,,,,",
                    "process,bit1,1!400001.1,Read,BIT,,,,,")
                .problems())
        .isEmpty();
  }

  @Test
  void sameBitTwiceIsDoubtful() {
    assertThat(
            withTags("process,x,1!400001.1,Read,BIT,,,,,", "process,y,1!400001.1,Read,BIT,,,,,")
                .problems())
        .extracting(Problem::code)
        .containsExactly("TAG-OVERLAP");
  }

  @Test
  void numbersStartAtZeroWhereTheNodeSaysSo() {
    plant.replacing(
        "gateways/filler/node.json", "\"interval\": 0,", "\"interval\": 0, \"address_base\": 0,");

    assertThat(withTags("process,a,1!400000,Read,INT16,,,,,").problems()).isEmpty();
  }

  @Test
  void sameNameInAnotherGroupIsAllowed() {
    assertThat(
            withTags("process,a,1!400001,Read,INT16,,,,,", "counters,a,1!400002,Read,INT16,,,,,")
                .problems())
        .isEmpty();
  }

  @Test
  void headerIsNeeded() {
    plant.with(FILE, "process,a,1!400001,Read,INT16,,,,,\n");

    assertThat(plant.problems())
        .extracting(Problem::code, Problem::place)
        .containsExactly(tuple("TAG-HEADER", new Place(FILE, 1, 1)));
  }

  @Test
  void columnsMayBeFewerAndInAnotherOrderAndUnknownOnesStay() {
    plant.with(
        FILE, "name,group,wiring,type,address,attribute\na,process,X1,INT16,1!400001,Read\n");

    PlantRead read = plant.read();

    assertThat(read.problems()).isEmpty();
    assertThat(read.plant().driver("filler").orElseThrow().tags())
        .extracting(t -> t.group(), t -> t.name(), t -> t.address())
        .containsExactly(tuple("process", "a", "1!400001"));
  }

  @Test
  void mistypedColumnIsDoubtful() {
    plant.with(
        FILE, "group,name,address,attribute,type,decimel\nprocess,a,1!400001,Read,INT16,2\n");

    assertThat(plant.problems())
        .containsExactly(
            Problem.warning(
                "TAG-HEADER",
                new Place(FILE, 1, 35),
                "Column decimel is not known. Did you mean decimal?"));
  }

  @Test
  void addressesOfOtherPluginsAreLeftToThem() {
    plant.replacing("gateways/filler/node.json", "Modbus TCP", "OPC UA");

    assertThat(withTags("process,a,2!Line.Filler,Read,BOOL,,,,,").problems()).isEmpty();
  }

  @Test
  void commentsAndEmptyLinesAreNoRows() {
    PlantRead read = withTags("# first", "", "process,a,1!500001,Read,INT16,,,,,");

    assertThat(read.problems()).extracting(p -> p.place().line()).isEqualTo(List.of(4));
  }
}
