/** The built-in functions; a new one is a line in the class of its family. */
package dev.plantwright.sql.function;
