/** What statements are made of; every node knows its place. */
package dev.plantwright.sql.ast;
