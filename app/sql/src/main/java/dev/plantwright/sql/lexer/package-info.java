/** From characters to lexemes and colours; a new keyword is a symbol here. */
package dev.plantwright.sql.lexer;
