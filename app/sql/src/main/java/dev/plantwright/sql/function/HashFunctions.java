package dev.plantwright.sql.function;

import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** Digests of the text of a value, in lower-case hex. */
final class HashFunctions {
  private HashFunctions() {}

  static List<Function> all() {
    return List.of(
        digest("md5", "MD5"),
        digest("sha1", "SHA-1"),
        digest("sha256", "SHA-256"),
        digest("sha384", "SHA-384"),
        digest("sha512", "SHA-512"),
        hash("crc32", (a, c) -> crc32(a[0])));
  }

  private static Function hash(String name, Function.Body body) {
    return new Function.Scalar(name, Signature.of(Argument.ANY), NullRule.NULL, body);
  }

  private static Function digest(String name, String algorithm) {
    return hash(name, (a, c) -> HexFormat.of().formatHex(digest(algorithm, bytes(a[0]))));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new SqlError("this Java has no " + algorithm);
    }
  }

  private static Object crc32(Object value) {
    CRC32 crc = new CRC32();
    crc.update(bytes(value));
    return Long.toHexString(crc.getValue());
  }

  private static byte[] bytes(Object value) {
    return GoText.of(value).getBytes(StandardCharsets.UTF_8);
  }
}
