package dev.plantwright.plugins.gateway.tags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.field.modbus.AddressExplanation.Part;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.read.PlantReader;
import dev.plantwright.plugins.gateway.SmallPlant;
import dev.plantwright.plugins.gateway.tags.Explanation.Fact;
import dev.plantwright.plugins.gateway.tags.Explanation.Running;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
  @TempDir Path folder;
  private Draft draft;

  @BeforeEach
  void read() {
    SmallPlant.write(folder);
    Node.Driver filler = PlantReader.read(folder).plant().driver("filler").orElseThrow();
    draft = Draft.of(filler, SmallPlant.TAGS);
  }

  private Explanation explain(String address, Optional<Running> running) {
    return Explanation.of(draft, draft.table().rows().getFirst(), address, running).orElseThrow();
  }

  @Test
  void anAddressIsCutIntoItsPartsAndToldInASentence() {
    Explanation words =
        explain("1!400001#LB", Optional.of(new Running("1!400001#LB", "FLOAT", "A6 42 CD CC")));
    assertThat(words.valid()).isTrue();
    assertThat(words.parts())
        .containsExactly(
            new Part("1", "unit 1"),
            new Part("!", ""),
            new Part("4", "holding"),
            new Part("00001", "register 1"),
            new Part("#LB", "order BADC"));
    assertThat(words.sentence())
        .isEqualTo("Unit 1, holding register 1, 32-bit float, byte order BADC.");
    assertThat(words.facts())
        .containsExactly(
            new Fact("On the wire", "function 3, start 0, 2 registers", false),
            new Fact("Read together", "request 1 of 3, holding 1 to 21", false),
            new Fact("Bytes", "A6 42 CD CC → 83.4 °C", true),
            new Fact("Also written", "1!40001#LB  1!41#LB", true));
  }

  @Test
  void anotherOrderShowsWhatTheSameBytesWouldBe() {
    Explanation words =
        explain("1!400001#LL", Optional.of(new Running("1!400001#LB", "FLOAT", "A6 42 CD CC")));
    assertThat(words.facts()).extracting(Fact::text).contains("A6 42 CD CC → −6.76e−16 °C");
  }

  @Test
  void bytesOfAnotherPlaceAreNotShown() {
    Explanation words =
        explain("1!400003#LB", Optional.of(new Running("1!400001#LB", "FLOAT", "A6 42 CD CC")));
    assertThat(words.facts()).extracting(Fact::name).doesNotContain("Bytes").contains("Problem");
    assertThat(words.facts().getLast().text()).startsWith("Line 3: Same address as temperature");
  }

  @Test
  void aMistakeIsTold() {
    Explanation words = explain("1!400001#LX", Optional.empty());
    assertThat(words.valid()).isFalse();
    assertThat(words.parts()).containsExactly(new Part("1!400001#LX", ""));
    assertThat(words.sentence()).contains("#LX");
  }

  @Test
  void aCycleCostsWhatItsRequestsRead() {
    assertThat(draft.plan().cost()).isEqualTo("3 requests, 35 registers");
    assertThat(draft.plan().requests())
        .extracting(ReadPlan.Request::group)
        .isEqualTo(List.of("process", "counters", "recipe"));
  }

  @Test
  void scalesAreShownAsTheyAreThoughtOf() {
    assertThat(List.of("", "0", "1", "0.1", "10", "0.25", "-0.1", "0.3", "x"))
        .extracting(TagColumns::factor)
        .containsExactly("", "", "", "÷ 10", "× 10", "÷ 4", "÷ −10", "× 0.3", "x");
  }
}
