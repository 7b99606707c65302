package dev.plantwright.engine.gateway.model;

/** Neuron's error numbers that this gateway uses, and the HTTP status each of them has. */
public final class Code {
  public static final int OK = 0;
  public static final int INTERNAL = 1001;
  public static final int BODY = 1002;
  public static final int PARAMETER = 1003;
  public static final int TOKEN_MISSING = 1004;
  public static final int TOKEN_UNREADABLE = 1005;
  public static final int TOKEN_EXPIRED = 1006;
  public static final int LOGIN_FAILED = 1009;
  public static final int BUSY = 1010;
  public static final int PASSWORD_LENGTH = 1012;
  public static final int PASSWORD_SAME = 1013;
  public static final int USER_EXISTS = 1019;
  public static final int USER_UNKNOWN = 1020;
  public static final int USER_NAME_LENGTH = 1021;
  public static final int USER_PROTECTED = 1022;
  public static final int NODE_EXISTS = 2002;
  public static final int NODE_UNKNOWN = 2003;
  public static final int SETTINGS_REFUSED = 2004;
  public static final int NO_SETTINGS = 2005;
  public static final int NODE_NOT_READY = 2006;
  public static final int NODE_RUNNING = 2007;
  public static final int NODE_NOT_RUNNING = 2008;
  public static final int NODE_STOPPED = 2009;
  public static final int NODE_NAME_LONG = 2010;
  public static final int NODE_MAY_NOT_SUBSCRIBE = 2012;
  public static final int NODE_RESERVED = 2013;
  public static final int NODE_NAME_EMPTY = 2015;
  public static final int LABELS_LONG = 2016;
  public static final int LABELS_MANY = 2017;
  public static final int LABEL_CHARACTERS = 2018;
  public static final int SUBSCRIBED = 2101;
  public static final int NOT_SUBSCRIBED = 2102;
  public static final int NO_GROUPS_HERE = 2103;
  public static final int GROUP_EXISTS = 2104;
  public static final int GROUP_INTERVAL = 2105;
  public static final int GROUP_UNKNOWN = 2106;
  public static final int GROUP_NAME_LONG = 2107;
  public static final int GROUPS_MANY = 2108;
  public static final int TAG_UNKNOWN = 2201;
  public static final int TAG_EXISTS = 2202;
  public static final int TAG_ATTRIBUTE = 2203;
  public static final int TAG_TYPE = 2204;
  public static final int TAG_ADDRESS = 2205;
  public static final int TAG_NAME_LONG = 2206;
  public static final int TAG_ADDRESS_LONG = 2207;
  public static final int TAG_DESCRIPTION_LONG = 2208;
  public static final int TAG_PRECISION = 2209;
  public static final int TAG_DECIMAL = 2211;
  public static final int TAG_BIAS = 2212;
  public static final int PLUGIN_UNKNOWN = 2301;
  public static final int LIBRARY_NO_PLUGIN = 2305;
  public static final int PLUGIN_PROTECTED = 2306;
  public static final int LIBRARY_NAME = 2315;
  public static final int READ_FAILED = 3000;
  public static final int WRITE_FAILED = 3001;
  public static final int NOT_CONNECTED = 3002;
  public static final int NOT_WRITABLE = 3004;
  public static final int VALUE_TYPE = 3007;
  public static final int VALUE_UNUSABLE = 3008;
  public static final int ANSWER_UNUSABLE = 3009;
  public static final int NOT_RUNNING = 3010;
  public static final int NO_VALUE_YET = 3011;
  public static final int SCHEMA_UNKNOWN = 3014;
  public static final int NO_ANSWER = 3015;
  public static final int NOT_SUPPORTED = 3019;
  public static final int SCAN_NOT_SUPPORTED = 3021;
  public static final int IMPORT_NOT_SUPPORTED = 3029;
  public static final int MQTT_TOPIC_MISSING = 4010;

  private Code() {}

  /** Where Neuron has no status and aborts, 400. */
  public static int httpStatus(int code) {
    return switch (code) {
      case OK, NO_SETTINGS, SUBSCRIBED, READ_FAILED, WRITE_FAILED, NOT_WRITABLE -> 200;
      case ANSWER_UNUSABLE, NOT_RUNNING, NO_VALUE_YET, MQTT_TOPIC_MISSING -> 200;
      case TOKEN_MISSING, TOKEN_UNREADABLE, LOGIN_FAILED -> 401;
      case TOKEN_EXPIRED -> 403;
      case NODE_UNKNOWN, NOT_SUBSCRIBED, GROUP_UNKNOWN, TAG_UNKNOWN, PLUGIN_UNKNOWN -> 404;
      case SCHEMA_UNKNOWN, IMPORT_NOT_SUPPORTED -> 404;
      case NODE_EXISTS, NODE_NOT_READY, NODE_RUNNING, NODE_NOT_RUNNING, NODE_STOPPED -> 409;
      case NO_GROUPS_HERE, GROUP_EXISTS, TAG_EXISTS, PLUGIN_PROTECTED -> 409;
      case INTERNAL, BUSY -> 500;
      default -> 400;
    };
  }

  /** What is wrong with a reading, in words for the tag table. */
  public static String words(int code) {
    return switch (code) {
      case OK -> "good";
      case READ_FAILED -> "the device refuses the address";
      case NOT_CONNECTED -> "not connected";
      case VALUE_UNUSABLE -> "not a number, or too old";
      case ANSWER_UNUSABLE -> "the answer cannot be understood";
      case NOT_RUNNING -> "the node is stopped";
      case NO_VALUE_YET -> "no value yet";
      case NO_ANSWER -> "the device does not answer";
      default -> "error " + code;
    };
  }
}
