/** Values: arithmetic, comparison, text and JSON as Go has them. */
package dev.plantwright.sql.value;
