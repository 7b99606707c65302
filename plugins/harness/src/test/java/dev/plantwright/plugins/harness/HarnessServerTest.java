package dev.plantwright.plugins.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Side;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HarnessServerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestWorkbench workbench = new TestWorkbench();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Label said = Fx.call(() -> new Label("nothing yet"));
  private HarnessServer server;
  private Stage stage;

  @BeforeEach
  void open() throws IOException {
    Fx.run(
        () -> {
          stage = new Stage();
          Scene scene = new Scene(window(), 800, 600);
          Theme.DARK.apply(scene);
          stage.setScene(scene);
          stage.show();
        });
    Fx.frames(3);
    server = HarnessServer.start(workbench, 0);
  }

  @AfterEach
  void close() {
    server.close();
    Fx.run(stage::close);
    workbench.close();
  }

  private Parent window() {
    Button button = new Button("Press");
    button.setId("part/sample/press");
    button.setOnAction(e -> said.setText("pressed"));
    button.setContextMenu(new ContextMenu(new MenuItem("Copy this")));
    Button off = new Button("Off");
    off.setId("part/sample/off");
    off.setDisable(true);
    said.setId("part/sample/said");
    TextField field = new TextField();
    field.setId("part/sample/field");
    field.setOnAction(e -> said.setText("entered " + field.getText()));
    VBox editor = new VBox(button, off, said, field, table(), tree());
    editor.setId("part/sample:one");
    editor.getStyleClass().add("part");
    StackPane root = new StackPane(editor);
    root.setId("window");
    return root;
  }

  private TableView<Integer> table() {
    TableView<Integer> table = new TableView<>();
    table.setId("part/sample/table");
    TableColumn<Integer, String> number = new TableColumn<>("Number");
    number.setCellValueFactory(row -> new SimpleStringProperty("n " + row.getValue()));
    TableColumn<Integer, String> square = new TableColumn<>("Square");
    square.setCellValueFactory(
        row -> new SimpleStringProperty(Integer.toString(row.getValue() * row.getValue())));
    table.getColumns().add(number);
    table.getColumns().add(square);
    table.getItems().addAll(IntStream.range(0, 200).boxed().toList());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, before, item) -> said.setText("row " + item));
    table.setMaxHeight(200);
    return table;
  }

  private static TreeView<String> tree() {
    TreeItem<String> root = new TreeItem<>("plant");
    root.setExpanded(true);
    root.getChildren().add(new TreeItem<>("rules"));
    TreeView<String> tree = new TreeView<>(root);
    tree.setId("part/sample/tree");
    tree.setMaxHeight(120);
    return tree;
  }

  private HttpResponse<byte[]> send(String method, String path, String body, String token) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
              .header("Authorization", "Bearer " + token)
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode get(String path) {
    HttpResponse<byte[]> answer = send("GET", path, "", server.token());
    assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private void post(String path, String body) {
    HttpResponse<byte[]> answer = send("POST", path, body, server.token());
    assertThat(new String(answer.body())).isEqualTo("{}");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private void refuses(int status, String sentence, String path, String body) {
    HttpResponse<byte[]> answer = send("POST", path, body, server.token());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("error").asString("")).contains(sentence);
  }

  private String said() {
    return get("/node?id=part/sample/said").path("text").asString("");
  }

  @Test
  void refusesWhoDoesNotKnowTheToken() {
    assertThat(send("GET", "/state", "", "guess").statusCode()).isEqualTo(401);
  }

  @Test
  void clicksAndReads() {
    post("/click", "{\"id\":\"part/sample/press\"}");
    assertThat(said()).isEqualTo("pressed");
    JsonNode button = get("/node?id=part/sample/press");
    assertThat(button.path("kind").asString("")).isEqualTo("Button");
    assertThat(button.path("visible").asBoolean(false)).isTrue();
    assertThat(button.path("bounds").path("width").asDouble(0)).isGreaterThan(20);
  }

  @Test
  void saysWhatCannotBeClicked() {
    refuses(404, "nobody", "/click", "{\"id\":\"nobody\"}");
    refuses(409, "disabled", "/click", "{\"id\":\"part/sample/off\"}");
    refuses(400, "id is missing", "/click", "{}");
    refuses(400, "no JSON", "/click", "{");
    refuses(404, "no POST", "/nothing", "{}");
  }

  @Test
  void typesWhereTheFocusIs() {
    post("/type", "{\"id\":\"part/sample/field\",\"text\":\"temp > 70\\n\"}");
    assertThat(said()).isEqualTo("entered temp > 70");
    post("/key", "{\"keys\":\"Ctrl+A\"}");
    post("/key", "{\"keys\":\"Backspace\"}");
    assertThat(get("/node?id=part/sample/field").path("value").asString("-")).isEmpty();
  }

  @Test
  void readsRowsThatAreNotOnScreenAsTheyAreShown() {
    JsonNode rows = get("/rows?id=part/sample/table&from=150&count=3");
    assertThat(rows.path("total").asInt(0)).isEqualTo(200);
    assertThat(rows.path("columns").toString()).isEqualTo("[\"Number\",\"Square\"]");
    assertThat(rows.path("rows").size()).isEqualTo(3);
    assertThat(rows.path("rows").get(1).path("cells").toString())
        .isEqualTo("[\"n 151\",\"22801\"]");
  }

  @Test
  void clicksARowOfATable() {
    post("/click", "{\"id\":\"part/sample/table\",\"row\":120,\"column\":1}");
    assertThat(said()).isEqualTo("row 120");
  }

  @Test
  void tellsDepthAndExpansionOfTreeRows() {
    JsonNode rows = get("/rows?id=part/sample/tree").path("rows");
    assertThat(rows.get(0).path("expanded").asBoolean(false)).isTrue();
    assertThat(rows.get(1).path("depth").asInt(0)).isEqualTo(1);
    assertThat(rows.get(1).path("cells").get(0).asString("")).isEqualTo("rules");
  }

  @Test
  void findsTheEditorInFrontAndControlsOfOneEditor() {
    assertThat(get("/node?id=part/sample").path("id").asString("")).isEqualTo("part/sample:one");
    assertThat(get("/node?id=part/sample:one/field").path("id").asString(""))
        .isEqualTo("part/sample/field");
    assertThat(get("/nodes?under=part/sample:one").size()).isGreaterThan(5);
  }

  @Test
  void waitsForWhatComesLater() {
    Thread later =
        Thread.ofVirtual()
            .start(
                () -> {
                  Fx.frames(10);
                  Fx.run(() -> said.setText("came later"));
                });
    post("/wait", "{\"id\":\"part/sample/said\",\"text\":\"later\",\"timeout_ms\":5000}");
    assertThat(later.isAlive() && said().isEmpty()).isFalse();
    post("/wait", "{\"id\":\"part/sample/table\",\"rows\":200}");
    post("/wait", "{\"id\":\"nobody\",\"visible\":false}");
    refuses(
        408,
        "its text is 'came later'",
        "/wait",
        "{\"id\":\"part/sample/said\",\"text\":\"never\",\"timeout_ms\":60}");
  }

  @Test
  void drawsTheWindowWithItsPopups() throws IOException {
    byte[] plain = send("GET", "/screenshot", "", server.token()).body();
    Fx.run(
        () -> {
          Button button = (Button) Nodes.get("part/sample/press");
          button.getContextMenu().show(button, Side.BOTTOM, 200, 10);
        });
    byte[] menu = send("GET", "/screenshot", "", server.token()).body();
    assertThat(ImageIO.read(new ByteArrayInputStream(plain)).getWidth()).isEqualTo(800);
    assertThat(menu).isNotEqualTo(plain);
    byte[] piece = send("GET", "/screenshot?id=part/sample/table", "", server.token()).body();
    assertThat(ImageIO.read(new ByteArrayInputStream(piece)).getHeight()).isEqualTo(200);
  }

  @Test
  void changesTheSizeOfTheWindow() {
    post("/resize", "{\"width\":1024,\"height\":700}");
    Fx.await("the new width", () -> stage.getScene().getWidth() == 1024);
  }

  @Test
  void tellsTheState() {
    JsonNode state = get("/state");
    assertThat(state.propertyNames())
        .contains(
            "parts", "perspective", "focus", "problems", "jobs", "undeployed", "longest_pause_ms");
    assertThat(get("/commands").isArray()).isTrue();
  }
}
