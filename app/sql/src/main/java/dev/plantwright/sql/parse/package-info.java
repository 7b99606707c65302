/** From lexemes to statements, one class a clause. */
package dev.plantwright.sql.parse;
