package dev.plantwright.engine.gateway.store;

import dev.plantwright.engine.gateway.model.RunState;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.field.DataType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Nodes, groups, tags, subscriptions and users. A method that returned is on disk and survives the
 * death of the process. Belongs to the gateway's thread.
 */
public final class GatewayStore implements AutoCloseable {
  /**
   * @param params JSON text; empty: never set
   */
  public record StoredNode(
      long id,
      String name,
      String plugin,
      String labels,
      Optional<String> params,
      RunState state) {}

  public record StoredGroup(long id, long node, String name, long interval) {}

  public record StoredTag(long id, long group, Tag tag) {}

  /**
   * @param params JSON text
   * @param staticTags JSON text
   */
  public record StoredSubscription(
      long id,
      long app,
      long driver,
      long group,
      Optional<String> params,
      Optional<String> staticTags) {}

  public record StoredUser(String name, String hash) {}

  /** Work inside one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  private static final String[] TABLES = {
    """
    CREATE TABLE IF NOT EXISTS nodes (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, plugin TEXT NOT NULL,
      labels TEXT NOT NULL, params TEXT, state INTEGER NOT NULL)\
    """,
    """
    CREATE TABLE IF NOT EXISTS groups (
      id INTEGER PRIMARY KEY, node INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
      name TEXT NOT NULL, interval INTEGER NOT NULL, place INTEGER NOT NULL,
      UNIQUE (node, name))\
    """,
    """
    CREATE TABLE IF NOT EXISTS tags (
      id INTEGER PRIMARY KEY, grp INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
      name TEXT NOT NULL, address TEXT NOT NULL, attribute INTEGER NOT NULL,
      type INTEGER NOT NULL, precision INTEGER NOT NULL, decimal REAL NOT NULL,
      bias REAL NOT NULL, description TEXT NOT NULL, unit TEXT NOT NULL, UNIQUE (grp, name))\
    """,
    """
    CREATE TABLE IF NOT EXISTS subscriptions (
      id INTEGER PRIMARY KEY, app INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
      driver INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
      grp INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE, params TEXT, static TEXT,
      UNIQUE (app, grp))\
    """,
    "CREATE INDEX IF NOT EXISTS subscriptions_of_group ON subscriptions (grp)",
    "CREATE TABLE IF NOT EXISTS users (name TEXT PRIMARY KEY, hash TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
  };

  private final Connection connection;

  /**
   * Opens or makes the file.
   *
   * @throws SQLException if it cannot be opened or is no database
   */
  public GatewayStore(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA foreign_keys = ON");
      statement.execute("PRAGMA busy_timeout = 5000");
      for (String table : TABLES) {
        statement.execute(table);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private <T> T transaction(Work<T> work) {
    try {
      connection.setAutoCommit(false);
      try {
        T result = work.run();
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  private int update(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    }
  }

  private long insert(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      bind(statement, arguments);
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      statement.setObject(i + 1, argument instanceof Optional<?> o ? o.orElse(null) : argument);
    }
  }

  /** The id of the new node. */
  public long addNode(
      String name, String plugin, String labels, Optional<String> params, RunState state) {
    return transaction(
        () ->
            insert(
                "INSERT INTO nodes (name, plugin, labels, params, state) VALUES (?, ?, ?, ?, ?)",
                name,
                plugin,
                labels,
                params,
                state.number()));
  }

  public void renameNode(long node, String name) {
    transaction(() -> update("UPDATE nodes SET name = ? WHERE id = ?", name, node));
  }

  public void labels(long node, String labels) {
    transaction(() -> update("UPDATE nodes SET labels = ? WHERE id = ?", labels, node));
  }

  public void settings(long node, String params, RunState state) {
    transaction(
        () ->
            update(
                "UPDATE nodes SET params = ?, state = ? WHERE id = ?",
                params,
                state.number(),
                node));
  }

  public void state(long node, RunState state) {
    transaction(() -> update("UPDATE nodes SET state = ? WHERE id = ?", state.number(), node));
  }

  /** With its groups, tags and subscriptions. */
  public void deleteNode(long node) {
    transaction(() -> update("DELETE FROM nodes WHERE id = ?", node));
  }

  public long addGroup(long node, String name, long interval) {
    return transaction(() -> insertGroup(node, name, interval));
  }

  private long insertGroup(long node, String name, long interval) throws SQLException {
    return insert(
        "INSERT INTO groups (node, name, interval, place)"
            + " SELECT ?, ?, ?, coalesce(max(place), 0) + 1 FROM groups",
        node,
        name,
        interval);
  }

  /** A renamed group goes to the end of the list, as in Neuron. */
  public void updateGroup(long group, String name, long interval, boolean renamed) {
    transaction(
        () ->
            update(
                "UPDATE groups SET name = ?, interval = ?, place = CASE WHEN ?"
                    + " THEN (SELECT max(place) + 1 FROM groups) ELSE place END WHERE id = ?",
                name,
                interval,
                renamed,
                group));
  }

  public void deleteGroup(long group) {
    transaction(() -> update("DELETE FROM groups WHERE id = ?", group));
  }

  /**
   * Tags to be added to a group that may have to be made first.
   *
   * @param group its id, or -1: make it
   */
  public record NewTags(long group, String name, long interval, List<Tag> tags) {}

  /** What was made for one {@link NewTags}: id of the group, ids of its tags. */
  public record AddedTags(long group, List<Long> tags) {}

  /** All of them or none. */
  public List<AddedTags> addTags(long node, List<NewTags> groups) {
    return transaction(
        () -> {
          List<AddedTags> added = new ArrayList<>();
          for (NewTags next : groups) {
            long group =
                next.group() >= 0 ? next.group() : insertGroup(node, next.name(), next.interval());
            added.add(new AddedTags(group, insertTags(group, next.tags())));
          }
          return added;
        });
  }

  private List<Long> insertTags(long group, List<Tag> tags) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO tags (grp, name, address, attribute, type, precision, decimal, bias,"
                + " description, unit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
      for (Tag tag : tags) {
        bind(statement, columns(group, tag));
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }

  private static Object[] columns(long first, Tag tag) {
    return new Object[] {
      first,
      tag.name(),
      tag.address(),
      tag.attribute(),
      tag.type().number(),
      tag.precision(),
      tag.decimal(),
      tag.bias(),
      tag.description(),
      tag.unit()
    };
  }

  /** Replaces tags, each under its id. */
  public void updateTags(List<StoredTag> tags) {
    transaction(
        () -> {
          for (StoredTag stored : tags) {
            Tag tag = stored.tag();
            update(
                "UPDATE tags SET name = ?, address = ?, attribute = ?, type = ?, precision = ?,"
                    + " decimal = ?, bias = ?, description = ?, unit = ? WHERE id = ?",
                tag.name(),
                tag.address(),
                tag.attribute(),
                tag.type().number(),
                tag.precision(),
                tag.decimal(),
                tag.bias(),
                tag.description(),
                tag.unit(),
                stored.id());
          }
          return null;
        });
  }

  public void deleteTags(List<Long> tags) {
    transaction(
        () -> {
          for (long tag : tags) {
            update("DELETE FROM tags WHERE id = ?", tag);
          }
          return null;
        });
  }

  public long addSubscription(
      long app, long driver, long group, Optional<String> params, Optional<String> staticTags) {
    return transaction(
        () ->
            insert(
                "INSERT INTO subscriptions (app, driver, grp, params, static)"
                    + " VALUES (?, ?, ?, ?, ?)",
                app,
                driver,
                group,
                params,
                staticTags));
  }

  public void updateSubscription(long id, Optional<String> params, Optional<String> staticTags) {
    transaction(
        () ->
            update(
                "UPDATE subscriptions SET params = ?, static = ? WHERE id = ?",
                params,
                staticTags,
                id));
  }

  public void deleteSubscription(long id) {
    transaction(() -> update("DELETE FROM subscriptions WHERE id = ?", id));
  }

  public void putUser(String name, String hash) {
    transaction(() -> update("INSERT OR REPLACE INTO users VALUES (?, ?)", name, hash));
  }

  public void deleteUser(String name) {
    transaction(() -> update("DELETE FROM users WHERE name = ?", name));
  }

  /** Makes a record of a row. */
  @FunctionalInterface
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> all(String sql, Row<T> maker) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(maker.of(rows));
      }
      return result;
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  /** In the order they were made, as all the following. */
  public List<StoredNode> nodes() {
    return all(
        "SELECT id, name, plugin, labels, params, state FROM nodes ORDER BY id",
        row ->
            new StoredNode(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                RunState.ofNumber(row.getInt(6))));
  }

  public List<StoredGroup> groups() {
    return all(
        "SELECT id, node, name, interval FROM groups ORDER BY place",
        row -> new StoredGroup(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4)));
  }

  public List<StoredTag> tags() {
    return all(
        "SELECT id, grp, name, address, attribute, type, precision, decimal, bias, description,"
            + " unit FROM tags ORDER BY id",
        row ->
            new StoredTag(
                row.getLong(1),
                row.getLong(2),
                new Tag(
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    DataType.ofNumber(row.getInt(6)).orElseThrow(),
                    row.getInt(7),
                    row.getDouble(8),
                    row.getDouble(9),
                    row.getString(10),
                    row.getString(11))));
  }

  public List<StoredSubscription> subscriptions() {
    return all(
        "SELECT id, app, driver, grp, params, static FROM subscriptions ORDER BY id",
        row ->
            new StoredSubscription(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6))));
  }

  public List<StoredUser> users() {
    return all(
        "SELECT name, hash FROM users ORDER BY rowid",
        row -> new StoredUser(row.getString(1), row.getString(2)));
  }

  /** Something to be remembered under a name. */
  public void putFact(String name, String value) {
    transaction(() -> update("INSERT OR REPLACE INTO facts VALUES (?, ?)", name, value));
  }

  public Optional<String> fact(String name) {
    return all("SELECT name, value FROM facts", row -> List.of(row.getString(1), row.getString(2)))
        .stream()
        .filter(fact -> fact.getFirst().equals(name))
        .map(List::getLast)
        .findFirst();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }
}
