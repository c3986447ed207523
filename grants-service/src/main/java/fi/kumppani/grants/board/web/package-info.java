/** Board lists over HTTP. */
@NullMarked
package fi.kumppani.grants.board.web;

import org.jspecify.annotations.NullMarked;
